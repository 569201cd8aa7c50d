"""`publisher build`."""

from __future__ import annotations

from pathlib import Path

import click

from publisher.cli import steps
from publisher.cli.options import folder, folder_options, moment
from publisher.cli.target import raise_if_inside
from publisher.model import Ledger


@click.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Build into DIR instead of feeds/.",
)
@click.option("--drafts", is_flag=True, help="Show drafts too; only together with --out.")
@click.option("--at", metavar="MOMENT", help="Build as if it were MOMENT, e.g. '2026-01-31 06:00'.")
@folder_options
def build(out: Path | None, drafts: bool, at: str | None) -> int:
    """Write feeds, calendars and pages into feeds/. Recordings stay where they are.

    \b
    Example:
      publisher build
      publisher build --drafts --out preview
    """
    from publisher.check import check
    from publisher.state import encode
    from publisher.write import LEDGER, raise_if_foreign, write

    if drafts and out is None:
        raise click.UsageError("--drafts needs --out DIR: what is in feeds/ is for listeners")
    place = folder() / (out or "feeds")
    raise_if_inside(place)
    raise_if_foreign(place)
    known = steps.load_ledger(str(place / LEDGER)) if (place / LEDGER).is_file() else None
    site = steps.read_site()
    now = moment(at, site.show.timezone)
    artifacts, ledger = steps.render_settled(site, check(site), known or Ledger(), now, drafts=drafts)
    files = [artifact for artifact in artifacts if not artifact.key.startswith("media/")]
    written, removed = write(files, encode(ledger, indent=2), place)
    click.echo(f"{out or 'feeds'}: {len(files)} files, {written} written, {removed} removed")
    return 0
