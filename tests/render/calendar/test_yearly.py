"""Rules by which clocks change: the day in each year, how they are written, and where they are found."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from dateutil.rrule import rrulestr
from icalendar import vRecur

from publisher.render.calendar.onset import Onset, onsets
from publisher.render.calendar.yearly import Rule, runs

SUNDAY, FRIDAY = 6, 4
LAST_SUNDAY = Rule(month=3, day=-7, weekday=SUNDAY)
FROM_23, FROM_26 = (Rule(month=3, day=day, weekday=FRIDAY) for day in (23, 26))
FRIDAYS = [f"20{day}" for day in "13-03-29 14-03-28 15-03-27 16-03-25 17-03-24 18-03-23 19-03-29".split()]


def onset(day: str) -> Onset:
    """Clocks put forward at two on `day`."""
    zero, hour = timedelta(), timedelta(hours=1)
    local = datetime.fromisoformat(f"{day} 02:00")
    return Onset(local=local, before=zero, after=hour, daylight=True, name="X")


@pytest.mark.parametrize(
    ("rule", "day", "written"),
    [
        (Rule(month=3, day=-7, weekday=SUNDAY), "2023-03-26", ["BYDAY=-1SU;BYMONTH=3"]),
        (Rule(month=3, day=8, weekday=SUNDAY), "2023-03-12", ["BYDAY=2SU;BYMONTH=3"]),
        (Rule(month=4, day=1, weekday=None), "2023-04-01", ["BYMONTHDAY=1;BYMONTH=4"]),
        (
            Rule(month=3, day=23, weekday=FRIDAY),
            "2023-03-24",
            ["BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29;BYMONTH=3"],
        ),
        (
            Rule(month=10, day=26, weekday=FRIDAY),
            "2024-11-01",
            ["BYDAY=FR;BYMONTHDAY=26,27,28,29,30,31;BYMONTH=10", "BYDAY=FR;BYMONTHDAY=1;BYMONTH=11"],
        ),
    ],
)
def test_a_rule_is_written_as_it_is_kept(rule: Rule, day: str, written: list[str]) -> None:
    """dateutil finds the same days by what is written, for a hundred years."""
    assert rule.on(int(day[:4])) == date.fromisoformat(day)
    months = [rule.month + further for further in range(len(written))]
    recurs: list[Any] = [vRecur(rule.recur(month)) for month in months]
    rrules = [recur.to_ical().decode() for recur in recurs]
    assert rrules == [f"FREQ=YEARLY;{parts}" for parts in written]
    start, end = datetime.fromisoformat("2000-01-01"), datetime.fromisoformat("2099-12-31")
    found = {
        made.date() for text in rrules for made in rrulestr(text, dtstart=start).between(start, end, inc=True)
    }
    assert found == {rule.on(year) for year in range(2000, 2100)}


@pytest.mark.parametrize(
    ("days", "expected"),
    [
        # The last Sunday of March, though for two years it is the fourth as well.
        (["2022-03-27", "2023-03-26", "2024-03-31", "2025-03-30"], [(LAST_SUNDAY, 4)]),
        (["2018-04-01", "2019-04-01", "2020-04-01"], [(Rule(month=4, day=1, weekday=None), 3)]),
        # Two years may be chance.
        (["2022-03-27", "2023-03-26"], [(None, 1), (None, 1)]),
        # A year without ends it.
        (["2019-03-31", "2020-03-29", "2021-03-28", "2023-03-26"], [(None, 1), (LAST_SUNDAY, 3)]),
        # Seen from the end, no Friday of the newer law is taken for one of the older, whose they could be.
        (["2010-03-26", "2011-04-01", "2012-03-30", *FRIDAYS], [(FROM_23, 7), (FROM_26, 3)]),
        ([], []),
    ],
)
def test_changes_are_parted_into_runs(days: list[str], expected: list[tuple[Rule | None, int]]) -> None:
    """Every change is in one of them."""
    assert [(rule, len(run)) for rule, run in runs([onset(day) for day in days])] == expected


def test_ramadan_is_no_rule() -> None:
    """It comes eleven days earlier each year."""
    found = [one for one in onsets("Africa/Casablanca", 2020, 2060) if not one.daylight]
    assert {rule for rule, _ in runs(found)} == {None}
