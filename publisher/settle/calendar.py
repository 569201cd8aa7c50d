"""Which events are in the calendar, which are still to come, and when that changes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta

from publisher.model import Calendar, Event, EventFields, Published, Upcoming, over

OFF = ("cancelled", "postponed")
"""The states of an event that nobody can come to."""


def is_over(event: Event | EventFields, now: datetime) -> bool:
    """Whether nothing of `event` is to come."""
    end = over(event)
    return end is not None and end <= now


def kept(events: Iterable[Published[Event]], calendar: Calendar, now: datetime) -> Iterator[Published[Event]]:
    """Those that are not past for longer than the calendar keeps them."""
    for item in events:
        if calendar.keep is None or not is_over(item.entry, now - calendar.keep):
            yield item


def upcoming(events: Iterable[Published[Event]], now: datetime) -> tuple[Upcoming, ...]:
    """Those that somebody can still come to, soonest first."""
    coming = [
        Upcoming(item=item, start=start)
        for item in events
        if item.entry.status not in OFF and (start := next(_ahead(item.entry, now), None))
    ]
    return tuple(sorted(coming, key=lambda one: (one.start, one.item.slug)))


def turns(event: Event, calendar: Calendar, now: datetime) -> Iterator[datetime]:
    """The moments after `now` at which a time of `event` ends, or it leaves the calendar."""
    start = next(_ahead(event, now), None)
    if start:
        yield start + _length(event)
    end = over(event)
    if end and calendar.keep is not None:
        yield end + calendar.keep


def _ahead(event: Event, now: datetime) -> Iterator[datetime]:
    """The starts of its times that are not over."""
    starts = event.recurrence.starts if event.recurrence else (event.start,)
    length = _length(event)
    return (start for start in starts if start + length > now)


def _length(event: Event) -> timedelta:
    return event.end - event.start if event.end else timedelta()
