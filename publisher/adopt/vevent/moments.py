"""When things are: DATE and DATE-TIME (RFC 5545 §3.3.4, §3.3.5) into moments, and those into our words.

A day alone is a `date`, everything else an aware datetime: in a zone of the world, in UTC, or in what a
VTIMEZONE says.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from zoneinfo import ZoneInfo

from publisher.adopt.vevent.property import Property
from publisher.adopt.vevent.zones import Zones

When = date | datetime
FIRST, LAST = 1900, 2999
"""Years. What is outside is a slip: calendars of people are about people's lives."""
DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Span:
    """A PERIOD (§3.3.9): a time with an end of its own."""

    start: When
    end: When


def read_when(property: Property, zones: Zones) -> When:
    """The moment or day that a property says. Raises ValueError where it says none."""
    return _read(property.value, property, zones)


def read_whens(property: Property, zones: Zones) -> Iterator[When | Span]:
    """The moments, days and periods of a list. Raises ValueError."""
    for value in filter(None, (one.strip() for one in property.value.split(","))):
        first, is_span, last = value.partition("/")
        start = _read(first, property, zones)
        if not is_span:
            yield start
        elif last.upper().startswith("P"):
            yield Span(start, after(start, read_length(last)))
        else:
            yield Span(start, _read(last, property, zones))


def read_length(value: str) -> timedelta:
    """A DURATION (§3.3.6). Raises ValueError."""
    from icalendar import vDuration

    length = vDuration.from_ical(value.upper())  # type: ignore[no-untyped-call]
    if not isinstance(length, timedelta):
        raise ValueError(value)
    return length


def after(start: When, length: timedelta) -> When:
    """`length` after `start`: its days by the calendar, the rest by a stopwatch (§3.8.5.3)."""
    days, rest = timedelta(days=length.days), length - timedelta(days=length.days)
    if not isinstance(start, datetime):
        return start + (days + DAY if rest else days)
    return ((start + days).astimezone(UTC) + rest).astimezone(start.tzinfo)


def _read(value: str, property: Property, zones: Zones) -> When:
    day = date(int(value[:4]), int(value[4:6]), int(value[6:8]))
    if not FIRST <= day.year <= LAST:
        raise ValueError(f"{day.year} is no year of ours")
    if len(value) == 8 or property.params.get("VALUE", "").upper() == "DATE":
        return day
    if value[8] not in "Tt":
        raise ValueError(f"{value} is no time")
    # A leap second is the last one that we know.
    clock = time(int(value[9:11]), int(value[11:13]), min(int(value[13:15] or 0), 59))
    wall = datetime.combine(day, clock)
    if value[15:].upper() == "Z":
        return wall.replace(tzinfo=UTC)
    tzid = property.params.get("TZID")
    offsets: tzinfo = zones.clock(tzid, day.year).offsets if tzid else zones.floating
    # A time that clocks skip is as long after the last one before (§3.3.5).
    return wall.replace(tzinfo=offsets).astimezone(UTC).astimezone(offsets)


@dataclass(frozen=True, slots=True, kw_only=True)
class Hand:
    """How the times of one event are written: as days, or as clocks in `zone`."""

    zone: ZoneInfo
    whole: bool
    clock: time = time()
    """When in the day it starts: what a day alone means among the times of a series."""

    def take(self, when: When) -> datetime:
        """`when` as one of the event's times, in UTC: only there is the hour that comes twice two hours."""
        if isinstance(when, datetime) and not self.whole:
            return when.astimezone(UTC)
        day = self.day(when) if isinstance(when, datetime) else when
        return datetime.combine(day, time() if self.whole else self.clock, self.zone).astimezone(UTC)

    def day(self, moment: datetime) -> date:
        """The day of `moment` in the zone."""
        return moment.astimezone(self.zone).date()

    def write(self, moment: datetime, *, last: bool = False) -> str:
        """`moment` in the words of event.md; the `last` day of whole days is the one before it ends."""
        if self.whole:
            return (self.day(moment) - DAY if last else self.day(moment)).isoformat()
        return write_moment(moment, self.zone)


def write_moment(moment: datetime, zone: ZoneInfo) -> str:
    """`moment` as clocks in `zone` show it, with its offset where they show that twice."""
    local = moment.astimezone(zone)
    text = f"{local:%Y-%m-%d %H:%M:%S}".removesuffix(":00")
    return text if local.fold == 0 else f"{local:%Y-%m-%d %H:%M:%S}{local.isoformat()[-6:]}"
