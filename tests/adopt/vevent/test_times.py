"""publisher.adopt.vevent.times: from when until when."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from publisher.adopt.vevent.times import instance_times, read_times
from publisher.adopt.vevent.vevent import VEvent
from tests.adopt.vevent.made import ODD, codes, vevent, vtimezone

WRONG = vtimezone("W. Europe Standard Time")


def written(lines: str, *, before: str = "", recurs: bool = False) -> tuple[str, str | None, str, VEvent]:
    """Start, end and zone as event.md has them, and the event."""
    event = vevent(lines, before=before)
    times = read_times(event, recurs=recurs)
    assert times
    end = times.hand.write(times.end, last=True) if times.end else None
    return times.hand.write(times.start), end, times.hand.zone.key, event


HOME = "Europe/Copenhagen"
DAY = "DTSTART;VALUE=DATE:20260601"


@pytest.mark.parametrize(
    ("lines", "start", "end", "zone"),
    [
        ("DTSTART:20260601T090000Z", "2026-06-01 11:00", None, HOME),
        ("DTSTART;TZID=UTC:20260601T090000", "2026-06-01 11:00", None, HOME),
        ("DTSTART:20260601T090000", "2026-06-01 09:00", None, HOME),
        ("DTSTART;TZID=Asia/Tokyo:20260601T090000", "2026-06-01 09:00", None, "Asia/Tokyo"),
        ("DTSTART:20260601T090000Z\nDTEND:20260601T100000Z", "2026-06-01 11:00", "2026-06-01 12:00", HOME),
        ("DTSTART:20260601T090000Z\nDURATION:PT45M", "2026-06-01 11:00", "2026-06-01 11:45", HOME),
        (
            "DTSTART;TZID=Europe/Paris:20260601T090000\nDTEND;TZID=Asia/Tokyo:20260601T180000",
            "2026-06-01 09:00",
            "2026-06-01 11:00",
            "Europe/Paris",
        ),
        ("DTSTART:20260601T090000\nDTEND:20260601T090000", "2026-06-01 09:00", None, HOME),
        ("DTSTART:20260601T090000\nDURATION:PT0S", "2026-06-01 09:00", None, HOME),
        (
            "DTSTART:20260601T090000\nDTEND;VALUE=DATE:20260602",
            "2026-06-01 09:00",
            "2026-06-02 00:00",
            HOME,
        ),
        (DAY, "2026-06-01", "2026-06-01", HOME),
        (f"{DAY}\nDTEND;VALUE=DATE:20260601", "2026-06-01", "2026-06-01", HOME),
        (f"{DAY}\nDTEND;VALUE=DATE:20260604", "2026-06-01", "2026-06-03", HOME),
        (f"{DAY}\nDURATION:P2D", "2026-06-01", "2026-06-02", HOME),
        (f"{DAY}\nDTEND:20260603T120000", "2026-06-01", "2026-06-03", HOME),
        (f"{DAY}\nDTEND:20260603T000000", "2026-06-01", "2026-06-02", HOME),
    ],
)
def test_times_are_written_in_their_zone_or_the_shows(
    lines: str, start: str, end: str | None, zone: str
) -> None:
    *made, event = written(lines)
    assert (made, codes(event)) == ([start, end, zone], [])


def test_a_series_in_utc_stays_there() -> None:
    """In the show's zone it would be another hour in winter."""
    assert written("DTSTART:20260601T090000Z", recurs=True)[:3] == ("2026-06-01 09:00", None, "UTC")


def test_a_calendars_own_zone_is_that_of_times_without_one() -> None:
    before = "X-WR-TIMEZONE:Asia/Tokyo"
    assert written("DTSTART:20260601T090000", before=before)[2] == "Asia/Tokyo"
    assert written("DTSTART;VALUE=DATE:20260601", before=before)[2] == "Asia/Tokyo"


def test_a_zone_that_is_guessed_is_told() -> None:
    *made, event = written("SUMMARY:Uffe\nDTSTART;TZID=Customized:20260601T090000", before=WRONG)
    assert made == ["2026-06-01 09:00", None, "Europe/Berlin"]
    assert codes(event) == ["IMPORT-004"]
    assert event.told[0].message == (
        "'Uffe' is in the time zone 'Customized', which nobody knows: Europe/Berlin is assumed"
    )


def test_a_clock_of_nowhere_gives_the_moment_and_is_told_for_a_series() -> None:
    lines = "DTSTART;TZID=Odd:20260601T090000"
    *made, event = written(lines, before=ODD)
    assert (made, codes(event)) == (["2026-06-01 09:43", None, "Europe/Copenhagen"], [])
    assert codes(written(lines, before=ODD, recurs=True)[3]) == ["IMPORT-004"]


@pytest.mark.parametrize(
    "end",
    ["DTEND:20260601T080000", "DURATION:-PT1H", "DTEND:soon", "DURATION:long", "DTEND:10000101T000000Z"],
)
def test_an_end_that_is_none_is_left_out_and_told(end: str) -> None:
    start, made, _, event = written(f"DTSTART:20260601T090000\n{end}")
    assert (start, made, codes(event)) == ("2026-06-01 09:00", None, ["IMPORT-003"])


SKIPPED = "SUMMARY:One\nDTSTART;TZID=Europe/Copenhagen:20260329T023000"


def test_a_series_from_a_time_that_clocks_skip_is_told() -> None:
    start, end, _, event = written(f"{SKIPPED}\nDURATION:PT1H", recurs=True)
    assert (start, end, codes(event)) == ("2026-03-29 03:30", "2026-03-29 04:30", ["IMPORT-005"])
    assert event.told[0].message.endswith("so every time of it starts at 03:30")
    assert codes(written(f"{SKIPPED}\nDURATION:PT1H")[3]) == []


@pytest.mark.parametrize("end", ["030000", "033000"])
def test_an_end_that_a_skipped_start_reaches_is_told(end: str) -> None:
    made = written(f"{SKIPPED}\nDTEND;TZID=Europe/Copenhagen:20260329T{end}")
    assert (made[1], codes(made[3])) == (None, ["IMPORT-003"])


def test_whole_days_that_end_before_they_start_are_one_day() -> None:
    *made, event = written("DTSTART;VALUE=DATE:20260601\nDTEND;VALUE=DATE:20260501")
    assert (made[:2], codes(event)) == (["2026-06-01", "2026-06-01"], ["IMPORT-003"])


@pytest.mark.parametrize("start", ["", "DTSTART:", "DTSTART:soon", "DTSTART:20260231T090000"])
def test_without_a_start_there_is_nothing_but_a_problem(start: str) -> None:
    event = vevent(f"SUMMARY:One\n{start}")
    assert (read_times(event, recurs=False), codes(event)) == (None, ["IMPORT-002"])


def test_a_time_of_a_series_has_the_form_of_the_series() -> None:
    series = read_times(vevent("DTSTART;VALUE=DATE:20260601"), recurs=True)
    override = vevent("SUMMARY:One\nDTSTART:20260608T090000")
    assert series
    original = series.hand.take(datetime(2026, 6, 8, tzinfo=UTC))
    own = instance_times(series, override, original)
    assert (series.hand.write(own.start), codes(override)) == ("2026-06-08", ["IMPORT-005"])


def test_the_same_at_another_start_is_as_long() -> None:
    days = read_times(vevent("DTSTART;VALUE=DATE:20261024\nDTEND;VALUE=DATE:20261026"), recurs=True)
    assert days
    later = days.at(days.hand.take(datetime(2026, 11, 1, tzinfo=UTC)))
    assert (days.hand.write(later.start), days.hand.write(later.last, last=True)) == (
        "2026-11-01",
        "2026-11-02",
    )
