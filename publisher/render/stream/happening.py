"""When and where an event is, and what to do about it, in words: what a feed reader can say of an event."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from html import escape
from zoneinfo import ZoneInfo

from publisher.model import Event, EventState, Online
from publisher.render.words import Words

OFF = ("cancelled", "postponed")
"""The states of an event that nobody can come to."""
MOST = 12
"""How many times of a series are named one by one."""


@dataclass(frozen=True, slots=True)
class Line:
    """A fact: what it is of, unless it says so, and what it is; `html` where there is more than text."""

    label: str | None
    text: str
    html: str | None = None

    def as_text(self) -> str:
        """Write the fact as plain text."""
        return f"{self.label}: {self.text}" if self.label else self.text

    def as_html(self) -> str:
        """Write the fact as HTML."""
        value = self.html or escape(self.text, quote=False)
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
    times = event.recurrence.starts if event.recurrence else ()
    said = when(told, w, times[0] if times else None)
    if event.recurrence:
        said = w.text("{when} and more times", when=said)
    return " · ".join(filter(None, (said, told.place)))


def lines(event: Event, w: Words) -> Iterator[Line]:
    """Give what a guest has to know: when, where, and until when to sign up."""
    told = state(event)
    times = event.recurrence.starts if event.recurrence else ()
    yield Line(w.text("When"), when(told, w, times[0] if times else None))
    if times[1:]:
        days = ", ".join(w.day(start, event.timezone) for start in times[1:MOST])
        yield Line(w.text("More times"), f"{days} …" if times[MOST:] else days)
    place = ", ".join(filter(None, (event.location, event.address)))
    if place:
        yield Line(w.text("Where"), place)
    if event.online:
        yield from _online(event.online, w)
    if event.status not in OFF:
        yield from _registration(event, w)


def _online(online: Online, w: Words) -> Iterator[Line]:
    url = online.join or online.url
    name = online.platform or url
    if name:
        yield Line(w.text("Online"), name, link(url, name) if url else None)


def _registration(event: Event, w: Words) -> Iterator[Line]:
    if event.registration:
        yield Line(w.text("Registration"), event.registration, link(event.registration, event.registration))
    if event.deadline:
        yield Line(w.text("Register by"), w.moment(event.deadline, event.timezone))
