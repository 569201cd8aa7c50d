"""What Python's programs read: icalendar, recurring-ical-events, and ical, which is Home Assistant's."""

from __future__ import annotations

from datetime import UTC, date, datetime

import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream
from ical.event import Event
from icalendar import Calendar, Component
from icalendar import Event as Vevent

from tests.calendars.seen import FROM, TO, Reading, Seen, moment, reading


def by_icalendar(calendar: bytes) -> Reading:
    """What the library reads that writes ours."""
    return reading(_vevents(Calendar.from_ical(calendar)))


def by_recurring_ical_events(calendar: bytes) -> Reading:
    """What icalendar reads, with the times of its series."""
    read = Calendar.from_ical(calendar)
    times = recurring_ical_events.of(read).between(FROM, TO)
    return reading(_vevents(read), [_vevent(one) for one in times])


def _vevents(calendar: Component) -> list[Seen]:
    return [_vevent(one) for one in calendar.walk("VEVENT") if isinstance(one, Vevent)]


def _vevent(vevent: Vevent) -> Seen:
    original = vevent.RECURRENCE_ID
    return Seen(
        uid=str(vevent.uid),
        original=moment(original) if original else "",
        start=moment(vevent.start),
        end=moment(vevent.end),
        whole_day=not isinstance(vevent.start, datetime),
        status=str(vevent["STATUS"]),
        sequence=vevent.sequence,
        stamp=moment(vevent.decoded("DTSTAMP")),
        summary=str(vevent.summary),
    )


def by_ical(calendar: bytes) -> Reading:
    """What ical reads. Of a RECURRENCE-ID it keeps the digits alone, so the zone is that of the series."""
    read = IcsCalendarStream.calendar_from_ics(calendar.decode())
    series = {event.uid: event.dtstart for event in read.events if not event.recurrence_id}
    events = [_event(event, _original(event, series[event.uid])) for event in read.events]
    return reading(events, [_event(event) for event in read.timeline_tz(UTC).overlapping(FROM, TO)])


def _event(event: Event, original: str = "") -> Seen:
    assert event.uid and event.dtstart and event.status and event.summary
    return Seen(
        uid=event.uid,
        original=original,
        start=moment(event.dtstart),
        end=moment(event.end),
        whole_day=not isinstance(event.dtstart, datetime),
        status=event.status.value,
        sequence=-1 if event.sequence is None else event.sequence,
        stamp=moment(event.dtstamp),
        summary=event.summary,
    )


def _original(event: Event, series: date | None) -> str:
    if event.recurrence_id is None:
        return ""
    if not isinstance(series, datetime):
        return moment(date.fromisoformat(event.recurrence_id))
    clock = datetime.fromisoformat(event.recurrence_id)
    return moment(clock if clock.tzinfo else clock.replace(tzinfo=series.tzinfo))
