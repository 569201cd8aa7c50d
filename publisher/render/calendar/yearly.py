"""Rules by which clocks change every year, found in the changes themselves (RFC 5545 §3.3.10).

A rule is a day that comes once a year: the last or the second Sunday of a month, a date, or the first
Friday from a date on. That is all that laws about clocks have ever said, but for Morocco's, which
follow the moon.
"""

from __future__ import annotations

from calendar import monthrange
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from publisher.render.calendar.onset import Onset

DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
LAST = -7
"""The day of a month from which on each weekday is the last."""
SHORTEST = 3
"""Years that a rule holds at least; fewer may be chance."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rule:
    """The first `weekday` from `day` of `month` on, Monday being 0; None is that day itself."""

    month: int
    day: int
    """Counted from the end of the month if negative."""
    weekday: int | None

    def on(self, year: int) -> date:
        """Give the day it is in `year`."""
        day = self.day if self.day > 0 else monthrange(year, self.month)[1] + 1 + self.day
        start = date(year, self.month, day)
        return start if self.weekday is None else _next(start, self.weekday)

    def recur(self, month: int) -> dict[str, object]:
        """Write it as the parts of an RRULE, as far as it falls in `month`."""
        parts: dict[str, object] = {"FREQ": "YEARLY", "BYMONTH": month}
        if self.weekday is None:
            return parts | {"BYMONTHDAY": self.day}
        weekday = DAYS[self.weekday]
        if self.day == LAST:
            return parts | {"BYDAY": f"-1{weekday}"}
        if self.day % 7 == 1 and self.day < 29:
            return parts | {"BYDAY": f"{self.day // 7 + 1}{weekday}"}
        return parts | {"BYDAY": weekday, "BYMONTHDAY": self._days(month)}

    def _days(self, month: int) -> list[int]:
        # In a year like any other: a rule that begins so late in February is not made.
        start = date(2001, self.month, self.day)
        week = [start + timedelta(days=day) for day in range(7)]
        return [day.day for day in week if day.month == month]


def runs(onsets: Sequence[Onset]) -> Iterator[tuple[Rule | None, tuple[Onset, ...]]]:
    """Part `onsets`, alike but for their days, into runs by a rule, and single ones without; latest first."""
    left = tuple(onsets)
    while left:
        rule, run = _longest(left)
        yield rule, run
        left = tuple(onset for onset in left if onset not in run)


def _longest(onsets: Sequence[Onset]) -> tuple[Rule | None, tuple[Onset, ...]]:
    """Find the rule that holds longest, year before year, until the last of `onsets`.

    Seen from there a law has all the years that it held, and no tail of an older one looks like it.
    """
    by_day = {onset.local.date(): onset for onset in onsets}
    last = onsets[-1].local.date()
    rule, run = max(((rule, _run(rule, by_day, last.year)) for rule in _rules(last)), key=_length)
    return (rule, run) if len(run) >= SHORTEST else (None, (onsets[-1],))


def _run(rule: Rule, by_day: dict[date, Onset], year: int) -> tuple[Onset, ...]:
    run = []
    while onset := by_day.get(rule.on(year)):
        run.append(onset)
        year -= 1
    return tuple(reversed(run))


def _rules(day: date) -> Iterator[Rule]:
    """Every rule that `day` may follow, those that every client knows first."""
    weekday = day.weekday()
    if day.day > monthrange(day.year, day.month)[1] - 7:
        yield Rule(month=day.month, day=LAST, weekday=weekday)
    if day.day <= 28:
        yield Rule(month=day.month, day=(day.day - 1) // 7 * 7 + 1, weekday=weekday)
    if (day.month, day.day) != (2, 29):
        yield Rule(month=day.month, day=day.day, weekday=None)
    for start in (day - timedelta(days=days) for days in range(7)):
        if (start.month, start.day) < (12, 26) and not (start.month == 2 and start.day > 22):
            yield Rule(month=start.month, day=start.day, weekday=weekday)


def _length(found: tuple[Rule, tuple[Onset, ...]]) -> int:
    return len(found[1])


def _next(day: date, weekday: int) -> date:
    return day + timedelta(days=(weekday - day.weekday()) % 7)
