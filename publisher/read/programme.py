"""`programme`: what happens when at an event, as lines (`09:05 Welcome`) or as tables."""

from __future__ import annotations

import re
from datetime import datetime
from zoneinfo import ZoneInfo

from publisher.model import Place, Session
from publisher.read.fields import DATE, VALUE, Fields
from publisher.read.moment import MomentError, When, at, clock, when
from publisher.read.text import shown

KEYS = ("start", "end", "title", "speakers")
_CLOCK = r"(?:[01]?\d|2[0-3])[:.][0-5]\d"
_LINE = re.compile(
    rf"(?:(?P<day>\d{{4}}-\d\d-\d\d)[ T]+)?(?P<start>{_CLOCK})(?!\d)(?:\s*[-–—]\s*(?P<end>{_CLOCK})(?!\d))?"
    r"[\s:–—-]*(?P<title>.*)",
    re.ASCII | re.DOTALL,
)


def read_programme(fields: Fields, zone: ZoneInfo, start: datetime | None) -> tuple[Session, ...]:
    """The sessions of an event that starts at `start`: clocks alone are on its first day.

    Without a start, what is written is read, and nothing made of it.
    """
    reader = _Reader(zone, start)
    items = fields.each("programme", reader.table, lambda text, place: reader.line(fields, text, place))
    return tuple(session for sessions in items for session in sessions)


class _Reader:
    def __init__(self, zone: ZoneInfo, start: datetime | None) -> None:
        self.zone, self.start = zone, start

    def table(self, fields: Fields) -> tuple[Session, ...]:
        """A session with keys of its own; or lines, which YAML takes for keys: `09:05: Welcome`."""
        clocks = [key for key in fields if _LINE.fullmatch(key)]
        if clocks:
            lines = ((key, fields.text(key)) for key in clocks)
            made = (self.line(fields, f"{key} {text or ''}", fields.origin.at(key)) for key, text in lines)
            return tuple(session for sessions in made for session in sessions)
        title, speakers = fields.uncut("title", KEYS, ", "), fields.texts("speakers")
        start, end = self.moment(fields, "start"), self.moment(fields, "end")
        fields.require(VALUE, "title", fields.line("title", "…"))
        return (Session(title=title, start=start, end=end, speakers=speakers),) if title else ()

    def line(self, fields: Fields, text: str, place: Place) -> tuple[Session, ...]:
        """A session on one line; without a clock it is a title."""
        found = _LINE.fullmatch(text)
        if found is None:
            return (Session(title=" ".join(text.split())),)
        title = " ".join(found["title"].split())
        if not title:
            message = f"programme has {shown(text)}, and does not say what happens then"
            fields.problems.append(VALUE.at(place, message, f"write `{found['start']} …`"))
            return ()
        try:
            start, end = (self.clock(found[name], found["day"]) for name in ("start", "end"))
        except MomentError as error:
            message = f"programme has {shown(text)}: {error}"
            fields.problems.append(DATE.at(place, message, f"write {error.example[-5:]} for the time"))
            return ()
        return (Session(title=title, start=start, end=end),)

    def moment(self, fields: Fields, key: str) -> datetime | None:
        """A clock on the first day, or a whole moment."""
        text = fields.text(key, like="09:05")
        if text is None:
            return None
        try:
            found = self.clock(text) if clock(text) else self.whole(text)
        except MomentError as error:
            fix = fields.line(key, error.example[-5:] if clock(text) else error.example)
            fields.report(DATE, key, f"is {shown(text)}: {error}", fix)
            return None
        return found

    def whole(self, text: str) -> datetime | None:
        """The moment that `text` is; a day alone says nothing of when."""
        found = when(text, self.zone)
        if found.whole:
            raise MomentError("it does not say at what time", f"{found.moment:%Y-%m-%d} 09:05")
        return found.moment

    def clock(self, text: str | None, day: str | None = None) -> datetime | None:
        """The moment when clocks show `text` on `day`, else on the event's first. Raises MomentError."""
        shown_at = clock(text) if text else None
        first: When | None = when(day, self.zone) if day else None
        date = first.moment if first else self.start
        return at(datetime.combine(date.date(), shown_at), self.zone) if shown_at and date else None
