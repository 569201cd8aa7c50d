"""`python -m benchmarks.simulate`: every figure of docs/scale.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import click

from benchmarks.simulate import bucket, feeds, imagined, publishing, record
from publisher.model import is_immutable
from publisher.prune import GRACE, KEPT
from publisher.render.sitemap import MOST
from publisher.render.stream.archive import documents

PAGE = 1000
"""Episodes in an archive (`page_size`)."""
DAYS, HOURS = 30, 24
THERE = KEPT + GRACE.days
"""Revisions of a show that is published and pruned each day: those kept, and those in their grace."""
Row = tuple[object, ...]


@click.command(context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.option(
    "--episodes",
    type=click.IntRange(min=1),
    multiple=True,
    default=(1000, 10_000, 100_000),
    show_default=True,
    help="How many there are; several times for several shows.",
)
@click.option(
    "--sample",
    type=click.IntRange(min=1),
    default=200,
    show_default=True,
    help="Episodes of the show that is rendered, to see how feeds grow.",
)
def main(episodes: tuple[int, ...], sample: int) -> None:
    """Say what a show of any size would take: its record, requests, storage and feeds.

    \b
    Example:
      python -m benchmarks.simulate --episodes 5000
    """
    grown = feeds.per_episode(sample)
    table("Feeds", ("episodes", *grown, "sitemaps"), _feeds(episodes, grown))
    table(
        f"Feeds with archives of {PAGE:,} episodes",
        ("episodes", *feeds.ARCHIVED, "sent with a new one, at most", "archives of each"),
        _archived(episodes, grown),
    )
    for count in episodes:
        made, ledger = imagined.artifacts(count, grown), imagined.ledger(count)
        taken, split = record.measure(made, ledger), record.parts(made, ledger)
        table(f"Record of {count:,} episodes", ("", "as it is", "gzip", "in parts"), _record(taken, split))
        asked = tuple(publishing.measure(made, ledger, grown))
        heads = ("publish", "writes", "reads", "to listeners", "copies", "head, at most")
        table(f"Publishing {count:,} episodes", heads, map(_asked, asked))
        passing = sum(one.size for one in made if not is_immutable(one.key))
        lasting = sum(one.size for one in made if is_immutable(one.key))
        one = next(turn for turn in asked if turn.what == publishing.ONE)
        same = next(turn for turn in asked if turn.what == publishing.SAME)
        table(
            f"A month of {count:,} episodes, one changed each day, looked at each hour",
            ("", ""),
            _month(taken.size, passing, lasting, one, same),
        )
    table("Many shows in a bucket", ("", ""), _bucket())


def table(title: str, heads: Row, rows: Iterable[Row]) -> None:
    """Print it as Markdown."""
    click.echo(f"### {title}\n")
    click.echo(_line(heads))
    click.echo(_line((":--", *["--:"] * (len(heads) - 1))))
    for row in rows:
        click.echo(_line(row))
    click.echo()


def _feeds(episodes: Iterable[int], grown: dict[str, int]) -> Iterator[Row]:
    yield ("each", *(f"{size:,} B" for size in grown.values()), "")
    for count in episodes:
        yield (f"{count:,}", *(_size(size * count) for size in grown.values()), -(-count // MOST))


def _archived(episodes: Iterable[int], grown: dict[str, int]) -> Iterator[Row]:
    """The newest document of each has up to twice as many episodes as an archive, less one."""
    for count in episodes:
        newest = [min(count, 2 * PAGE - 1) * grown[key] for key in feeds.ARCHIVED]
        others = count * sum(size for key, size in grown.items() if key not in feeds.ARCHIVED)
        archives = len(documents(range(count), PAGE)) - 1
        yield (f"{count:,}", *map(_size, newest), _size(sum(newest) + others), archives)


def _record(taken: record.Record, split: record.Parts) -> Iterator[Row]:
    yield "objects", f"{taken.objects:,}", "", f"{split.count:,} parts"
    yield "size", _size(taken.size), _size(taken.packed), f"largest {_size(split.largest)}"
    yield "of that the ledger", _size(taken.ledger), "", ""
    yield "sent with a change", _size(taken.size), _size(taken.packed), _size(split.sent)
    kept = (_size(there * THERE) for there in (taken.size, taken.packed))
    yield f"{THERE} revisions", *kept, _size(taken.size + (THERE - 1) * split.sent)
    yield "encode", _cost(taken.encode), f"and {taken.pack:.2f} s", ""
    yield "decode", _cost(taken.decode), "", ""
    yield "plan, nothing changed", _cost(taken.plan), "", ""


def _asked(one: publishing.Asked) -> Row:
    return one.what, f"{one.writes:,}", f"{one.reads:,}", _size(one.sent), _size(one.copies), _size(one.head)


def _month(
    size: int, passing: int, lasting: int, one: publishing.Asked, same: publishing.Asked
) -> Iterator[Row]:
    looks = DAYS * HOURS - DAYS
    yield "recordings", _size(lasting)
    yield "pages and feeds", _size(passing)
    yield f"their copies, of {THERE} revisions", _size((THERE - 1) * one.copies)
    yield "writes", f"{DAYS * one.writes:,}"
    yield "reads", f"{DAYS * one.reads + looks * same.reads:,}"
    yield "sent", _size(DAYS * (one.sent + size))


def _bucket() -> Iterator[Row]:
    one, many = bucket.shows()
    yield "policy for one show", f"{one:,} B"
    yield f"shows until it is over {bucket.LARGEST:,} B", many
    yield "one policy for all", f"{bucket.size(bucket.for_all(bucket.BUCKET)):,} B"
    yield "is that enough for setup", "yes" if bucket.is_enough(many) else "no"
    yield "shows until lifecycle rules run out", f"{bucket.RULES:,}"


def _cost(cost: record.Cost) -> str:
    return f"{cost.seconds:.2f} s, {_size(cost.memory)}"


def _size(size: int) -> str:
    """Three figures are enough."""
    for unit, of in (("GB", 1e9), ("MB", 1e6), ("kB", 1e3)):
        if size >= of:
            number = size / of
            return f"{number:,.0f} {unit}" if number >= 100 else f"{number:.{2 - (number >= 10)}f} {unit}"
    return f"{size} B"


def _line(cells: Row) -> str:
    return f"| {' | '.join(str(cell) for cell in cells)} |"


if __name__ == "__main__":
    main()
