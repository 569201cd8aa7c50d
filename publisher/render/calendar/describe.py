"""What a calendar says of an event in words: DESCRIPTION, and the same as HTML for Outlook (ICX-010).

When and where it is has properties of its own, which every client shows; the whole text is on the page.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from publisher.model import Edition, Event, Online, Person, Published, Session
from publisher.render.site.people import role
from publisher.render.stream.happening import Line, link, registration
from publisher.render.stream.keys import page
from publisher.render.stream.news import thread_lines
from publisher.render.words import Words, dates, words


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
        [replace(line, text=_tidy(line.text)) for line in thread_lines(edition, item, w)],
    )
    paragraphs = [lines for lines in told if lines]
    texts = ["\n".join(_text(line) for line in lines) for lines in paragraphs]
    htmls = ["<br>".join(_html(line) for line in lines) for lines in paragraphs]
    body = "".join(f"<p>{html}</p>" for html in (*htmls, link(url, _tidy(event.title))))
    return Description(text="\n\n".join((*texts, url)), html=f"<html><body>{body}</body></html>")


def _text(line: Line) -> str:
    """Name the address after what leads there, since text has no links."""
    return f"{line.as_text()} – {line.url}" if line.url and line.url != line.text else line.as_text()


def _html(line: Line) -> str:
    """Let the label lead to an address that has no better name."""
    return link(line.url, line.label) if line.url == line.text and line.label else line.as_html()


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
    yield from registration(event, w)
    facts = (
        (w.text("Price"), event.price),
        (w.text("For whom"), event.audience),
        (w.text("Places"), event.capacity),
    )
    yield from (Line(label, _tidy(fact)) for label, fact in facts if fact and _tidy(fact))


def _online(event: Event, w: Words) -> Iterator[Line]:
    """Say where it is on the net: few clients show CONFERENCE. A platform alone is told as the place."""
    online = event.online or Online()
    platform = _tidy(online.platform or "")
    if online.url or (platform and event.location):
        yield Line(w.text("Online"), platform or online.url or "", online.url)
    if online.join and online.join != online.url:
        yield Line(w.text("Join here"), online.join, online.join)


def _tidy(text: str) -> str:
    return " ".join(text.split())
