"""The ledger's row of an entry from one publication to the next: what has moved, and what is news."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from publisher.model import Entry, Event, EventFields, LedgerEntry
from publisher.settle.calendar import is_over
from publisher.settle.event import change


def later(before: datetime | None, now: datetime) -> datetime:
    """Now, but after `before` even where this machine's clock is slow."""
    return max(now, before + timedelta(seconds=1)) if before else now


def record(entry: Entry, row: LedgerEntry | None, fresh: LedgerEntry, now: datetime) -> LedgerEntry:
    """The row of `entry` from `now` on.

    `row` is what was published of it; `fresh` is it as if never seen, but for when that was last updated.
    """
    changed = row is not None and (row.hash != fresh.hash or differs_unsaid(row.event, fresh.event))
    if row and changed:
        fresh = replace(fresh, updated=later(row.updated, now))
    if not isinstance(entry, Event):
        return fresh
    made = _changed(entry, row, fresh, now) if changed and row else _event(entry, row, fresh, now)
    return replace(made, revised=_revised(row, made, now))


def _event(event: Event, row: LedgerEntry | None, fresh: LedgerEntry, now: datetime) -> LedgerEntry:
    """The row of an event that is new or the same."""
    if row:
        quiet = row.quiet and is_over(event, now)
        return replace(fresh, sequence=max(row.sequence, event.sequence), changes=row.changes, quiet=quiet)
    # A past one that nobody dated comes from elsewhere, and is no news.
    quiet = event.date is None and is_over(event, now)
    # Where it comes from, it has changed since it was announced (CAL-002).
    updated = now if event.sequence else fresh.updated
    return replace(fresh, updated=updated, sequence=event.sequence, quiet=quiet)


def _changed(event: Event, row: LedgerEntry, fresh: LedgerEntry, now: datetime) -> LedgerEntry:
    """The row of an event that differs: SEQUENCE rises with what its VEVENT shows (ICS-016)."""
    same = _event(event, row, fresh, now)
    if row.event is None or fresh.event is None or row.event == fresh.event:
        return same
    news = change(row.event, fresh.event, fresh.updated)
    return replace(
        same,
        sequence=max(row.sequence + 1, event.sequence),
        changes=(*row.changes, *((news,) if news else ())),
    )


def _revised(row: LedgerEntry | None, made: LedgerEntry, now: datetime) -> datetime | None:
    """When its VEVENT last changed, if `updated` is not that: DTSTAMP moves with SEQUENCE (ICS-017)."""
    if row is None:
        return None
    before = row.revised or row.updated
    revised = before if made.sequence == row.sequence else later(before, now)
    return None if revised == made.updated else revised


def differs_unsaid(before: EventFields | None, after: EventFields | None) -> bool:
    """Whether subscribers see a change that the hash of the producer's public words does not hold."""
    if before is None or after is None:
        return False
    return (before.join, before.thread) != (after.join, after.thread)
