"""publisher.adopt.vevent.moments: values into moments, and those into the words of event.md."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.adopt.vevent.moments import Hand, Span, after, read_length, read_when, read_whens, write_moment
from publisher.adopt.vevent.property import Property, read_property
from publisher.read.moment import moment as read_moment
from tests.adopt.vevent.made import HOME, zones


def found(line: str) -> Property:
    made = read_property(line, 1)
    assert made
    return made


@pytest.mark.parametrize(
    ("line", "meant"),
    [
        ("DTSTART:20260601T090000Z", "2026-06-01T09:00:00+00:00"),
        ("DTSTART:20260601t090000z", "2026-06-01T09:00:00+00:00"),
        ("DTSTART:20260601T090000", "2026-06-01T09:00:00+02:00"),
        ("DTSTART:20260601T0900", "2026-06-01T09:00:00+02:00"),
        ("DTSTART:20261231T235960Z", "2026-12-31T23:59:59+00:00"),
        ("DTSTART;TZID=Asia/Tokyo:20260601T090000", "2026-06-01T09:00:00+09:00"),
        ("DTSTART;TZID=Asia/Tokyo:20260601T090000Z", "2026-06-01T09:00:00+00:00"),
        ("DTSTART;TZID=Europe/Copenhagen:20260329T023000", "2026-03-29T03:30:00+02:00"),
        ("DTSTART;TZID=Europe/Copenhagen:20261025T023000", "2026-10-25T02:30:00+02:00"),
        ("DTSTART;VALUE=DATE:20260601", "2026-06-01"),
        ("DTSTART;VALUE=DATE;TZID=Asia/Tokyo:20260601", "2026-06-01"),
        ("DTSTART;VALUE=DATE:20260601T000000", "2026-06-01"),
        ("DTSTART:20260601", "2026-06-01"),
    ],
)
def test_a_value_is_a_moment_or_a_day(line: str, meant: str) -> None:
    assert read_when(found(line), zones()).isoformat() == meant


@pytest.mark.parametrize(
    "value",
    [
        "soon",
        "2026-06-01",
        "20260631",
        "20260601T250000",
        "00010101T000000Z",
        "99991231T235959Z",
        "2026",
        "20260601X090000",
    ],
)
def test_what_is_no_moment_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_when(found(f"DTSTART:{value}"), zones())


def test_a_list_has_moments_days_and_spans() -> None:
    line = "RDATE:20260601T090000Z, 20260602,20260603T090000Z/PT90M,20260604T090000Z/20260604T100000Z,"
    nine = datetime(2026, 6, 3, 9, tzinfo=UTC)
    assert list(read_whens(found(line), zones())) == [
        datetime(2026, 6, 1, 9, tzinfo=UTC),
        date(2026, 6, 2),
        Span(nine, nine + timedelta(minutes=90)),
        Span(nine + timedelta(days=1), nine + timedelta(days=1, hours=1)),
    ]


def test_days_go_by_the_calendar_and_hours_by_the_stopwatch() -> None:
    """RFC 5545 §3.8.5.3; on 29 March 2026 the day has 23 hours."""
    start = datetime(2026, 3, 28, 22, tzinfo=HOME)
    assert after(start, read_length("P1D")).isoformat() == "2026-03-29T22:00:00+02:00"
    assert after(start, read_length("PT6H")).isoformat() == "2026-03-29T05:00:00+02:00"
    assert after(date(2026, 3, 28), read_length("P1W")) == date(2026, 4, 4)
    assert after(date(2026, 3, 28), read_length("PT12H")) == date(2026, 3, 29)


@pytest.mark.parametrize("value", ["x", "1H", "20260601T090000Z"])
def test_what_is_no_length_is_refused(value: str) -> None:
    with pytest.raises(ValueError, match=r".*"):
        read_length(value)


def test_clocks_are_written_as_the_zone_shows_them() -> None:
    hand = Hand(zone=HOME, whole=False)
    assert hand.write(datetime(2026, 6, 1, 7, tzinfo=UTC)) == "2026-06-01 09:00"
    assert hand.write(datetime(2026, 6, 1, 7, 0, 5, tzinfo=UTC)) == "2026-06-01 09:00:05"
    assert hand.write(datetime(2026, 10, 25, 0, 30, tzinfo=UTC)) == "2026-10-25 02:30"
    assert hand.write(datetime(2026, 10, 25, 1, 30, tzinfo=UTC)) == "2026-10-25 02:30:00+01:00"


def test_whole_days_are_written_with_the_last_of_them() -> None:
    hand = Hand(zone=HOME, whole=True)
    start, end = hand.take(date(2026, 6, 1)), hand.take(date(2026, 6, 4))
    assert (hand.write(start), hand.write(end, last=True)) == ("2026-06-01", "2026-06-03")


def test_a_day_among_clocks_is_the_series_own_time_of_it() -> None:
    hand = Hand(zone=HOME, whole=False, clock=time(9))
    assert hand.take(date(2026, 6, 1)) == datetime(2026, 6, 1, 7, tzinfo=UTC)


@settings(max_examples=300, derandomize=True, deadline=None)
@given(
    st.datetimes(datetime(1990, 1, 1), datetime(2037, 1, 1)),  # noqa: DTZ001
    st.sampled_from(["Europe/Copenhagen", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "UTC"]),
)
def test_what_is_written_is_read_as_the_same_moment(naive: datetime, key: str) -> None:
    moment, zone = naive.replace(microsecond=0, tzinfo=UTC), ZoneInfo(key)
    assert read_moment(write_moment(moment, zone), zone).astimezone(UTC) == moment
