"""An event as its page shows it: what is new about it, when and where it is, and its programme."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import islice
from urllib.parse import quote
from zoneinfo import ZoneInfo

from publisher.model import Event, Instance, Published, Session
from publisher.render.site.frame import Frame
from publisher.render.stream.happening import OFF, state, when
from publisher.render.words import Words, dates

MOST = 8
"""How many further times of a series are named."""


@dataclass(frozen=True, slots=True)
class Notice:
    """Something to know before all else. `tone` is off, new or calm."""

    tone: str
    title: str
    text: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Slot:
    """An item of the programme; `clock` is "09.05–09.30", with the day before it if it is not the first."""

    title: str
    clock: str | None
    iso: str | None
    speakers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """What else there is of an event that happens again: its next times, and those that are not as usual."""

    times: tuple[str, ...]
    is_longer: bool
    changed: tuple[str, ...]


def notices(frame: Frame, item: Published[Event]) -> Iterator[Notice]:
    """Say that an event is off, not certain, moved or over."""
    w, event = frame.w, item.entry
    if event.status == "cancelled":
        yield Notice("off", w.text("This event is cancelled."))
    elif event.status == "postponed":
        text = w.text("The times and places below are the old ones.")
        yield Notice("off", w.text("This event is postponed. A new date will follow."), text)
    elif not frame.is_coming(item.guid):
        yield Notice("calm", w.text("This event has taken place."))
    else:
        yield from _moved(w, item)
        if event.status == "tentative":
            yield Notice("calm", w.text("This event is not confirmed yet."))


def _moved(w: Words, item: Published[Event]) -> Iterator[Notice]:
    """Tell the last change of time and the last of place, of those that still hold."""
    now = state(item.entry)
    told = {what: change for change in item.changes for what in change.what}
    moved, placed = told.get("time"), told.get("place")
    if moved and when(moved.before, w) != when(now, w):
        yield Notice("new", w.text("New time"), w.text("Before: {was}", was=when(moved.before, w)))
    if placed and placed.before.place and placed.before.place != now.place:
        yield Notice("new", w.text("New place"), w.text("Before: {was}", was=placed.before.place))


def zone_name(event: Event, start: datetime, w: Words) -> str | None:
    """Name the clocks that an event goes by and how far they are from UTC, for those elsewhere."""
    from babel.dates import get_timezone_name

    if event.all_day:
        return None
    here = start.astimezone(ZoneInfo(event.timezone))
    name = get_timezone_name(here, "long", locale=w.locale)
    return _from_utc(here) if name.startswith("GMT") else f"{name}, {_from_utc(here)}"


def _from_utc(here: datetime) -> str:
    """Say how far the clocks of `here` are from UTC. Babel says −3:30 where it is −2:30."""
    offset = here.utcoffset() or timedelta()
    hours, minutes = divmod(abs(offset) // timedelta(minutes=1), 60)
    sign = "−" if offset < timedelta() else "+"
    return f"UTC{sign}{hours}{f':{minutes:02}' if minutes else ''}" if offset else "UTC"


def programme(frame: Frame, event: Event) -> tuple[Slot, ...]:
    """Show the programme of `event`."""
    return tuple(_slot(frame.w, event, session) for session in event.programme)


def _slot(w: Words, event: Event, session: Session) -> Slot:
    zone = ZoneInfo(event.timezone)
    first = session.start.astimezone(zone) if session.start else None
    clock = None
    if first:
        last = session.end.astimezone(zone) if session.end else first
        clock = dates.clock(first, last, w.locale)
        if first.date() != event.start.astimezone(zone).date():
            clock = f"{w.day(first, event.timezone)} {clock}"
    return Slot(
        title=session.title,
        clock=clock,
        iso=first.isoformat() if first else None,
        speakers=", ".join(session.speakers),
    )


def series(frame: Frame, item: Published[Event]) -> Series | None:
    """Show what comes after the next time of a series, or all its times where they are over."""
    event, w = item.entry, frame.w
    if not event.recurrence:
        return None
    next_one = frame.begins(item.guid, event)
    later = tuple(islice((start for start in event.recurrence.starts if start > next_one), MOST + 1))
    changed = [one for one in event.recurrence.changed if (one.start or one.original) >= next_one]
    return Series(
        times=tuple(when(state(event), w, start) for start in later[:MOST]),
        is_longer=len(later) > MOST,
        changed=tuple(_instance(w, event, one) for one in changed),
    )


def _instance(w: Words, event: Event, one: Instance) -> str:
    """Say what is not as usual at one time of a series."""
    original = when(state(event), w, one.original)
    if one.status == "cancelled":
        return w.text("Cancelled: {title}", title=original)
    if one.status in OFF:
        return w.text("Postponed: {title}", title=original)
    moved = when(state(event), w, one.start) if one.start and one.start != one.original else None
    said = w.text("{when}, instead of {usual}", when=moved, usual=original) if moved else original
    return " · ".join(filter(None, (said, one.title, one.location)))


def map_url(event: Event) -> str | None:
    """Lead to where an event is on OpenStreetMap (wiki.openstreetmap.org/wiki/Browsing)."""
    if event.geo:
        latitude, _, longitude = (part.strip() for part in event.geo.partition(","))
        spot = f"mlat={quote(latitude)}&mlon={quote(longitude)}"
        return f"https://www.openstreetmap.org/?{spot}#map=17/{quote(latitude)}/{quote(longitude)}"
    if event.address:
        return f"https://www.openstreetmap.org/search?query={quote(event.address, safe='')}"
    return None
