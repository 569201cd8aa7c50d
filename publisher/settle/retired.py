"""What was taken from listeners: burnt in the ledger, and future events still shown as cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from publisher.model import Event, EventFields, LedgerEntry, Online, Origin, Published
from publisher.settle.calendar import is_over
from publisher.settle.event import change


def retire(row: LedgerEntry, moment: datetime) -> LedgerEntry:
    """The burnt row; an event is cancelled in it, so that its VEVENT changes once more (ICS-018)."""
    if row.event is None:
        return replace(row, burnt=True, updated=moment)
    return replace(told(row, replace(row.event, status="cancelled"), moment), burnt=True)


def told(row: LedgerEntry, event: EventFields, moment: datetime) -> LedgerEntry:
    """The row of an event that is shown as `event` from `moment` on: its SEQUENCE rises (ICS-016)."""
    news = change(row.event, event, moment) if row.event else None
    return replace(
        row,
        updated=moment,
        event=event,
        sequence=row.sequence + 1,
        revised=None,
        changes=(*row.changes, *((news,) if news else ())),
    )


def is_back(row: LedgerEntry) -> bool:
    """Whether a rollback shows a retired event as if it were not."""
    return bool(row.burnt and row.event and row.event.status != "cancelled")


def cancelled(row: LedgerEntry, now: datetime) -> Published[Event] | None:
    """The retired event of `row`, until it is past."""
    if row.event is None or not row.burnt or is_over(row.event, now):
        return None
    return recalled(row, row.event)


def recalled(row: LedgerEntry, event: EventFields) -> Published[Event]:
    """The event of `row` as its subscribers see it, by the ledger alone."""
    return Published(
        entry=_entry(row, event),
        guid=row.guid,
        slug=row.slug,
        published=row.published,
        updated=row.updated,
        sequence=row.sequence,
        revised=row.revised,
        changes=row.changes,
        quiet=row.quiet,
    )


def _entry(row: LedgerEntry, event: EventFields) -> Event:
    """The event as its subscribers last saw it. Its text and picture are gone with its files."""
    online = Online(platform=event.platform, url=event.url, join=event.join, public=True)
    return Event(
        path=row.path,
        slug=row.slug,
        title=event.title,
        summary=event.excerpt or None,
        excerpt=event.excerpt,
        origin=Origin(file=f"episodes/{row.path}"),
        start=event.start,
        end=event.end,
        all_day=event.all_day,
        timezone=event.timezone,
        location=event.location,
        address=event.address,
        geo=event.geo,
        online=online if event.platform or event.url or event.join else None,
        registration=event.registration,
        deadline=event.deadline,
        organizer=event.organizer,
        audience=event.audience,
        price=event.price,
        capacity=event.capacity,
        persons=event.speakers,
        programme=event.programme,
        tags=event.tags,
        status=event.status,
        recurrence=event.recurrence,
    )
