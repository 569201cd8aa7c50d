"""What the clocks of a calendar mean: TZIDs into zones of the IANA database (RFC 5545 §3.2.19, §3.6.5).

Only those can be written into event.md. A TZID is the name of one, one of Windows' names for one, or
ends in one; else the calendar describes the zone, and a zone of the world with the same clock is looked
for.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo
from itertools import chain
from zoneinfo import ZoneInfo

from publisher.adopt.vevent.lines import Calendar, Component

YEARS = 3
"""For so long, from the year of an event on, two zones have to agree to be taken for the same."""

_READ = re.compile(r"(?:BEGIN|END|TZID|DTSTART|RRULE|RDATE|TZOFFSETFROM|TZOFFSETTO|TZNAME)[;:]")
"""What a clock is made of; the library stumbles over much of the rest."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """What a TZID stands for: a zone of the world, or only `offsets`; `guessed` if the file does not say."""

    zone: ZoneInfo | None
    offsets: tzinfo
    guessed: bool = False


class Zones:
    """The zones of one calendar, to go into a show whose own zone is `home`."""

    def __init__(self, calendar: Calendar, home: ZoneInfo) -> None:
        self.home = home
        self.described = dict(_described(calendar.named("VTIMEZONE")))
        names = (one.text for one in calendar.properties() if one.name == "X-WR-TIMEZONE")
        self.own = next((zone for name in names if (zone := _known(name))), None)
        self._twins: dict[tuple[str, int], ZoneInfo | None] = {}

    @property
    def floating(self) -> ZoneInfo:
        """The zone of times without one: that of the calendar if it says so, else the show's."""
        return self.own or self.home

    def clock(self, tzid: str, year: int) -> Clock:
        """What `tzid` stands for in `year`."""
        part = self.described.get(tzid)
        zone = _known(tzid) or (_known(_location(part)) if part else None)
        if zone:
            return Clock(zone=zone, offsets=zone)
        offsets = _offsets(part) if part else None
        if offsets is None:
            guess = self.own or self._only() or self.home
            return Clock(zone=guess, offsets=guess, guessed=True)
        if (tzid, year) not in self._twins:
            self._twins[tzid, year] = _twin(offsets, year, self.floating)
        return Clock(zone=self._twins[tzid, year], offsets=offsets)

    def _only(self) -> ZoneInfo | None:
        """The one zone that the calendar describes besides UTC, as the zone of whoever keeps it."""
        zones = {_known(name) for name in self.described if name.upper() not in ("UTC", "GMT")}
        return next(iter(zones)) if len(zones) == 1 else None


def zone_named(name: str) -> ZoneInfo | None:
    """The zone called `name` in the IANA database, or None. Names only: never a path."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def _known(tzid: str) -> ZoneInfo | None:
    """The zone that `tzid` names, maybe as Windows does, or at the end of somebody's own path."""
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    name = tzid.strip(" \"'/")
    parts = name.split("/")
    # One word at the end may be anything; an area and a place are a zone.
    tails = ("/".join(parts[start:]) for start in range(1, len(parts) - 1))
    names = (name, WINDOWS_TO_OLSON.get(name), *tails)
    return next((zone for one in names if one and (zone := zone_named(one))), None)


def _described(parts: Iterable[Component]) -> Iterator[tuple[str, Component]]:
    for part in parts:
        tzid = next((one.value for one in part.properties() if one.name == "TZID"), None)
        if tzid:
            yield tzid, part


def _location(part: Component) -> str:
    return next((one.text for one in part.properties() if one.name == "X-LIC-LOCATION"), "")


def _offsets(part: Component) -> tzinfo | None:
    """The zone that a VTIMEZONE describes, or None where it describes none."""
    from icalendar import Timezone

    # By its own name, another calendar's zone might be taken for it.
    lines = (re.sub(r"^TZID[;:].*", "TZID:described", line) for _, line in part.lines if _READ.match(line))
    try:
        (made,) = Timezone.from_ical("\r\n".join(lines), multiple=True)
        offsets = made.to_tz(lookup_tzid=False) if isinstance(made, Timezone) else None
        return offsets if offsets and offsets.utcoffset(datetime(2000, 1, 1)) is not None else None  # noqa: DTZ001
    except (ValueError, LookupError, TypeError, AttributeError, ArithmeticError):
        return None


def _twin(offsets: tzinfo, year: int, preferred: ZoneInfo) -> ZoneInfo | None:
    """A zone whose clock shows the same for some years: `preferred`, else one of the well-known.

    One that changes its clock on the same days, but at another hour, only where there is no better.
    """
    from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

    start, hour = datetime(year, 1, 1, 12, tzinfo=UTC), timedelta(hours=1)
    first = _from_utc(offsets, start)
    fixed = f"Etc/GMT{-(first // hour):+d}" if first % hour == timedelta() else "UTC"
    names = dict.fromkeys((preferred.key, "UTC", fixed, *WINDOWS_TO_OLSON.values()))
    days = [start + timedelta(days=day) for day in range(365 * YEARS)]
    alike = [zone for name in names if (zone := zone_named(name)) and _agree(zone, offsets, days[::5])]
    exact = (zone for zone in alike if _agree(zone, offsets, _hours(zone, days)))
    return next(chain(exact, alike), None)


def _agree(zone: tzinfo, offsets: tzinfo, moments: Iterable[datetime]) -> bool:
    return all(_from_utc(zone, moment) == _from_utc(offsets, moment) for moment in moments)


def _hours(zone: tzinfo, days: Iterable[datetime]) -> Iterator[datetime]:
    """All hours of the days on which clocks in `zone` change."""
    for day in days:
        if _from_utc(zone, day) != _from_utc(zone, day + timedelta(days=1)):
            yield from (day + timedelta(hours=hour) for hour in range(24))


def _from_utc(zone: tzinfo, moment: datetime) -> timedelta:
    return moment.astimezone(zone).utcoffset() or timedelta()
