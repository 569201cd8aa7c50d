"""What is taken back for good: the ledger keeps that it was, so that it never is again, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import fields, is_dataclass, replace
from datetime import datetime

from publisher.model import (
    Entry,
    EventChange,
    EventState,
    Instance,
    Ledger,
    LedgerEntry,
    Recurrence,
    Site,
    Tombstone,
)
from publisher.settle.guid import entry_guid, show_guid
from publisher.settle.match import match
from publisher.settle.record import later

Names = Callable[[str], bool]
"""Whether a text names the person."""


def tombstones(rows: Iterable[LedgerEntry]) -> tuple[Tombstone, ...]:
    """Where pages say that something is gone, sorted by slug."""
    gone = [Tombstone(kind=row.kind, slug=row.slug, retracted=row.retracted) for row in rows if row.retracted]
    return tuple(sorted(gone, key=lambda one: one.slug))


def retract(ledger: Ledger, guid: str, moment: datetime) -> Ledger:
    """The ledger that knows of `guid` only that it, and its slug, are never used again."""
    return replace(ledger, entries=tuple(_without(row, guid, moment) for row in ledger.entries))


def _without(row: LedgerEntry, guid: str, moment: datetime) -> LedgerEntry:
    if row.guid == guid:
        return row if row.retracted else _scrubbed(row, later(row.updated, moment))
    if row.burnt and row.event and any(one.guid == guid for one in row.event.thread):
        # What is still published says so by itself, with the next SEQUENCE.
        thread = tuple(one for one in row.event.thread if one.guid != guid)
        return replace(row, event=replace(row.event, thread=thread))
    return row


def _scrubbed(row: LedgerEntry, moment: datetime) -> LedgerEntry:
    return LedgerEntry(
        kind=row.kind,
        guid=row.guid,
        slug=row.slug,
        path="",
        published=row.published,
        updated=moment,
        hash="",
        sequence=row.sequence,
        burnt=True,
        retracted=moment,
    )


def resurrection(site: Site, ledger: Ledger, guid: str) -> Entry | None:
    """The entry that is `guid` and would be a new one if the ledger knew no more of it than that."""
    known = tuple(row for row in ledger.entries if row.guid == guid)
    holders = match(site, known)
    here = next((entry for entry in site.entries if entry.path in holders), None)
    if here is None:
        return None
    return None if (here.guid or entry_guid(show_guid(site.show, ledger), here.slug)) == guid else here


def forget(ledger: Ledger, names: Names) -> Ledger:
    """The ledger without a person in what it remembers and no publish would write anew.

    That is the news of events, and all that is known of what was taken from listeners. The rest is
    made of what is published, which is for the producer to mend.
    """
    return replace(ledger, entries=tuple(_forgotten(row, names) for row in ledger.entries))


def _forgotten(row: LedgerEntry, names: Names) -> LedgerEntry:
    if row.burnt:
        row = replace(
            row,
            path="" if names(row.path) else row.path,
            event=None if tells(row.event, names) else row.event,
            enclosure=replace(row.enclosure, chapters=()) if row.enclosure else None,
        )
    title = row.event.title if row.event and not names(row.event.title) else ""
    return replace(row, changes=tuple(_untold(one, title, names) for one in row.changes))


def _untold(news: EventChange, title: str, names: Names) -> EventChange:
    """The news with `title` for one that names the person: its place in the order is part of its guid."""
    return replace(news, before=_unnamed(news.before, title, names), after=_unnamed(news.after, title, names))


def _unnamed(state: EventState, title: str, names: Names) -> EventState:
    return replace(
        state,
        title=title if names(state.title) else state.title,
        place=None if names(state.place or "") else state.place,
        recurrence=_anonymous(state.recurrence, names) if state.recurrence else None,
    )


def _anonymous(series: Recurrence, names: Names) -> Recurrence:
    def clean(one: Instance) -> Instance:
        return replace(
            one,
            title=None if names(one.title or "") else one.title,
            location=None if names(one.location or "") else one.location,
        )

    return replace(series, changed=tuple(clean(one) for one in series.changed))


def tells(value: object, names: Names) -> bool:
    """Whether any text in `value` names the person."""
    if isinstance(value, str):
        return names(value)
    if isinstance(value, tuple):
        return any(tells(one, names) for one in value)
    if is_dataclass(value):
        return any(tells(getattr(value, field.name), names) for field in fields(value))
    return False
