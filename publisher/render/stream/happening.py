"""When and where an event is, and what to do about it, in words: what a feed reader can say of an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from itertools import islice
from zoneinfo import ZoneInfo

from publisher.model import Event, EventState, Online
from publisher.render.words import Words

OFF = ("cancelled", "postponed")
"""The states of an event that nobody can come to."""
DAY = (23, 59)
"""The clock of a deadline for which only the day was told."""
MOST = 12
"""How many times of a series are named one by one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A fact: what it is of, unless it says so, what it is, and where that leads if it is a link."""

    label: str | None
    text: str
    url: str | None = None

    def as_text(self) -> str:
        """Write the fact as plain text."""
        return f"{self.label}: {self.text}" if self.label else self.text

    def as_html(self) -> str:
        """Write the fact as HTML."""
        value = link(self.url, self.text) if self.url else escape(self.text, quote=False)
        return f"{escape(self.label, quote=False)}: {value}" if self.label else value


def link(url: str, text: str) -> str:
    """Write a link in HTML."""
    return f'<a href="{escape(url)}">{escape(text, quote=False)}</a>'


def paragraph(lines: list[str]) -> str:
    """Write lines of HTML as one paragraph; no lines are none."""
    body = "<br>\n".join(lines)
    return f"<p>{body}</p>\n" if lines else ""


def state(event: Event) -> EventState:
    """Say when, where and whether `event` is, as it stands."""
    platform = event.online.platform if event.online else None
    return EventState(
        title=event.title,
        start=event.start,
        end=event.end,
        all_day=event.all_day,
        timezone=event.timezone,
        place=", ".join(filter(None, (event.location, event.address, platform))) or None,
        status=event.status,
        recurrence=event.recurrence,
    )


def when(told: EventState, w: Words, start: datetime | None = None) -> str:
    """Say from when to when it is, or that time of it which starts at `start`."""
    zone = ZoneInfo(told.timezone)
    begin = told.start.astimezone(zone)
    first = start.astimezone(zone) if start else begin
    if told.end is None:
        return w.span(first, None, told.timezone, told.all_day)
    end = told.end.astimezone(zone)
    # Of one zone, these are clocks: every time of a series takes as long by them, in summer and winter.
    # Days are counted, since some begin at one o'clock.
    length = end.date() - begin.date() if told.all_day else end - begin
    return w.span(first, first + length, told.timezone, told.all_day)


def summary(event: Event, w: Words) -> str:
    """Say when and where `event` is on one line."""
    told = state(event)
    said = when(told, w, next(iter(_times(event)), None))
    if event.recurrence:
        said = w.text("{when} and more times", when=said)
    return " · ".join(filter(None, (said, told.place)))


def lines(event: Event, w: Words) -> Iterator[Line]:
    """Give what a guest has to know: when, where, and until when to sign up."""
    told = state(event)
    times = _times(event)
    yield Line(w.text("When"), when(told, w, times[0] if times else None))
    if times[1:]:
        days = ", ".join(w.day(start, event.timezone) for start in times[1:MOST])
        yield Line(w.text("More times"), f"{days} …" if times[MOST:] else days)
    place = ", ".join(filter(None, (event.location, event.address)))
    if place:
        yield Line(w.text("Where"), place)
    if event.online:
        yield from _online(event.online, w)
    yield from registration(event, w)


def registration(event: Event, w: Words) -> Iterator[Line]:
    """Give where to sign up and until when, unless it is off; a whole day is told without a clock."""
    if event.status in OFF:
        return
    if event.registration:
        yield Line(w.text("Registration"), event.registration, event.registration)
    if event.deadline:
        here = event.deadline.astimezone(ZoneInfo(event.timezone))
        say = w.day if (here.hour, here.minute) == DAY else w.moment
        yield Line(w.text("Register by"), say(event.deadline, event.timezone))


def _times(event: Event) -> tuple[datetime, ...]:
    """When the times of a series start, as far as they are named, and one more if there is."""
    return tuple(islice(event.recurrence.starts, MOST + 1)) if event.recurrence else ()


def _online(online: Online, w: Words) -> Iterator[Line]:
    url = online.join or online.url
    name = online.platform or url
    if name:
        yield Line(w.text("Online"), name, url)
