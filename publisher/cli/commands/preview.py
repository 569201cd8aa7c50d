"""`publisher preview`."""

from __future__ import annotations

import gc
from contextlib import suppress
from functools import partial
from os.path import relpath
from time import sleep
from typing import TYPE_CHECKING

import click

from publisher.cli.failure import say
from publisher.cli.options import filled, folder, folder_options, moment

if TYPE_CHECKING:
    from publisher.cli.preview.made import Source
    from publisher.serve import Server

INTERVAL = 0.5
"""Seconds between two looks at the files."""


@click.command()
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="N",
    help="Use this port, or any with 0, instead of the first free one from 8000.",
)
@click.option("--lan", is_flag=True, help="Let the phone on your network see it too, by a QR code.")
@click.option("--open/--no-open", "opened", default=False, help="Open it in your browser.")
@click.option("--published", is_flag=True, help="Show what was published into a folder instead.")
@click.option(
    "--at", callback=filled, metavar="MOMENT", help="Pretend it is MOMENT, e.g. '2026-01-31 06:00'."
)
@folder_options
def preview(port: int | None, lan: bool, opened: bool, published: bool, at: str | None) -> int:
    """Show the site in your browser, and again whenever you save.

    \b
    Example:
      publisher preview
      publisher preview --lan

    Drafts and entries dated in the future are shown and marked; feeds/ stays as it is. Problems are
    told here and in the browser, which keeps the last good build meanwhile. Ctrl-C ends it.
    """
    gc.enable()  # It may run for days.
    from publisher.cli.preview.episodes import Episodes
    from publisher.cli.preview.place import open_port
    from publisher.cli.preview.published import Published

    if published and at:
        raise click.UsageError("--at is for what will be built: what is --published is as it was made")
    if at:
        moment(at, "UTC")  # Waiting would not make a moment of it.
    with suppress(KeyboardInterrupt), open_port(port, lan=lan) as server:
        source = Published(server.address) if published else Episodes(server.address, at)
        _show(source, server, opened=opened)
    return 0


def _show(source: Source, server: Server, *, opened: bool) -> None:
    """Serve what `source` makes until somebody stops it."""
    from publisher.cli.preview.showing import Showing
    from publisher.serve import changes, serving

    showing, seen = Showing(source.make), source.look()
    showing.renew()
    with serving(server, showing.live):
        root = _announce(server, showing.live.shown.root, opened=opened)
        for changed in changes(seen, source.look, partial(sleep, INTERVAL)):
            more = f" and {len(changed) - 1} more" if len(changed) > 1 else ""
            say(f"{relpath(changed[0], folder())}{more} changed")
            showing.renew()
            if showing.live.shown.root != root:
                root = _announce(server, showing.live.shown.root, opened=False)


def _announce(server: Server, root: str, *, opened: bool) -> str:
    """Say where it is, which is the result of this command; `root` again."""
    url = f"{server.address.origin}{root}/"
    click.echo(url)
    if server.address.lan:
        from publisher.cli.preview.place import show_code

        show_code(url)
        say("Everybody on this network can see this, with all drafts, until you stop it with Ctrl-C.")
    else:
        say("Stop it with Ctrl-C.")
    if opened:
        import webbrowser

        webbrowser.open(url)
    return root
