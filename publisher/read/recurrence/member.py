"""Which time of a series is meant by what somebody wrote (RFC 5545 §3.8.4.4, §3.8.5; ICS-021).

Of a series with clocks, a day alone means the series' own time on that day.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from publisher.model import Place, Problem, Rule, Severity
from publisher.model.source import RFC5545
from publisher.read.fields import DATE
from publisher.read.moment import MomentError, When, at, midnight
from publisher.read.recurrence.series import Series
from publisher.read.span import Span

FORM = Rule(
    "ICS-021",
    Severity.WARNING,
    "Times of a series are written as its start is: as days, where that is one",
    f"{RFC5545}#section-3.8.5",
)
MEMBER = Rule(
    "EVENT-001",
    Severity.ERROR,
    "What is left out of a series, or changed in it, is one of its times, and once",
    f"{RFC5545}#section-3.8.4.4",
)

_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Members:
    """Finds the times of a series that starts with `span`; what is wrong goes to `problems`.

    `place` is where something was written, `name` how to speak of it.
    """

    span: Span
    zone: ZoneInfo
    problems: list[Problem]

    def moment(self, when: When, place: Place, name: str) -> datetime | None:
        """When a further time starts that is written as `when`; None with the problem recorded."""
        self._check_form(when, place, name)
        return self._start(when, place, name)

    def named(self, series: Series, when: When, place: Place, name: str) -> tuple[datetime, ...]:
        """The times of `series` that `when` names; none with the problem recorded."""
        self._check_form(when, place, name)
        found = series.found(when)
        if found:
            return found
        if not series.is_known_until(when.moment):
            far = self._start(when, place, name)
            return (far,) if far else ()
        fix = f"write `{self.written(series.nearest(when.moment))}`, the nearest of its times, or remove it"
        message = f"{name} has {self.shown(when.moment, day=when.whole)}, when the series has no time"
        self.problems.append(MEMBER.at(place, message, fix))
        return ()

    def written(self, moment: datetime, *, day: bool = False) -> str:
        """`moment` as producers write it for this event; only its `day`, if that is all they wrote."""
        return f"{moment:%Y-%m-%d}" if day or self.span.all_day else f"{moment:%Y-%m-%d %H:%M}"

    def shown(self, moment: datetime, *, day: bool = False) -> str:
        """The same with its day of the week, by which people know it."""
        return f"{_WEEKDAYS[moment.weekday()]} {self.written(moment, day=day)}"

    def _check_form(self, when: When, place: Place, name: str) -> None:
        if self.span.all_day and not when.whole:
            message = f"{name} has a clock, which is left out: the event is of whole days"
            self.problems.append(FORM.at(place, message, f"write `{when.moment:%Y-%m-%d}`"))

    def _start(self, when: When, place: Place, name: str) -> datetime | None:
        if self.span.all_day:
            return midnight(when.moment.date(), self.zone)
        if not when.whole:
            return when.moment
        try:
            return at(datetime.combine(when.moment.date(), self.span.start.time()), self.zone)
        except MomentError as error:
            message = f"{name} has {when.moment:%Y-%m-%d}, at {self.span.start:%H:%M}: {error}"
            self.problems.append(DATE.at(place, message, f"write `{error.example}`"))
            return None
