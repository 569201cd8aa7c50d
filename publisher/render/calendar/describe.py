"""What a calendar says of an event in words: DESCRIPTION, and the same as HTML for Outlook (ICX-010).

When and where it is has properties of its own, which every client shows; the whole text is on the page.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from publisher.model import Edition, Episode, Event, Person, Published, Session
from publisher.render.site.people import role
from publisher.render.stream import related
from publisher.render.stream.happening import OFF, Line, link
from publisher.render.stream.keys import page
from publisher.render.words import Words, dates, words

MIDNIGHT = (23, 59)
"""The clock of a deadline for which only the day was told."""


@dataclass(frozen=True, slots=True)
class Description:
    """The same twice: for people whose client shows text, and for those whose client shows HTML."""

    text: str
    html: str


def describe(edition: Edition, item: Published[Event]) -> Description:
    """Say of an event what its properties do not."""
    w = words(edition.show.language)
    event, url = item.entry, edition.url(page(item))
    told = (
        [Line(None, line) for line in event.excerpt.splitlines() if line.strip()],
        list(_people(event, w)),
        list(_programme(event, w)),
        list(_practical(event, w)),
        list(_thread(edition, item, w)),
        [Line(None, url, link(url, _tidy(event.title)))],
    )
    paragraphs = [lines for lines in told if lines]
    return Description(
        text="\n\n".join("\n".join(line.as_text() for line in lines) for lines in paragraphs),
        html=f"<html><body>{''.join(_html(lines) for lines in paragraphs)}</body></html>",
    )


def _html(lines: Iterable[Line]) -> str:
    return f"<p>{'<br>'.join(line.as_html() for line in lines)}</p>"


def _people(event: Event, w: Words) -> Iterator[Line]:
    speakers = ", ".join(filter(None, (_named(person, w) for person in event.persons)))
    if speakers:
        yield Line(w.text("Speakers"), speakers)
    # An organizer with an address has a property that clients show.
    if event.organizer and not event.organizer.email:
        yield Line(w.text("Organizer"), _named(event.organizer, w))


def _named(person: Person, w: Words) -> str:
    name, part = _tidy(person.name), _tidy(role(person.role or "", w))
    return f"{name} ({part})" if part else name


def _programme(event: Event, w: Words) -> Iterator[Line]:
    """Give each part on a line, and before the first of a further day which day it is."""
    if event.programme:
        yield Line(None, f"{w.text('Programme')}:")
    day = dates.local(event.start, event.timezone).date()
    for session in event.programme:
        start = dates.local(session.start, event.timezone) if session.start else None
        if start and start.date() != day:
            day = start.date()
            yield Line(None, f"{dates.day(start, w.locale, 'full')}:")
        yield Line(None, _session(session, start, w))


def _session(session: Session, start: datetime | None, w: Words) -> str:
    speakers = ", ".join(map(_tidy, session.speakers))
    title = f"{_tidy(session.title)} ({speakers})" if speakers else _tidy(session.title)
    if start is None:
        return title
    end = session.end.astimezone(start.tzinfo) if session.end else start
    return f"{dates.clock(start, end, w.locale)} {title}"


def _practical(event: Event, w: Words) -> Iterator[Line]:
    yield from _online(event, w)
    if event.status not in OFF:
        yield from _registration(event, w)
    facts = (
        (w.text("Price"), event.price),
        (w.text("For whom"), event.audience),
        (w.text("Places"), event.capacity),
    )
    yield from (Line(label, _tidy(fact)) for label, fact in facts if fact and _tidy(fact))


def _online(event: Event, w: Words) -> Iterator[Line]:
    """Say where it is on the net: few clients show CONFERENCE."""
    if event.online and event.online.url:
        yield _linked(w.text("Online"), event.online.url, event.online.platform)
    elif event.online and event.online.platform and event.location:
        yield Line(w.text("Online"), _tidy(event.online.platform))
    if event.online and event.online.join and event.online.join != event.online.url:
        yield _linked(w.text("Join here"), event.online.join)


def _registration(event: Event, w: Words) -> Iterator[Line]:
    if event.registration:
        yield _linked(w.text("Registration"), event.registration)
    if event.deadline:
        yield Line(w.text("Register by"), _deadline(event.deadline, event.timezone, w))


def _deadline(deadline: datetime, timezone: str, w: Words) -> str:
    here = dates.local(deadline, timezone)
    is_day = (here.hour, here.minute) == MIDNIGHT
    return w.day(deadline, timezone) if is_day else w.moment(deadline, timezone)


def _thread(edition: Edition, item: Published[Event], w: Words) -> Iterator[Line]:
    for other in related(edition, item):
        url = edition.url(page(other))
        if isinstance(other.entry, Event):
            yield _linked(w.text("From the event"), url, other.entry.title)
        elif isinstance(other.entry, Episode):
            yield _linked(w.text("Recording"), url, other.entry.title)
        else:
            yield _linked(w.text("Read also"), url, other.entry.title)


def _linked(label: str, url: str, text: str | None = None) -> Line:
    """Lead to `url`, named in text, since text has no links; in HTML by `text`, or the label alone."""
    told = _tidy(text or "")
    if told:
        return Line(label, f"{told} – {url}", link(url, told))
    return Line(None, f"{label}: {url}", link(url, label))


def _tidy(text: str) -> str:
    return " ".join(text.split())
