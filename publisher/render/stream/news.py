"""What a feed tells of an entry: its own words, and those that a reader needs who sees nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from html import escape

from publisher.model import Edition, Entry, Episode, Event, EventState, Published
from publisher.render.stream import related, stream
from publisher.render.stream.happening import Line, lines, paragraph, state, summary
from publisher.render.stream.keys import page
from publisher.render.words import Words, words


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """An item of a feed: `summary` in plain text and `html` in full, if there is any. Moments are in UTC."""

    item: Published[Entry]
    guid: str
    title: str
    summary: str
    html: str
    published: datetime
    updated: datetime
    state: EventState | None = None
    """When, where and whether an event is, as this item tells it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """An item of a feed, to be told when it is wanted. Moments are in UTC."""

    item: Published[Entry]
    guid: str
    published: datetime
    updated: datetime
    tell: Callable[[], News]


def to_tell(item: Published[Entry], tell: Callable[[], News]) -> Told:
    """Tell `item` by `tell`, under its own guid."""
    return Told(item=item, guid=item.guid, published=item.published, updated=item.updated, tell=tell)


def plain(item: Published[Entry]) -> News:
    """Tell `item` in its own words only."""
    return News(
        item=item,
        guid=item.guid,
        title=item.entry.title,
        summary=item.entry.excerpt,
        html=item.entry.html,
        published=item.published,
        updated=item.updated,
        state=state(item.entry) if isinstance(item.entry, Event) else None,
    )


def news(edition: Edition) -> Iterator[Told]:
    """Tell the stream of `edition`, newest first."""
    return (to_tell(item, partial(announced, edition, item)) for item in stream(edition))


def announced(edition: Edition, item: Published[Entry]) -> News:
    """Tell `item` so that it is understood without its page: of an event when and where, and the thread."""
    w = words(edition.show.language)
    entry, own = item.entry, plain(item)
    facts = list(lines(entry, w)) if isinstance(entry, Event) else []
    happening = paragraph([line.as_html() for line in facts])
    thread = thread_html(edition, item, w)
    body = entry.html or (excerpt_html(entry) if happening or thread else "")
    return News(
        item=item,
        guid=item.guid,
        title=titled(entry.title, entry.status, w) if isinstance(entry, Event) else entry.title,
        summary=_summary(entry, w) if isinstance(entry, Event) else own.summary,
        html=f"{happening}{body}{thread}",
        published=item.published,
        updated=item.updated,
        state=own.state,
    )


def titled(title: str, status: str, w: Words) -> str:
    """Say with the title of an event that it is off, if it is and the title does not say so itself."""
    told = {"cancelled": _cancelled(title, w), "postponed": _postponed(title, w)}
    words = (_cancelled("", w), _postponed("", w))
    says_so = any(word.strip().casefold() in title.casefold() for word in words)
    return title if says_so else told.get(status, title)


def _cancelled(title: str, w: Words) -> str:
    return w.text("Cancelled: {title}", title=title)


def _postponed(title: str, w: Words) -> str:
    return w.text("Postponed: {title}", title=title)


def thread_html(edition: Edition, item: Published[Entry], w: Words) -> str:
    """Lead to the others in the thread of `item`, in a paragraph of links."""
    return paragraph([line.as_html() for line in thread_lines(edition, item, w)])


def thread_lines(edition: Edition, item: Published[Entry], w: Words) -> Iterator[Line]:
    """Lead to each of the others in the thread of `item`."""
    for other in related(edition, item):
        yield Line(_leading_to(other, w), other.entry.title, edition.url(page(other)))


def _leading_to(other: Published[Entry], w: Words) -> str:
    if isinstance(other.entry, Event):
        return w.text("From the event")
    return w.text("Recording") if isinstance(other.entry, Episode) else w.text("Read also")


def _summary(event: Event, w: Words) -> str:
    return ". ".join(filter(None, (summary(event, w), event.excerpt)))


def excerpt_html(entry: Entry) -> str:
    """Write the excerpt of an entry without a text as its text."""
    return f"<p>{escape(entry.excerpt, quote=False)}</p>\n" if entry.excerpt else ""
