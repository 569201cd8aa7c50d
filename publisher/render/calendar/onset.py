"""When clocks in a zone are changed: the onsets of RFC 5545 §3.6.5, from the IANA time zone database."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from itertools import pairwise
from zoneinfo import ZoneInfo

BEGINNING = 1800
"""The year before which nobody changed clocks: the first change in the database is Manila's, of 1844."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Onset:
    """A change of clocks: `local` is what they showed until then, without a zone; offsets are from UTC."""

    local: datetime
    before: timedelta
    after: timedelta
    daylight: bool
    name: str
    """What the new time is called: CEST."""

    @property
    def moment(self) -> datetime:
        """When it is, in UTC."""
        return (self.local - self.before).replace(tzinfo=UTC)


def onsets(zone: str, first: int, last: int) -> tuple[Onset, ...]:
    """Give every change of clocks in `zone` from the year `first` through `last`, in order."""
    years = range(max(first, BEGINNING), min(last, 9998) + 1)
    return tuple(onset for year in years for onset in _onsets(zone, year))


def standing(zone: str, year: int) -> Onset:
    """Tell the time that `zone` has as `year` begins, as if clocks were set to it there and then."""
    start = datetime(year, 1, 1, tzinfo=ZoneInfo(zone))
    offset = _offset(start)
    local = start.replace(tzinfo=None)
    daylight = _saved(start) > timedelta()
    return Onset(local=local, before=offset, after=offset, daylight=daylight, name=start.tzname() or zone)


@cache
def _onsets(zone: str, year: int) -> tuple[Onset, ...]:
    """Look at every midnight in UTC: no zone has ever changed its clocks twice within a day."""
    clocks = ZoneInfo(zone)
    start = datetime(year, 1, 1, tzinfo=UTC)
    days = (datetime(year + 1, 1, 1, tzinfo=UTC) - start).days
    midnights = [(start + timedelta(days=day)).astimezone(clocks) for day in range(days + 1)]
    return tuple(
        _between(before, after) for before, after in pairwise(midnights) if _offset(before) != _offset(after)
    )


def _between(before: datetime, after: datetime) -> Onset:
    """Find the one change between two moments, to the second."""
    low, high = before.astimezone(UTC), after.astimezone(UTC)
    while high - low > timedelta(seconds=1):
        middle = (low + (high - low) / 2).replace(microsecond=0)
        if _offset(middle.astimezone(before.tzinfo)) == _offset(before):
            low = middle
        else:
            high = middle
    first = high.astimezone(before.tzinfo)
    return Onset(
        local=high.replace(tzinfo=None) + _offset(before),
        before=_offset(before),
        after=_offset(after),
        daylight=_is_daylight(before, first),
        name=first.tzname() or str(before.tzinfo),
    )


def _is_daylight(before: datetime, after: datetime) -> bool:
    """Whether clocks are put forward for a season.

    Ireland and Morocco have the season when they are put back, by law; calendars know forward only.
    """
    return _saved(after) > timedelta() or _saved(before) < timedelta() == _saved(after)


def _offset(moment: datetime) -> timedelta:
    return moment.utcoffset() or timedelta()


def _saved(moment: datetime) -> timedelta:
    return moment.dst() or timedelta()
