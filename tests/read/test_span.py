"""From when until when: with clocks, or whole days."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from publisher.model import Problem
from publisher.read import yaml
from publisher.read.fields import Fields
from publisher.read.span import Span, read_span
from tests.read.project import spots

HOME = ZoneInfo("Europe/Copenhagen")
SANTIAGO = ZoneInfo("America/Santiago")


def span(text: str, zone: ZoneInfo = HOME) -> tuple[Span | None, list[Problem]]:
    fields = Fields(yaml.parse(text, "e.md")[0], "e.md", [])
    return read_span(fields, zone), fields.problems


@pytest.mark.parametrize(
    ("text", "zone", "start", "end", "all_day"),
    [
        ("start: 2026-05-29 09:00", HOME, "2026-05-29T09:00:00+02:00", None, False),
        (
            "start: 2026-05-29 09:00\nend: 2026-05-30 16:00",
            HOME,
            "2026-05-29T09:00:00+02:00",
            "2026-05-30T16:00:00+02:00",
            False,
        ),
        (
            "start: 2026-05-29 09:00\nend: 2026-05-29T08:00:00Z",
            HOME,
            "2026-05-29T09:00:00+02:00",
            "2026-05-29T10:00:00+02:00",
            False,
        ),
        ("start: 2026-05-29", HOME, "2026-05-29T00:00:00+02:00", "2026-05-30T00:00:00+02:00", True),
        (
            "start: 2026-05-29\nend: 2026-05-30",
            HOME,
            "2026-05-29T00:00:00+02:00",
            "2026-05-31T00:00:00+02:00",
            True,
        ),
        ("start: 2026-03-29", HOME, "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00", True),
        ("start: 2025-09-06", SANTIAGO, "2025-09-06T00:00:00-04:00", "2025-09-07T01:00:00-03:00", True),
        ("start: 2025-09-07", SANTIAGO, "2025-09-07T01:00:00-03:00", "2025-09-08T00:00:00-03:00", True),
    ],
)
def test_a_day_alone_is_all_of_it_and_the_last_day_is_counted(
    text: str, zone: ZoneInfo, start: str, end: str | None, all_day: bool
) -> None:
    """Also where a day has no midnight."""
    made, problems = span(text, zone)
    assert made
    assert (made.start.isoformat(), made.end.isoformat() if made.end else None) == (start, end)
    assert (made.all_day, made.start.tzinfo, problems) == (all_day, zone, [])


@pytest.mark.parametrize(
    ("text", "end", "fix"),
    [
        (
            "start: 2026-05-29\nend: 2026-05-30 16:00",
            "2026-05-31 00:00:00+02:00",
            "write `end: 2026-05-30`, the last day; or give start a clock too",
        ),
        (
            "start: 2026-05-29 09:30\nend: 2026-05-30",
            "None",
            "write `end: 2026-05-30 10:30`, or when it is over",
        ),
        (
            "start: 2026-05-29 23:30\nend: 2026-05-29",
            "None",
            "write `end: 2026-05-29 23:59`, or when it is over",
        ),
    ],
)
def test_an_end_that_is_not_like_its_start_is_told_with_the_line_to_write(
    text: str, end: str, fix: str
) -> None:
    made, problems = span(text)
    assert made
    assert (str(made.end), spots(problems)) == (end, ["2:1 EVENT-006"])
    assert problems[0].fix == fix


@pytest.mark.parametrize(
    ("text", "spot", "fix"),
    [
        ("start: 2026-05-29 09:00\nend: 10:00", "2:1 READ-008", "write `end: 2026-05-29 10:00`, year first"),
        ("start: 2026-05-29 09:00\nend: 10.00", "2:1 READ-008", "write `end: 2026-05-29 10:00`, year first"),
        ("start: 29-05-2026", "1:1 READ-008", "write `start: 2026-05-29`, year first"),
        ("start: 2026-03-29 02:30", "1:1 READ-008", "write `start: 2026-03-29 03:30`, year first"),
        ("start: 3000-01-01", "1:1 READ-008", "write `start: 2026-01-31 06:00`, year first"),
        ("start: 9999-12-31T23:59:00-12:00", "1:1 READ-008", "write `start: 2026-01-31 06:00`, year first"),
        ("end: 2026-02-30", "1:1 READ-008", "write `end: 2026-01-31 06:00`, year first"),
    ],
)
def test_what_is_no_time_is_told(text: str, spot: str, fix: str) -> None:
    _, problems = span(text)
    assert (spots(problems), problems[0].fix) == ([spot], fix)


def test_without_a_start_there_is_nothing() -> None:
    assert span("end: 2026-05-29") == (None, [])
