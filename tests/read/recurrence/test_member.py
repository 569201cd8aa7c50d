"""Which time of a series is meant."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from publisher.model import Place, Problem, Severity
from publisher.read.moment import when
from publisher.read.recurrence.member import Members
from publisher.read.recurrence.rrule import parse
from publisher.read.recurrence.series import Series, make_series
from publisher.read.span import Span

HOME = ZoneInfo("Europe/Copenhagen")
HERE = Place(file="e.md", line=7)


def members(
    start: str = "2026-01-30 02:30", rule: str = "FREQ=WEEKLY"
) -> tuple[Members, Series, list[Problem]]:
    """Of a series that starts then."""
    first, problems = when(start, HOME), list[Problem]()
    span = Span(start=first.moment, end=first.over, all_day=first.whole)
    far = first.moment + timedelta(days=99)
    made = make_series(parse(rule, HOME, all_day=first.whole), span, HOME, (), far)
    return Members(span=span, zone=HOME, problems=problems), made, problems


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("2026-02-03", "2026-02-03T02:30:00+01:00"),
        ("2026-02-03 14:00", "2026-02-03T14:00:00+01:00"),
        ("2026-02-03T14:00:00Z", "2026-02-03T15:00:00+01:00"),
    ],
)
def test_a_day_alone_is_at_the_clock_of_the_series(written: str, meant: str) -> None:
    made, _, problems = members()
    moment = made.moment(when(written, HOME), HERE, "also")
    assert moment
    assert (moment.isoformat(), problems) == (meant, [])


def test_a_clock_that_is_skipped_on_that_day_is_told() -> None:
    made, _, problems = members()
    assert made.moment(when("2026-03-29", HOME), HERE, "also") is None
    assert [(one.code, one.place, one.fix) for one in problems] == [
        ("READ-008", HERE, "write `2026-03-29 03:30`")
    ]


def test_of_whole_days_a_clock_is_left_out_with_a_warning() -> None:
    made, series, problems = members("2026-01-30")
    moment = made.moment(when("2026-02-03 14:00", HOME), HERE, "also")
    assert moment
    assert moment.isoformat() == "2026-02-03T00:00:00+01:00"
    assert made.named(series, when("2026-02-06 14:00", HOME), HERE, "except") == (series.starts[1],)
    assert [(one.code, one.severity, one.fix) for one in problems] == [
        ("ICS-021", Severity.WARNING, "write `2026-02-03`"),
        ("ICS-021", Severity.WARNING, "write `2026-02-06`"),
    ]


@pytest.mark.parametrize(
    ("start", "written", "message", "fix"),
    [
        (
            "2026-01-30 09:00",
            "2026-02-05",
            "except has Thursday 2026-02-05, when the series has no time",
            "write `2026-02-06 09:00`, the nearest of its times, or remove it",
        ),
        (
            "2026-01-30 09:00",
            "2026-02-06 10:00",
            "except has Friday 2026-02-06 10:00, when the series has no time",
            "write `2026-02-06 09:00`, the nearest of its times, or remove it",
        ),
        (
            "2026-01-30",
            "2026-02-05",
            "except has Thursday 2026-02-05, when the series has no time",
            "write `2026-02-06`, the nearest of its times, or remove it",
        ),
    ],
)
def test_what_is_no_time_is_told_with_the_nearest(start: str, written: str, message: str, fix: str) -> None:
    made, series, problems = members(start)
    assert made.named(series, when(written, HOME), HERE, "except") == ()
    assert [(one.code, one.message, one.fix) for one in problems] == [("EVENT-001", message, fix)]


def test_what_is_too_far_ahead_to_know_is_believed() -> None:
    made, series, problems = members("2026-01-30 09:00")
    (far,) = made.named(series, when("2099-01-01", HOME), HERE, "except")
    assert (far.isoformat(), problems) == ("2099-01-01T09:00:00+01:00", [])
