"""The times of a series (RFC 5545 §3.8.5), of one without end as far as anybody wants to know them.

They are made by local clocks: a series at nine is at nine, summer and winter.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from heapq import merge
from itertools import groupby, islice
from zoneinfo import ZoneInfo

from publisher.model import Instance
from publisher.read.moment import When, midnight, resolved
from publisher.read.recurrence.rrule import RRule
from publisher.read.recurrence.times import Times
from publisher.read.span import Span

MOST = 10_000
"""The times that are counted to find the last: daily, they are 27 years. Who has more has no end."""
AHEAD = 100
"""Years at least that are searched for the next time."""
OFF = ("cancelled", "postponed")

_LAST = 9999
"""The last year that there is."""
_CYCLE = 400
"""Years after which the Gregorian calendar comes again, to the day of the week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """The times of an event before any is changed: their starts, in order, in the event's zone.

    `starts` are those that are known: all of them where it is `complete`, else those until `known`, and
    `times` are all. `first` is the rule's own first time, None where it never happens.
    """

    span: Span
    zone: ZoneInfo
    starts: tuple[datetime, ...]
    times: Iterable[datetime]
    complete: bool
    known: datetime
    first: datetime | None
    _days: Mapping[date, list[datetime]] = field(repr=False)

    def found(self, when: When) -> tuple[datetime, ...]:
        """The times that `when` names; a day alone names all of that day."""
        found = self._days.get(when.moment.date(), [])
        whole = self.span.all_day or when.whole
        return tuple(start for start in found if whole or _same(start, when.moment))

    def is_known_until(self, moment: datetime) -> bool:
        """Whether every time up to `moment` was made."""
        return self.complete or moment <= self.known

    def nearest(self, moment: datetime) -> datetime:
        """The time nearest to `moment`."""
        place = bisect_left(self.starts, moment)
        return min(self.starts[max(0, place - 1) : place + 1], key=lambda start: abs(start - moment))

    def over(self, excluded: Collection[datetime], changed: Iterable[Instance]) -> datetime | None:
        """When the last of them is over; None for a series without end."""
        if not self.complete:
            return None
        moved, out = {one.original: one for one in changed}, set(excluded)
        ends = [self._end(start, moved.get(start)) for start in self.starts if start not in out]
        return max(ends, default=self.span.end or self.span.start)

    def ahead(self, excluded: Collection[datetime], changed: Collection[Instance]) -> Iterable[datetime]:
        """When they start now, in order, without what is called off."""
        moved = sorted(one.start or one.original for one in changed if one.status not in OFF)
        out = {*excluded, *(one.original for one in changed)}
        now = merge((start for start in self.times if start not in out), moved)
        return tuple(now) if self.complete else Times(now)

    def _end(self, start: datetime, change: Instance | None) -> datetime:
        begin = (change and change.start) or start
        if change and change.end:
            return change.end
        span = self.span
        if span.all_day and span.end:
            days = (span.end.date() - span.start.date()).days
            return midnight(begin.date() + timedelta(days=days), self.zone)
        length = span.end.astimezone(UTC) - span.start.astimezone(UTC) if span.end else timedelta()
        return (begin.astimezone(UTC) + length).astimezone(self.zone)


def make_series(
    rule: RRule | None, span: Span, zone: ZoneInfo, added: Collection[datetime], far: datetime
) -> Series:
    """The times that `rule` gives, and those `added` to them; the event's own start is one in any case.

    Of a series without end they are known until `far`, if that is not too far.
    """
    ruled, complete = _known(rule, span, zone, far) if rule else ([span.start], True)
    starts = tuple(sorted({span.start, *ruled, *added}))
    days: dict[date, list[datetime]] = defaultdict(list)
    for start in starts:
        days[start.date()].append(start)
    return Series(
        span=span,
        zone=zone,
        starts=starts,
        times=starts if complete or rule is None else Times(_every(rule, span, zone, added)),
        complete=complete,
        known=ruled[-1] if ruled else span.start,
        first=ruled[0] if ruled else None,
        _days=days,
    )


def _known(rule: RRule, span: Span, zone: ZoneInfo, far: datetime) -> tuple[list[datetime], bool]:
    """The times of `rule`, and whether these are all; if it has no end, two at least, and until `far`."""
    found: list[datetime] = []
    is_endless = not (rule.count or rule.until)
    for start in _ruled(rule, span, zone):
        if len(found) == MOST or (is_endless and len(found) > 1 and found[-1] > far):
            return found, False
        found.append(start)
    is_searched = rule.until and rule.until.year < _LAST - _later(span)
    return found, bool(is_searched or len(found) == rule.count)


def _every(rule: RRule, span: Span, zone: ZoneInfo, added: Collection[datetime]) -> Iterator[datetime]:
    """The event's own start, the times of `rule` and those `added`: in order, each once."""
    # Where clocks go forward, a time may come after the next one of its day, or be the same.
    days = groupby(_ruled(rule, span, zone), datetime.date)
    ruled = (start for _, day in days for start in sorted(day))
    return (start for start, _ in groupby(merge(ruled, sorted({span.start, *added}))))


def _ruled(rule: RRule, span: Span, zone: ZoneInfo) -> Iterator[datetime]:
    """The times of `rule`, until it ends."""
    for stamp in islice(_stamps(rule, span), rule.count):
        made = _local(stamp, span, zone)
        if rule.until and made.astimezone(UTC) > rule.until.astimezone(UTC):
            return
        yield made


def _local(stamp: datetime, span: Span, zone: ZoneInfo) -> datetime:
    if span.all_day:
        return midnight(stamp.date(), zone)
    # Of an hour that comes twice, the start may be the second.
    return span.start if stamp == span.start.replace(tzinfo=None) else resolved(stamp, zone)


def _stamps(rule: RRule, span: Span) -> Iterator[datetime]:
    """What clocks show at the times of `rule`: all of the next hundred years, and some beyond.

    dateutil looks for times until the year 9999, which takes it seconds where there are none. So it
    is asked for as many cycles of the calendar later: there it soon stops.
    """
    from dateutil.rrule import rrulestr

    parts = ((name, value) for name, value in rule.parts if name not in ("COUNT", "UNTIL"))
    start = datetime.combine(span.start.date(), time() if span.all_day else span.start.time())
    later = _later(span)
    text = ";".join(f"{name}={value}" for name, value in parts)
    made = rrulestr(text, dtstart=start.replace(year=start.year + later))
    try:
        for stamp in made:
            yield stamp.replace(year=stamp.year - later)
    except (ValueError, OverflowError):
        # It stumbles over the days after the last.
        return


def _later(span: Span) -> int:
    """How many years later dateutil is asked."""
    return max(0, (_LAST - AHEAD - span.start.year) // _CYCLE * _CYCLE)


def _same(one: datetime, other: datetime) -> bool:
    return one.astimezone(UTC) == other.astimezone(UTC)
