"""VTIMEZONE: a zone as calendars need it, in a few yearly rules (RFC 5545 §3.6.5; ICS-011, CAL-004, CAL-005).

The library's own lists every change of clocks, and is an hour wrong in spring. Outlook knows a zone by
one STANDARD and one DAYLIGHT: where the law was the same all the while, there is no more than that.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import cache

from icalendar import Timezone, TimezoneDaylight, TimezoneStandard

from publisher.render.calendar.onset import Onset, onsets, standing
from publisher.render.calendar.yearly import Rule, runs

FAR = 2100
"""The year until which rules are looked for: after the last change that the database has in a list, 2087."""
CYCLE = 28
"""Years after which the days of a year are on the same weekdays again: so long ago a rule is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Observance:
    """A time that a zone has: from each of `onsets` on, or by `rule` from the first on, in one month."""

    onsets: tuple[Onset, ...]
    rule: Rule | None = None
    until: datetime | None = None
    """In UTC; None where the rule still holds when nobody asks any more."""


@cache
def vtimezone(zone: str, first: int, last: int | None) -> Timezone:
    """Make the component that is right from the year `first` through `last`; None is for ever.

    It begins a year before, with the change of clocks that still stands on New Year's Day.
    """
    timezone = Timezone()
    timezone.add("tzid", zone)
    for observance in sorted(_observances(zone, max(first - 1, 1), last), key=_begin):
        timezone.add_component(_component(observance))
    return timezone


def _observances(zone: str, first: int, last: int | None) -> Iterator[Observance]:
    far = max(FAR, first + CYCLE)
    span = range(first, min(last or far, far) + 1)
    known = onsets(zone, first - CYCLE, far)
    if not any(one.local.year == first for one in known):
        yield Observance(onsets=(standing(zone, first),))
    unruled: list[Onset] = []
    for alike in _grouped(known, lambda one: (one.before, one.after, one.daylight, one.local.time())):
        for rule, run in runs(alike):
            if rule:
                yield from _yearly(rule, run, span)
            else:
                unruled += _within(span, run)
    for alike in _grouped(sorted(unruled, key=_local), lambda one: (one.before, one.after, one.daylight)):
        yield Observance(onsets=alike)


def _yearly(rule: Rule, run: tuple[Onset, ...], span: range) -> Iterator[Observance]:
    """Make an observance of `rule` for each month that it falls in, since a rule is written for one."""
    # A day later than the last, since some readers take UNTIL for a local time; the next is a year off.
    until = run[-1].moment + timedelta(days=1) if run[-1].local.year < span[-1] else None
    for alike in _grouped(_within(span, run), lambda one: one.local.month):
        yield Observance(onsets=alike, rule=rule, until=until)


def _within(span: range, changes: Iterable[Onset]) -> Iterator[Onset]:
    return (one for one in changes if one.local.year in span)


def _grouped(changes: Iterable[Onset], by: Callable[[Onset], Hashable]) -> list[tuple[Onset, ...]]:
    groups: dict[Hashable, list[Onset]] = defaultdict(list)
    for change in changes:
        groups[by(change)].append(change)
    return [tuple(group) for group in groups.values()]


def _component(observance: Observance) -> TimezoneStandard | TimezoneDaylight:
    first, *others = observance.onsets
    component = TimezoneDaylight() if first.daylight else TimezoneStandard()
    component.add("dtstart", first.local)
    component.add("tzoffsetfrom", first.before)
    component.add("tzoffsetto", first.after)
    component.add("tzname", first.name)
    if observance.rule:
        until = {"UNTIL": observance.until} if observance.until else {}
        component.add("rrule", observance.rule.recur(first.local.month) | until)
    elif others:
        # One on a line, and the first again: some readers take no more of a list, and forget DTSTART.
        for onset in observance.onsets:
            component.add("rdate", onset.local)
    return component


def _local(onset: Onset) -> datetime:
    return onset.local


def _begin(observance: Observance) -> datetime:
    return _local(observance.onsets[0])
