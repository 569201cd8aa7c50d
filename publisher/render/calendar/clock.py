"""How a VEVENT tells times: as days, as local times with their zone, or in UTC (RFC 5545 §3.3.4, §3.3.5)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, tzinfo
from zoneinfo import ZoneInfo

from icalendar import vDDDTypes

from publisher.model import Event

UTC_NAMES = frozenset("UTC UCT Universal Zulu Etc/UTC Etc/UCT Etc/Universal Etc/Zulu".split())
"""The names of UTC in the IANA database."""
GREENWICH = "Etc/GMT"
"""A zone that has the time of UTC, and not the name."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """The form that every time of an event has: `tzid` is the zone that is named with it, if one is."""

    zone: tzinfo
    tzid: str | None = None
    is_day: bool = False

    def value(self, moment: datetime) -> vDDDTypes:
        """Write `moment` for a property."""
        here = moment.astimezone(self.zone)
        if self.is_day:
            return vDDDTypes(here.date(), params={"VALUE": "DATE"})
        if not self.tzid:
            return vDDDTypes(here)
        value = vDDDTypes(here.replace(tzinfo=None))
        # Left to the library, the zone might get another name of the same.
        value.params["TZID"] = self.tzid
        return value


def clock(event: Event) -> Clock:
    """Find the form for the times of `event`.

    Clocks that go back show an hour twice. Calendars shall take it for the first (§3.3.5) and do not
    agree, so an event in it is told in UTC; a series has its local time all the same. A series in UTC
    names a zone that is the same: ical finds no exception otherwise, and who believes X-WR-TIMEZONE puts
    what is in UTC by any name on those clocks, where it would be an hour off for half of the year.
    """
    zone = ZoneInfo(event.timezone)
    if event.all_day:
        return Clock(zone=zone, is_day=True)
    if event.timezone in UTC_NAMES:
        return Clock(zone=zone, tzid=GREENWICH) if event.recurrence else Clock(zone=UTC)
    ends = (event.start, event.end or event.start)
    if not event.recurrence and any(is_twice(one, zone) for one in ends):
        return Clock(zone=UTC)
    return Clock(zone=zone, tzid=event.timezone)


def is_twice(moment: datetime, zone: tzinfo) -> bool:
    """Whether clocks in `zone` show the time of `moment` a second time that day."""
    here = moment.astimezone(zone)
    return here.replace(fold=0).utcoffset() != here.replace(fold=1).utcoffset()


def is_second(moment: datetime, zone: tzinfo) -> bool:
    """Whether clocks in `zone` showed the time of `moment` before already, on their way forward."""
    return moment.astimezone(zone).fold == 1
