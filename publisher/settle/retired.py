"""What was taken from listeners: burnt in the ledger, and future events still shown as cancelled."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from publisher.model import Entry, Event, LedgerEntry, Online, Origin, Published


def retire(row: LedgerEntry, moment: datetime) -> LedgerEntry:
    """The burnt row; an event is cancelled in it, so that its VEVENT changes once more (ICS-018)."""
    if row.event is None:
        return replace(row, burnt=True, updated=moment)
    event = replace(row.event, status="cancelled")
    return replace(row, burnt=True, updated=moment, event=event, sequence=row.sequence + 1)


def cancelled(row: LedgerEntry, now: datetime) -> Published[Entry] | None:
    """The retired event of `row`, until it is past."""
    event = row.event
    if event is None or not row.burnt or (event.end or event.start) <= now:
        return None
    online = Online(platform=event.platform, url=event.url, join=event.join, public=True)
    entry = Event(
        path=row.path,
        slug=row.slug,
        title=event.title,
        summary=event.summary,
        excerpt=event.summary or "",
        origin=Origin(file=f"episodes/{row.path}"),
        start=event.start,
        end=event.end,
        timezone=event.timezone,
        location=event.location,
        online=online if event.platform or event.url or event.join else None,
        organizer=event.organizer,
        tags=event.tags,
        status=event.status,
    )
    return Published(
        entry=entry,
        guid=row.guid,
        slug=row.slug,
        published=row.published,
        updated=row.updated,
        sequence=row.sequence,
    )
