"""`python -m benchmarks`: measure, and write the tables."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from pathlib import Path

import click

from benchmarks import building, publishing
from benchmarks.machine import describe
from benchmarks.measure import FailedError
from benchmarks.peers import INSTALL, PEERS, VERSION, program
from benchmarks.table import Section, as_markdown

LEAD = """\
# Benchmarks

What `python -m benchmarks` measured. Medians of {rounds}, in which the tools took turns, with the fastest
and the slowest in brackets; CPU is user and system time of the whole process tree, peak memory that of its
largest process, requests are what SeaweedFS counted. A ratio below 1 is in our favour; that of
CPU holds on a busy machine too.

{machine}"""
PUBLISHING = """\
## Publishing

`publisher publish` reads, checks and renders the show, sends what is new and reads it back, as it is stored
and as listeners get it; the others are given the tree that it made public, ready built. "… without building"
is the same run less the time inside of reading, checking and rendering: Python's start and the loading of
boto3 are still in it, as theirs are in theirs. Each tool has an empty server and a tree of its own in each
round. Nothing is cached at first. "Touched" is every file written again as it was: for us what the producer
wrote, as by a checkout; for the others what was built. "One changed" is one episode's text, and every file
in which that shows.

Where nothing changed, `aws s3 sync` sends some files again: it relies on listings in order, and SeaweedFS
lists `a/b` before `a.html`.
"""
BUILDING = """\
## Building

The same Markdown becomes, for each episode, a page, a player to embed and its description (oEmbed); two RSS
feeds, an Atom and a JSON feed with all texts, lists in pages, a sitemap, an index to search in, and the
cover in sizes. Hugo's templates are in `benchmarks/hugo/`. The recordings are elsewhere, so that nobody
reads them: what that costs is the difference that building makes above, where there are recordings.
"""


@click.command(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option("--only", type=click.Choice(["upload", "build"]), help="Measure one of both.")
@click.option("--rounds", type=click.IntRange(min=1), default=3, show_default=True, help="Of each.")
@click.option(
    "--episodes",
    type=click.IntRange(min=1),
    multiple=True,
    default=(1000, 10_000),
    show_default=True,
    help="How many there are to build; several times for several shows.",
)
@click.option(
    "--files",
    type=click.IntRange(min=100),
    default=2000,
    show_default=True,
    help="About how many small files there are to publish.",
)
@click.option(
    "--recordings",
    type=click.IntRange(min=0),
    default=20,
    show_default=True,
    help="How many large recordings there are to publish.",
)
@click.option(
    "--megabytes", type=click.IntRange(min=1), default=30, show_default=True, help="Of each recording."
)
@click.option("--out", type=click.Path(dir_okay=False, path_type=Path), help="Write the tables there.")
def main(
    only: str | None,
    rounds: int,
    episodes: tuple[int, ...],
    files: int,
    recordings: int,
    megabytes: int,
    out: Path | None,
) -> None:
    """Measure Publisher beside aws, s5cmd, rclone and Hugo, on this machine.

    \b
    Example:
      python -m benchmarks --rounds 1 --episodes 1000
      python -m benchmarks --out docs/benchmarks.md
    """
    missing = [name for name in VERSION if program(name) is None]
    if missing:
        _say(f"not there, and left out: {', '.join(missing)}; {INSTALL}")
    measured: list[str] = []
    try:
        for part in _parts(only, rounds, episodes, files, recordings, megabytes):
            click.echo(part)
            measured.append(part)
    except FailedError as error:
        raise click.ClickException(str(error)) from error
    finally:
        # An hour's measuring is not lost for its last minute.
        if out:
            out.write_text("\n".join(measured), encoding="utf-8")


def _parts(
    only: str | None, rounds: int, episodes: tuple[int, ...], files: int, recordings: int, megabytes: int
) -> Iterator[str]:
    yield LEAD.format(rounds="one round" if rounds == 1 else f"{rounds} rounds", machine=describe())
    if only != "build":
        yield PUBLISHING
        yield from map(as_markdown, _publishing(rounds, files, recordings, megabytes))
    if only != "upload":
        yield BUILDING
        yield from map(as_markdown, _building(rounds, episodes))


def _publishing(rounds: int, files: int, recordings: int, megabytes: int) -> Iterator[Section]:
    peers = [peer for peer in PEERS if program(peer.program)]
    shows: list[tuple[str, int, int, Sequence[str]]] = [("Small files", files // FILES, 0, publishing.SMALL)]
    if recordings:
        title = f"{recordings} recordings of {megabytes} MB"
        shows.append((title, recordings, megabytes * 1_000_000, publishing.LARGE))
    for title, count, size, steps in shows:
        with tempfile.TemporaryDirectory() as folder:
            work = publishing.prepare(Path(folder), count, recording=size)
            yield from publishing.sections(title, work, publishing.measure(work, steps, rounds, peers, _say))


def _building(rounds: int, episodes: tuple[int, ...]) -> Iterator[Section]:
    for count in episodes:
        yield from building.sections(count, *building.measure(count, rounds, _say))


FILES = 3
"""Small files that an episode makes."""


def _say(text: str) -> None:
    click.echo(text, err=True)


if __name__ == "__main__":
    main()
