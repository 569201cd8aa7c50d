"""Series of which every time is what its producer means."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest

from publisher.check.recurrence import ends_changed_times_after_they_start, is_over_before_it_happens_again
from publisher.model import Event, Instance, Origin, Recurrence

from .site import START, event, found, said, site

HOUR, WEEK = timedelta(hours=1), timedelta(days=7)


def weekly(*changed: Instance, marks: tuple[tuple[str, int, int], ...] = (), **fields: Any) -> Event:
    """An event of an hour, three weeks in a row."""
    starts = (START, START + WEEK, START + 2 * WEEK)
    recurrence = Recurrence(rule="FREQ=WEEKLY;COUNT=3", starts=starts, changed=changed)
    return event(recurrence=recurrence, origin=Origin(file="e.md", marks=marks), **fields)


@pytest.mark.parametrize(("end", "expected"), [(HOUR, []), (WEEK, []), (WEEK + HOUR, ["EVENT-004 warning"])])
def test_a_time_is_over_before_the_next(end: timedelta, expected: list[str]) -> None:
    assert found(is_over_before_it_happens_again, site(weekly(end=START + end))) == expected


def test_the_end_of_the_series_is_told_to_be_until() -> None:
    """The mistake that everybody makes once."""
    message, fix = said(is_over_before_it_happens_again, site(weekly(end=START + 2 * WEEK + HOUR)))
    assert message == "it is still on when it happens again, on 2026-02-07"
    assert fix == "write when its first time is over; when the series ends is said by UNTIL in its rule"


@pytest.mark.parametrize("fields", [{"end": None}, {"draft": True, "end": START + 9 * WEEK}])
def test_without_an_end_or_as_a_draft_nothing_overlaps(fields: dict[str, Any]) -> None:
    assert found(is_over_before_it_happens_again, site(weekly(**fields))) == []


def test_what_happens_once_never_happens_again() -> None:
    assert found(is_over_before_it_happens_again, site(event(end=START + 9 * WEEK))) == []


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (Instance(original=START + WEEK, end=START + WEEK + HOUR), []),
        (Instance(original=START + WEEK, start=START), []),
        (Instance(original=START + WEEK, end=START + WEEK), ["ICS-007 error"]),
        (Instance(original=START + WEEK, start=START, end=START - HOUR), ["ICS-007 error"]),
    ],
)
def test_a_changed_time_ends_after_it_starts(change: Instance, expected: list[str]) -> None:
    assert found(ends_changed_times_after_they_start, site(weekly(change))) == expected


def test_it_is_told_where_it_is_written() -> None:
    wrong = Instance(original=START + WEEK, end=START)
    marks = (("recurrence.changed", 5, 3), ("recurrence.changed.0.end", 7, 5))
    (problem,) = ends_changed_times_after_they_start(site(weekly(wrong, marks=marks)))
    assert (problem.place.line, problem.message) == (
        7,
        "the changed time of 2026-02-07 ends before it starts",
    )
