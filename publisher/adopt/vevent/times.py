"""From when until when an event is: DTSTART with DTEND or DURATION (RFC 5545 §3.6.1)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, time, timedelta
from zoneinfo import ZoneInfo

from publisher.adopt.page.words import shown
from publisher.adopt.vevent.moments import DAY, Hand, When
from publisher.adopt.vevent.rules import END, SERIES, START, ZONE
from publisher.adopt.vevent.vevent import VEvent

UTCS = frozenset({"UTC", "Etc/UTC", "GMT", "Etc/GMT"})
"""Zones whose times are moments, wherever one is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When an event starts and ends, in UTC. Of whole days, `end` is the midnight after the last."""

    hand: Hand
    start: datetime
    end: datetime | None = None

    @property
    def last(self) -> datetime:
        """When it is over."""
        return self.end or self.start

    @property
    def length(self) -> timedelta:
        """How long it takes: whole days as days, although clocks may change in them."""
        if self.hand.whole:
            return self.hand.day(self.last) - self.hand.day(self.start)
        return self.last - self.start

    def at(self, start: datetime) -> Times:
        """The same at another start."""
        if self.end is None:
            return Times(hand=self.hand, start=start)
        if self.hand.whole:
            return Times(hand=self.hand, start=start, end=self.hand.take(self.hand.day(start) + self.length))
        return Times(hand=self.hand, start=start, end=start + self.length)


def read_times(event: VEvent, *, recurs: bool) -> Times | None:
    """When `event` is, in the zone to write it in. None, and told, where it has no start."""
    try:
        start = event.when("DTSTART")
    except (ValueError, OverflowError):
        start = None
    if start is None:
        fix = "write it yourself with `publisher new event`, or mend it in the calendar it comes from"
        event.tell(START, "has no time at which it starts, so it is left out", fix, at=event.first("DTSTART"))
        return None
    hand = _hand(event, start, recurs=recurs)
    first = hand.take(start)
    if recurs and _is_skipped(event, start):
        message = f"starts on {first.astimezone(hand.zone):%Y-%m-%d} at a time that clocks skip there, "
        message += f"so every time of it starts at {hand.clock:%H:%M}"
        fix = "let `start` be its next time, by the right clock, and write this one below `also`"
        event.tell(SERIES, message, fix, at=event.first("DTSTART"))
    return Times(hand=hand, start=first, end=_end(event, hand, start, first))


def instance_times(series: Times, override: VEvent, original: datetime) -> Times:
    """When one time of a series is, by what overrides it. Raises ValueError where nobody can tell."""
    start = override.when("DTSTART") or original
    if isinstance(start, datetime) == series.hand.whole:
        has = "a clock" if series.hand.whole else "no clock"
        message = f"has {has} on {series.hand.write(original)}, unlike the rest of its series"
        override.tell(SERIES, message, "write an event of its own for it", at=override.first("DTSTART"))
    first = series.hand.take(start)
    return Times(hand=series.hand, start=first, end=_end(override, series.hand, start, first))


def _hand(event: VEvent, start: When, *, recurs: bool) -> Hand:
    """The zone to write an event in: its own, or the show's for what is a moment anywhere.

    The clocks of a series go with its zone, through summer and winter; one time is plainer in the show's.
    """
    zones = event.zones
    if not isinstance(start, datetime):
        return Hand(zone=zones.floating, whole=True)
    zone = _zone(event, start, recurs=recurs)
    if zone is None or (zone.key in UTCS and not recurs):
        zone = zones.home
    return Hand(zone=zone, whole=False, clock=start.astimezone(zone).time())


def _is_skipped(event: VEvent, start: When) -> bool:
    """Whether DTSTART is a clock that nobody saw, since clocks went forward: `start` is another then."""
    said = event.first("DTSTART")
    return isinstance(start, datetime) and said is not None and f"{start:%H%M}" != said.value[9:13]


def _zone(event: VEvent, start: datetime, *, recurs: bool) -> ZoneInfo | None:
    """The zone that DTSTART is in; None for a clock of nowhere. What is guessed is told."""
    property, zones = event.first("DTSTART"), event.zones
    tzid = property.params.get("TZID") if property else None
    if start.tzinfo is UTC or tzid is None:
        return ZoneInfo("UTC") if start.tzinfo is UTC else zones.floating
    clock = zones.clock(tzid, start.year)
    if clock.zone is None and recurs:
        message = f"is in the time zone {shown(tzid)}, which is none of the world's, and repeats"
        fix = f"look at its times after the clocks in {zones.home.key} change"
        event.tell(ZONE, message, fix, at=property)
    if clock.guessed and clock.zone:
        message = f"is in the time zone {shown(tzid)}, which nobody knows: {clock.zone.key} is assumed"
        fix = f"look whether it starts at {start:%H:%M} there, and mend `timezone` or `start` if not"
        event.tell(ZONE, message, fix, at=property)
    return clock.zone


def _end(event: VEvent, hand: Hand, start: When, first: datetime) -> datetime | None:
    """When an event ends that starts at `first`; None, and maybe told, where that is not said."""
    at, end = event.first("DTEND") or event.first("DURATION"), None
    try:
        end = event.ending(start)
        last = first if end is None else _last(end, hand)
    except (ValueError, OverflowError):
        event.tell(END, "has an end that is no time, so it has none now", "write `end: …`", at=at)
        last = first
    if last < first:
        event.tell(END, "ends before it starts, so it has no end now", "write `end: …`", at=at)
    elif last == first and end is not None and not hand.whole and _is_skipped(event, start):
        message = "starts at a time that clocks skip, as late as it ends, so it has no end now"
        event.tell(END, message, "write `end: …`", at=at)
    if hand.whole:
        return max(last, hand.take(hand.day(first) + DAY))
    return last if last > first else None


def _last(end: When, hand: Hand) -> datetime:
    if hand.whole and isinstance(end, datetime):
        local = end.astimezone(hand.zone)
        return hand.take(local.date() + (DAY if local.time() != time() else timedelta()))
    if not hand.whole and not isinstance(end, datetime):
        return datetime.combine(end, time(), hand.zone).astimezone(UTC)
    return hand.take(end)
