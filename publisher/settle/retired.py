"""What was taken from listeners: burnt in the ledger, and future events still shown as cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from publisher.model import Entry, Event, EventFields, LedgerEntry, Online, Origin, Published, over
from publisher.settle.event import change


def retire(row: LedgerEntry, moment: datetime) -> LedgerEntry:
    """The burnt row; an event is cancelled in it, so that its VEVENT changes once more (ICS-018)."""
    if row.event is None:
        return replace(row, burnt=True, updated=moment)
    event = replace(row.event, status="cancelled")
    news = change(row.event, event, moment)
    return replace(
        row,
        burnt=True,
        updated=moment,
        event=event,
        sequence=row.sequence + 1,
        revised=None,
        changes=(*row.changes, *((news,) if news else ())),
    )


def cancelled(row: LedgerEntry, now: datetime) -> Published[Entry] | None:
    """The retired event of `row`, until it is past."""
    event = row.event
    if event is None or not row.burnt:
        return None
    end = over(event)
    if end is not None and end <= now:
        return None
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
