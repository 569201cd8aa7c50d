"""`publisher build`."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path

import click

from publisher.cli import steps, unchanged
from publisher.cli.kept import kept
from publisher.cli.options import cache_option, folder, folder_options, moment
from publisher.cli.report import print_problems
from publisher.cli.target import raise_if_inside
from publisher.model import Artifact, Ledger


@click.command()
@click.option(
    "--out",
    type=click.Path(file_okay=False, path_type=Path),
    metavar="DIR",
    help="Build into DIR instead of feeds/.",
)
@click.option("--drafts", is_flag=True, help="Show drafts too; only together with --out.")
@click.option("--at", metavar="MOMENT", help="Build as if it were MOMENT, e.g. '2026-01-31 06:00'.")
@cache_option
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
    from publisher.write import LEDGER, Nothing, is_written, raise_if_foreign, write, write_ledger

    if drafts and out is None:
        raise click.UsageError("--drafts needs --out DIR: what is in feeds/ is for listeners")
    place = folder() / (out or "feeds")
    raise_if_inside(place)
    raise_if_foreign(place)
    before = Ledger()
    if (place / LEDGER).is_file():
        before = steps.load_ledger(str(place / LEDGER)) or before
    seen = known.seen if (known := kept()) else Nothing()
    purpose = unchanged.DRAFTS if drafts else unchanged.BUILD
    outcome = unchanged.earlier(purpose)
    if (
        outcome
        and unchanged.holds(outcome, before, at)
        and is_written(_files(outcome.artifacts), place, seen)
    ):
        now = moment(at, outcome.show.timezone)
        write_ledger(encode(replace(before, moment=now), indent=2), place)
        print_problems(outcome.warnings, to_stderr=True)
        return _told(out, outcome.artifacts, 0, 0)
    site = steps.read_site()
    now = moment(at, site.show.timezone)
    made = steps.render_settled(site, check(site), before, now, drafts=drafts)
    written, removed = write(_files(made.artifacts), encode(made.ledger, indent=2), place, seen)
    unchanged.remember(purpose, site, before, made, now)
    return _told(out, made.artifacts, written, removed)


def _files(artifacts: Iterable[Artifact]) -> list[Artifact]:
    """All but the recordings, which stay where they are."""
    return [artifact for artifact in artifacts if not artifact.key.startswith("media/")]


def _told(out: Path | None, artifacts: Iterable[Artifact], written: int, removed: int) -> int:
    click.echo(f"{out or 'feeds'}: {len(_files(artifacts))} files, {written} written, {removed} removed")
    return 0
