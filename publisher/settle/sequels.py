"""What came of events, by the ledger alone: as much of each episode and article as a calendar shows of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from publisher.model import Article, Entry, Episode, Event, LedgerEntry, Origin, Published, Sequel
from publisher.settle.retired import recalled


def threaded(shown: Iterable[LedgerEntry], rows: Iterable[LedgerEntry]) -> Iterator[Published[Entry]]:
    """The events of the rows that are `shown`, then what came of them, tied together as they were told."""
    by_guid = {row.guid: row for row in rows}
    told: dict[str, Published[Entry]] = {}
    for row in shown:
        if row.event is None:
            continue
        item = recalled(row, row.event)
        sequels = [(by_guid[one.guid], one) for one in row.event.thread if one.guid in by_guid]
        for other, sequel in sequels:
            if other.guid in told:
                # It came of an event before this one too: all three are in one thread.
                item = replace(item, entry=replace(item.entry, recording=other.path))
            else:
                told[other.guid] = _named(other, sequel, item.entry)
        yield item
    yield from told.values()


def _named(row: LedgerEntry, sequel: Sequel, event: Event) -> Published[Entry]:
    kind = Episode if row.kind == Episode.kind else Article
    entry = kind(
        path=row.path,
        slug=row.slug,
        title=sequel.title,
        origin=Origin(file=f"episodes/{row.path}"),
        event=event.path,
    )
    return Published(entry=entry, guid=row.guid, slug=row.slug, published=row.published, updated=row.updated)
