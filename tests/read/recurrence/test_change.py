"""Times of a series that are not as the others."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from publisher.model import Instance, Problem
from publisher.read import yaml
from publisher.read.fields import Fields
from publisher.read.moment import when
from publisher.read.recurrence.change import instances, read_change
from publisher.read.recurrence.member import Members
from publisher.read.recurrence.rrule import parse
from publisher.read.recurrence.series import make_series
from publisher.read.span import Span
from tests.read.project import spots

HOME = ZoneInfo("Europe/Copenhagen")


def changed(
    *written: str, start: str = "2026-01-30 09:00", rule: str = "FREQ=WEEKLY;COUNT=5", out: int = 0
) -> tuple[tuple[Instance, ...], list[Problem]]:
    """What the tables say of a series of which the first `out` times are left out."""
    problems: list[Problem] = []
    first = when(start, HOME)
    span = Span(start=first.moment, end=first.over, all_day=first.whole)
    series = make_series(parse(rule, HOME, all_day=first.whole), span, HOME, (), first.moment)
    tables = [Fields(yaml.parse(text, "e.md")[0], "e.md", problems) for text in written]
    changes = [change for table in tables if (change := read_change(table, HOME))]
    for table in tables:
        table.close()
    members = Members(span=span, zone=HOME, problems=problems)
    return instances(changes, members, series, series.starts[:out]), problems


@pytest.mark.parametrize("status", ["confirmed", "tentative", "cancelled", "postponed"])
def test_a_time_has_a_state_only_if_it_says_so(status: str) -> None:
    made, problems = changed(f"original: 2026-02-06\nstatus: {status}", "original: 2026-02-13\ntitle: x")
    assert ([one.status for one in made], problems) == ([status, None], [])


def test_changes_are_in_the_order_of_the_series() -> None:
    made, _ = changed("original: 2026-02-13\ntitle: b", "original: 2026-02-06\ntitle: a")
    assert [one.title for one in made] == ["a", "b"]


@pytest.mark.parametrize(
    ("tables", "spot", "fix"),
    [
        (["title: y"], "1:1 READ-007", "write `original: 2026-05-29 09:00`"),
        (["original: 2026-02-06"], "1:1 READ-007", "write what is other"),
        (["original: 2026-02-07\ntitle: y"], "1:1 EVENT-001", "write `2026-02-06 09:00`, the nearest"),
        (["original: 2026-01-30\ntitle: y"], "1:1 EVENT-001", "keep one of the two"),
        (["original: 2026-02-06\ntitle: y", "original: 2026-02-06\ntitle: z"], "1:1 EVENT-001", "keep one"),
        (["original: 2026-02-06\nstart: 14:00"], "2:1 READ-008", "write `start: 2026-02-06 14:00`"),
        (["original: 2026-02-06\nend: 14:00"], "2:1 READ-008", "write `end: 2026-02-06 14:00`"),
        (["original: 2026-02-06\nend: 2026-02-06"], "2:1 EVENT-006", "write `end: 2026-02-06 10:00`"),
        (["original: 2026-02-06\nstatus: off"], "2:1 READ-007", "write `status: "),
        (["original: 2026-02-06\nspeakers: x"], "2:1 READ-005", "known here: end, location"),
    ],
)
def test_a_mistake_in_a_change_is_told_at_its_place(tables: list[str], spot: str, fix: str) -> None:
    _, problems = changed(*tables, out=1)
    assert spot in spots(problems)
    assert any(fix in problem.fix for problem in problems)


def test_a_place_may_have_a_comma() -> None:
    """In braces, YAML takes it for the end of the value."""
    (made,), problems = changed("{original: 2026-02-06, location: Town Hall, room 2, title: A, b}")
    assert (made.location, made.title, problems) == ("Town Hall, room 2", "A, b", [])


def test_a_day_with_several_times_is_not_enough() -> None:
    made, problems = changed("original: 2026-01-30\ntitle: x", rule="FREQ=DAILY;BYHOUR=9,14;COUNT=4")
    assert (made, [one.fix for one in problems]) == (
        (),
        ["write `original: 2026-01-30 09:00`, or the one you mean"],
    )


def test_of_whole_days_an_end_is_the_last_day() -> None:
    (made,), problems = changed("original: 2026-02-06\nend: 2026-02-08", start="2026-01-30")
    assert (made.start, f"{made.end}", problems) == (None, "2026-02-09 00:00:00+01:00", [])
