"""Other people's readers of calendars agree on what ours say: identity, instants, status and revision."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from ical.calendar_stream import IcsCalendarStream
from icalendar import Calendar

from publisher.model import Event, Published, Recurrence

from .made import (
    BRIEF,
    DAYS,
    ENDLESS,
    EVERY,
    FULL,
    LATE,
    WEEKLY,
    WORLD,
    at,
    bodies,
    edition_of,
    held,
    weekly_starts,
)

START, END = datetime(2023, 1, 1, tzinfo=UTC), datetime(2026, 1, 1, tzinfo=UTC)

Told = tuple[str, str, str, str, int]
"""UID; start and end in UTC, or as days; STATUS; SEQUENCE."""
Reader = Callable[[bytes], list[Told]]
"""What happens from START until END, sorted."""


def by_recurring_ical_events(body: bytes) -> list[Told]:
    found = recurring_ical_events.of(Calendar.from_ical(body)).between(START, END)
    return sorted(
        (str(one["uid"]), instant(one.start), instant(one.end), str(one["status"]), int(one["sequence"]))
        for one in found
    )


def by_ical(body: bytes) -> list[Told]:
    calendar = IcsCalendarStream.calendar_from_ics(body.decode())
    found: list[Any] = list(calendar.timeline_tz(UTC).overlapping(START, END))
    return sorted(
        (one.uid, instant(one.dtstart), instant(one.end), one.status.value, one.sequence) for one in found
    )


def instant(moment: date) -> str:
    return moment.astimezone(UTC).isoformat() if isinstance(moment, datetime) else moment.isoformat()


READERS = pytest.mark.parametrize(
    "reader", [by_recurring_ical_events, by_ical], ids=lambda reader: reader.__name__
)


def told(reader: Reader, *items: Published[Event]) -> list[Told]:
    return reader(bodies(edition_of(*items))["events.ics"])


def starts(reader: Reader, item: Published[Event]) -> list[datetime]:
    return [datetime.fromisoformat(start) for _, start, *_ in told(reader, item)]


@READERS
@pytest.mark.parametrize("key", ["events.ics", *(f"events/{item.slug}.ics" for item in EVERY)])
def test_every_calendar_is_read(reader: Reader, key: str) -> None:
    """Nobody refuses anything in them."""
    assert reader(bodies(edition_of(*EVERY, color="turquoise"))[key])
    assert not reader(bodies(edition_of())["events.ics"])


@READERS
def test_single_events_are_when_they_are(reader: Reader) -> None:
    """Also where clocks show an hour twice: what is in UTC must not come from the calendar's own zone.

    That zone, X-WR-TIMEZONE, recurring-ical-events applies to it, and forgets which hour it was.
    """
    made = bodies(edition_of(FULL, LATE, BRIEF))
    assert [one for key in sorted(made.keys() - {"events.ics"}) for one in reader(made[key])] == [
        ("uid-fuld", "2023-03-31T07:00:00+00:00", "2023-03-31T08:00:00+00:00", "CONFIRMED", 2),
        ("uid-kort", "2023-06-01T12:00:00+00:00", "2023-06-01T12:00:00+00:00", "CANCELLED", 2),
        ("uid-sent", "2023-10-29T00:30:00+00:00", "2023-10-29T01:45:00+00:00", "TENTATIVE", 2),
    ]


@READERS
def test_a_weekly_series_keeps_its_local_clock(reader: Reader) -> None:
    """Past March and October, with what was added, left out, moved and cancelled."""
    found = told(reader, WEEKLY)
    assert sorted(datetime.fromisoformat(start) for _, start, *_ in found) == weekly_starts()
    off = [start for _, start, _, status, _ in found if status == "CANCELLED"]
    assert off == ["2023-04-07T07:00:00+00:00"]
    assert {sequence for *_, sequence in found} == {2}
    lengths = {datetime.fromisoformat(end) - datetime.fromisoformat(start) for _, start, end, *_ in found}
    assert lengths == {timedelta(hours=1)}


@READERS
def test_a_series_in_utc_stays_there(reader: Reader) -> None:
    """Though the calendar names another zone; with what was added, left out and cancelled."""
    assert [(start, status) for _, start, _, status, _ in told(reader, WORLD)] == [
        ("2023-03-24T12:00:00+00:00", "CONFIRMED"),
        ("2023-03-31T12:00:00+00:00", "CANCELLED"),
        ("2023-04-14T12:00:00+00:00", "CONFIRMED"),
        ("2023-05-01T12:00:00+00:00", "CONFIRMED"),
    ]


@READERS
def test_a_series_of_days_is_of_days(reader: Reader) -> None:
    """Three, whatever the night between them."""
    found = [(start, end) for _, start, end, *_ in told(reader, DAYS)]
    assert found == [("2023-10-28", "2023-10-31"), ("2025-11-01", "2025-11-04")]


@READERS
def test_a_series_in_a_zone_without_summer_time_never_shifts(reader: Reader) -> None:
    """Nor does it end."""
    found = starts(reader, ENDLESS)
    assert len(found) == 36
    assert {f"{start:%H:%M}" for start in found} == {"12:30"}


@READERS
@pytest.mark.parametrize(
    "zone", ["Europe/Dublin", "America/New_York", "Australia/Lord_Howe", "Africa/Casablanca"]
)
def test_a_weekly_series_keeps_its_local_clock_everywhere(reader: Reader, zone: str) -> None:
    """Also where summer time is standard time, shifts by half an hour, or stops for Ramadan."""
    first = at("2023-01-05 18:00", zone)
    rule = Recurrence(rule="FREQ=WEEKLY;COUNT=104", last=first + timedelta(weeks=103, hours=1))
    found = starts(reader, held(start=first, end=first + timedelta(hours=1), timezone=zone, recurrence=rule))
    assert len(found) == 104
    assert {f"{start.astimezone(ZoneInfo(zone)):%a %H:%M}" for start in found} == {"Thu 18:00"}
    assert len({start.timetz() for start in found}) == 2
