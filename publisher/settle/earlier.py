"""The calendar as it was in an earlier revision, told so that subscribers follow.

Of a calendar nothing can be put back: clients take what has a higher SEQUENCE (ICS-016). So each event
that differs is told as a change, and the ledger records it as one: it goes on and never winds back.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime

from publisher.model import Article, Edition, Episode, Event, Ledger, LedgerEntry, Revision, Show, ShowRecord
from publisher.settle.calendar import is_over, kept, upcoming
from publisher.settle.kinds import of
from publisher.settle.record import differs_unsaid, later
from publisher.settle.retired import told
from publisher.settle.sequels import threaded


@dataclass(frozen=True, slots=True, kw_only=True)
class Earlier:
    """What is shown of events, and the ledger as of it.

    An event is as the ledger knows it: its picture is on its page, which is as it was, and not in its
    calendar. Episodes and articles are there to be named by it, and are shown by themselves as they were.
    """

    edition: Edition
    ledger: Ledger
    added: tuple[str, ...] = ()
    """The keys of the pages of events that the revision did not know."""


def earlier(ledger: Ledger, old: Revision, show: Show, now: datetime) -> Earlier:
    """The events of `show` at `now` as they were in the revision `old`, on top of the newest `ledger`.

    What `old` did not know yet is called off while it is to come; a later publish brings it back.
    """
    now = now.astimezone(UTC).replace(microsecond=0)
    there = {known.key for known in old.objects}
    known = {row.guid: row for row in old.ledger.entries if _page(row) in there}
    rows = tuple(_row(row, known.get(row.guid), now) for row in ledger.entries)
    shown = [row for row in rows if row.guid in known or _is_to_come(row, now)]
    made = sorted(threaded(shown, rows), key=lambda one: (one.published, one.slug), reverse=True)
    record = _show_record(ledger.show, old.ledger.show, now)
    edition = Edition(
        show=show,
        guid=show.guid or (record.guid if record else ""),
        updated=record.updated if record else now,
        events=tuple(of(Event, made)),
        episodes=tuple(of(Episode, made)),
        articles=tuple(of(Article, made)),
    )
    return Earlier(
        edition=replace(
            edition,
            calendar=tuple(kept(edition.events, show.calendar, now)),
            upcoming=upcoming(edition.events, now),
        ),
        ledger=replace(ledger, show=record, moment=now, entries=rows),
        added=tuple(sorted(_page(row) for row in shown if row.event and row.guid not in known)),
    )


def _page(row: LedgerEntry) -> str:
    return f"{row.kind}s/{row.slug}.html"


def _row(row: LedgerEntry, was: LedgerEntry | None, now: datetime) -> LedgerEntry:
    """The row once listeners have what they had when it `was` so; None is that they had nothing."""
    if row.retracted:
        return row
    if was is None:
        return _called_off(row, now)
    if row.hash == was.hash and not differs_unsaid(row.event, was.event) and _status(row) == _status(was):
        return row
    moment = later(row.updated, now)
    back = replace(row, hash=was.hash, updated=moment)
    return told(back, was.event, moment) if was.event and was.event != row.event else back


def _status(row: LedgerEntry) -> str | None:
    """Whether an event was called off in the ledger alone, as what is retired."""
    return row.event.status if row.event else None


def _called_off(row: LedgerEntry, now: datetime) -> LedgerEntry:
    """The row of an event that nobody had heard of.

    Its hash is that of nothing, so that the next publish tells it as a change.
    """
    if row.event is None or is_over(row.event, now):
        return row
    off = replace(row.event, status="cancelled", thread=())
    return row if off == row.event else replace(told(row, off, later(row.updated, now)), hash="")


def _is_to_come(row: LedgerEntry, now: datetime) -> bool:
    return row.event is not None and not is_over(row.event, now)


def _show_record(record: ShowRecord | None, was: ShowRecord | None, now: datetime) -> ShowRecord | None:
    if record is None or was is None or record.hash == was.hash:
        return record
    return replace(record, hash=was.hash, updated=later(record.updated, now))
