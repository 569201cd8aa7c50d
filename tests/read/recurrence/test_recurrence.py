"""`recurrence` of an event, from what is written to the series it makes."""

from __future__ import annotations

from datetime import datetime
from itertools import islice
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model import Event, Instance, Recurrence
from tests.read.project import HOSTILE, Project, new_project, spots

HOME = ZoneInfo("Europe/Copenhagen")
TIMED = "title: x\nstart: 2026-01-30 09:00\nend: 2026-01-30 10:00\n"
DAYS = "title: x\nstart: 2026-01-30\nend: 2026-01-31\n"
FRIDAYS = "FREQ=MONTHLY;BYDAY=-1FR;COUNT=6"


def at(month: int, day: int, hour: int = 9) -> datetime:
    return datetime(2026, month, day, hour, tzinfo=HOME)


def series(project: Project, front: str) -> Recurrence:
    """The recurrence of the event with this front matter, which has no problems."""
    project.entry("a/event.md", front)
    event = project.only()
    assert isinstance(event, Event)
    assert event.recurrence
    return event.recurrence


def told(project: Project, front: str) -> list[tuple[str, str, str]]:
    """What is wrong with this front matter: where and which rule, what, and what to do."""
    project.entry("a/event.md", front)
    problems = project.read().problems
    return [(*spots([one]), one.message, one.fix) for one in problems]  # type: ignore[misc]


@pytest.mark.parametrize(
    "written", [FRIDAYS, f"RRULE:{FRIDAYS}", f"{{rule: {FRIDAYS}}}", f"\n  rule: {FRIDAYS}"]
)
def test_a_series_is_a_rule_or_a_table_with_one(project: Project, written: str) -> None:
    made = series(project, f"{TIMED}recurrence: {written}")
    assert made.rule == FRIDAYS
    assert made.starts == (at(1, 30), at(2, 27), at(3, 27), at(4, 24), at(5, 29), at(6, 26))
    assert made.last == at(6, 26, 10)


@pytest.mark.parametrize("written", ["", "''", "null"])
def test_an_event_that_says_nothing_happens_once(project: Project, written: str) -> None:
    project.entry("a/event.md", f"{TIMED}recurrence: {written}")
    assert project.only().recurrence is None


def test_times_are_left_out_added_moved_and_called_off(project: Project) -> None:
    """Of a series with clocks, a day alone is the time on that day."""
    made = series(
        project,
        f"{TIMED}recurrence:\n"
        f"  rule: {FRIDAYS}\n"
        "  except: [2026-02-27, 2026-03-27 09:00]\n"
        "  also: [2026-02-25, 2026-03-20 14:00]\n"
        "  changed:\n"
        "  - {original: 2026-05-29, start: 2026-06-05 13:00, end: 2026-06-05 15:00, title: y, location: z}\n"
        "  - {original: 2026-04-24 09:00, status: cancelled}\n",
    )
    assert made.excluded == (at(2, 27), at(3, 27))
    assert made.added == (at(2, 25), at(3, 20, 14))
    assert made.changed == (
        Instance(original=at(4, 24), status="cancelled"),
        Instance(original=at(5, 29), start=at(6, 5, 13), end=at(6, 5, 15), title="y", location="z"),
    )
    assert made.starts == (at(1, 30), at(2, 25), at(3, 20, 14), at(6, 5, 13), at(6, 26))


def test_a_moved_time_may_keep_its_clock_or_its_day(project: Project) -> None:
    changed = "{original: 2026-05-29, start: 2026-06-05}, {original: 2026-04-24, end: 2026-04-24 12:00}"
    made = series(project, f"{TIMED}recurrence: {{rule: {FRIDAYS}, changed: [{changed}]}}")
    assert made.changed == (
        Instance(original=at(4, 24), end=at(4, 24, 12)),
        Instance(original=at(5, 29), start=at(6, 5)),
    )


def test_whole_days_recur_as_days(project: Project) -> None:
    made = series(
        project,
        f"{DAYS}recurrence:\n  rule: FREQ=WEEKLY;UNTIL=20260227\n  except: 2026-02-06\n  also: 2026-03-29\n"
        "  changed: {original: 2026-02-13, start: 2026-02-14, end: 2026-02-14}\n",
    )
    assert made.rule == "FREQ=WEEKLY;UNTIL=20260227"
    assert (made.excluded, made.added) == ((at(2, 6, 0),), (at(3, 29, 0),))
    assert made.changed == (Instance(original=at(2, 13, 0), start=at(2, 14, 0), end=at(2, 15, 0)),)
    assert made.starts == tuple(at(*day, 0) for day in ((1, 30), (2, 14), (2, 20), (2, 27), (3, 29)))
    assert made.last == at(3, 31, 0)


def test_a_list_of_days_is_a_series_without_a_rule(project: Project) -> None:
    made = series(project, f"{TIMED}recurrence: {{also: [2026-02-27, 2026-04-10]}}")
    assert (made.rule, made.starts) == (None, (at(1, 30), at(2, 27), at(4, 10)))
    assert made.last == at(4, 10, 10)


def test_a_comma_in_braces_is_part_of_the_rule(project: Project) -> None:
    """YAML takes it for the end of the value."""
    made = series(
        project, f"{TIMED}recurrence: {{rule: FREQ=WEEKLY;BYDAY=FR,MO;COUNT=3, except: 2026-02-02}}"
    )
    assert (made.rule, made.excluded) == ("FREQ=WEEKLY;BYDAY=FR,MO;COUNT=3", (at(2, 2),))


def test_an_endless_series_has_no_last(project: Project) -> None:
    made = series(project, f"{TIMED}recurrence: {{rule: FREQ=DAILY, except: 2040-01-01}}")
    assert made.last is None
    assert made.excluded == (datetime(2040, 1, 1, 9, tzinfo=HOME),)
    new_year = (one for one in made.starts if one >= datetime(2039, 12, 31, tzinfo=HOME))
    assert [f"{one:%Y-%m-%d}" for one in islice(new_year, 2)] == ["2039-12-31", "2040-01-02"]


def test_a_day_of_an_endless_series_is_all_its_times_on_that_day(project: Project) -> None:
    """However far away, and however many."""
    rule = "FREQ=DAILY;BYHOUR=9,14,20"
    made = series(project, f"{TIMED}recurrence: {{rule: '{rule}', except: 2026-03-01}}")
    assert [one.hour for one in made.excluded] == [9, 14, 20]


def test_the_same_series_read_again_is_the_same(project: Project) -> None:
    """Though times without end are made anew."""
    endless = f"{TIMED}recurrence: FREQ=DAILY"
    assert series(project, endless) == series(project, endless)


def test_its_times_are_those_of_its_own_zone(project: Project) -> None:
    made = series(project, f"{TIMED}timezone: America/New_York\nrecurrence: FREQ=WEEKLY;UNTIL=20260206")
    assert made.rule == "FREQ=WEEKLY;UNTIL=20260207T045959Z"
    assert [one.isoformat() for one in made.starts] == [
        "2026-01-30T09:00:00-05:00",
        "2026-02-06T09:00:00-05:00",
    ]


@pytest.mark.parametrize(
    ("rule", "message", "fix"),
    [
        (
            "FREQ=MONTHLY;BYDAY=1MO",
            "recurrence gives Monday 2026-02-02 09:00 as the first time; "
            "the event starts on Friday 2026-01-30 09:00",
            "write `start: 2026-02-02 09:00`, or a rule that gives the start",
        ),
        (
            "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
            "recurrence never happens: in 100 years, no day is like that",
            "write a rule that happens on Friday 2026-01-30 09:00",
        ),
        (
            "FREQ=WEEKLY;UNTIL=20260129",
            "recurrence ends before the event starts",
            "write a later UNTIL, or remove it",
        ),
        (
            "FREQ=YEARLY;INTERVAL=99999999",
            "recurrence happens once, and not again in 100 years",
            "write a smaller INTERVAL",
        ),
        (
            "FREQ=WEEKLY;COUNT=6;UNTIL=20261231",
            "recurrence ends twice, by COUNT and by UNTIL",
            "remove one of them",
        ),
    ],
)
def test_a_rule_that_nobody_can_keep_is_told(project: Project, rule: str, message: str, fix: str) -> None:
    assert told(project, f"{TIMED}recurrence: {rule}") == [("5:1 ICS-020", message, fix)]


def test_of_days_the_fix_is_a_day(project: Project) -> None:
    (problem,) = told(project, f"{DAYS}recurrence: {{rule: FREQ=MONTHLY;BYDAY=1MO}}")
    assert problem == (
        "5:14 ICS-020",
        "recurrence.rule gives Monday 2026-02-02 as the first time; the event starts on Friday 2026-01-30",
        "write `start: 2026-02-02`, or a rule that gives the start",
    )


@pytest.mark.parametrize(
    ("table", "spot", "fix"),
    [
        ("{}", "5:13 READ-007", f"write `rule: {FRIDAYS}`"),
        ("{except: 2026-02-06}", "5:13 READ-007", f"write `rule: {FRIDAYS}`"),
        ("{rul: FREQ=WEEKLY}", "5:14 READ-005", "write rule"),
        ("{rule: [FREQ=WEEKLY]}", "5:14 READ-006", "write `rule: …`, with the text in quotes"),
        ("[FREQ=WEEKLY]", "5:1 READ-006", "write `recurrence: …`, with the text in quotes"),
        (
            "{rule: FREQ=WEEKLY;COUNT=2, except: [2026-01-30, 2026-02-06]}",
            "5:41 ICS-020",
            "leave one in, or write `status: cancelled` for the event",
        ),
        ("{also: 2026-02-30}", "5:20 READ-008", "write `2026-01-31 06:00`, year first"),
        ("{also: {start: 2026-02-03}}", "5:20 READ-006", "remove it, or write what belongs there"),
    ],
)
def test_one_mistake_is_one_problem_at_its_place(project: Project, table: str, spot: str, fix: str) -> None:
    ((where, _, what),) = told(project, f"{TIMED}recurrence: {table}")
    assert (where, what) == (spot, fix)


def test_without_a_start_a_rule_is_read_all_the_same(project: Project) -> None:
    assert [spot for spot, _, _ in told(project, "title: x\nrecurrence: FREQ=WEEKLI")] == [
        "3:1 ICS-020",
        "2:1 ICS-005",
    ]
    assert [spot for spot, _, _ in told(project, "title: x\nstart: soon\nrecurrence: FREQ=WEEKLY")] == [
        "3:1 READ-008"
    ]


WORDS = st.sampled_from(
    [
        FRIDAYS,
        "FREQ=DAILY;COUNT=99999999",
        "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
        "2026-01-30",
        "2026-02-27 09:00",
        "2999-12-31",
        "9999-12-31T23:59:00-12:00",
        "0001-01-01",
        "cancelled",
        "10:00",
        "",
    ]
) | st.text(max_size=10)
KEYS = st.sampled_from("rule except also changed original start end title location status x".split())
SHAPES: Any = st.recursive(
    WORDS, lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4), max_leaves=12
)


@HOSTILE
@given(start=WORDS, end=WORDS, written=SHAPES)
def test_reading_never_fails(
    tmp_path_factory: pytest.TempPathFactory, start: str, end: str, written: object
) -> None:
    import json

    project = new_project(tmp_path_factory.getbasetemp() / "series")
    values = {"title": "x", "start": start, "end": end, "recurrence": written}
    project.entry("a/event.md", "\n".join(f"{key}: {json.dumps(value)}" for key, value in values.items()))
    for problem in project.read().problems:
        assert problem.fix
        assert len(problem.message) < 1000
