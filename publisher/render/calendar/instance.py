"""Times of a series that are not as its rule has them, each as an event by itself (RFC 5545 §3.8.4.4)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from publisher.model import Event, Instance, Recurrence, Session
from publisher.render.calendar.clock import is_second


def instances(event: Event) -> Iterator[tuple[datetime, Event]]:
    """Give each of them: when the series has it, and the event as it is that time, no series any more."""
    recurrence = event.recurrence or Recurrence()
    yield from ((one.original, _at(event, one)) for one in recurrence.changed)
    if event.all_day or not event.recurrence:
        return
    # These the series cannot say in local time; on its own, each is told in UTC.
    zone, changed = ZoneInfo(event.timezone), {one.original.astimezone(UTC) for one in recurrence.changed}
    for start in (event.start, *recurrence.added):
        if is_second(start, zone) and start.astimezone(UTC) not in changed:
            yield start, _at(event, Instance(original=start))


def _at(event: Event, instance: Instance) -> Event:
    start = instance.start or instance.original
    moved = replace(
        event,
        start=start,
        end=instance.end or (_end(event, start) if event.end else None),
        title=instance.title or event.title,
        status=instance.status or event.status,
        programme=tuple(_moved(session, event, start) for session in event.programme),
        recurrence=None,
    )
    if instance.location and instance.location != event.location:
        return replace(moved, location=instance.location, address=None, geo=None)
    return moved


def _end(event: Event, start: datetime) -> datetime:
    """Say when it is over if it takes as long as ever, whatever clocks do meanwhile (§3.8.5.3)."""
    end = event.end or event.start
    if event.all_day:
        # Days are counted as such: where clocks go forward at midnight, one begins at one o'clock.
        days = _wall(end, event).date() - _wall(event.start, event).date()
        midnight = datetime.combine(_wall(start, event).date() + days, time(), ZoneInfo(event.timezone))
        return midnight.astimezone(UTC)
    return start.astimezone(UTC) + (end.astimezone(UTC) - event.start.astimezone(UTC))


def _moved(session: Session, event: Event, start: datetime) -> Session:
    """Move a part of the programme as the event is moved, by the clock on the wall."""
    by = _wall(start, event) - _wall(event.start, event)
    return replace(
        session,
        start=_shifted(session.start, event, by),
        end=_shifted(session.end, event, by),
    )


def _shifted(moment: datetime | None, event: Event, by: timedelta) -> datetime | None:
    return _wall(moment, event) + by if moment else None


def _wall(moment: datetime, event: Event) -> datetime:
    """Put `moment` on the clocks of the event: of one zone, they are counted with as they show."""
    return moment.astimezone(ZoneInfo(event.timezone))
