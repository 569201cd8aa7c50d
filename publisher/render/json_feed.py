"""feed.json: JSON Feed 1.1 of the whole stream (jsonfeed.org/version/1.1, JF-*)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import partial
from typing import Any

from publisher.model import Edition, Enclosure, Entry, Person, Published
from publisher.render.feed.pieces import pieces
from publisher.render.stream import authors, related
from publisher.render.stream.archive import Document, documents
from publisher.render.stream.keys import home, page
from publisher.render.stream.news import News, Told, news
from publisher.render.wire.part import Whole

KEY = "feed.json"
TYPE = "application/feed+json"
LINE = "\n    "
"""How a line begins that an item begins on."""
BETWEEN = f",{LINE}".encode()
_JSON = json.JSONEncoder(ensure_ascii=False)


def render(edition: Edition) -> Iterator[Whole]:
    """Make the JSON feed of episodes, articles and announced events."""

    def item(told: Told) -> bytes:
        return _text(_item(edition, told.tell()), LINE).encode()

    for part in documents(tuple(news(edition)), edition.show.page_size):
        parts = pieces(edition, "json", part.items, item, between=BETWEEN)
        yield Whole(key=part.at(KEY), type=TYPE, parts=parts, join=partial(_joined, edition, part))


def _joined(edition: Edition, part: Document[Told], items: Iterable[bytes]) -> Iterator[bytes]:
    yield _text(_feed(edition, part)).removesuffix("\n}").encode() + b',\n  "items": ['
    before, end = LINE.encode(), b"]"
    for some in items:
        yield before + some
        before, end = BETWEEN, b"\n  ]"
    yield end + b"\n}\n"


def _feed(edition: Edition, part: Document[Told]) -> dict[str, Any]:
    """What a document says before its items, each with its own address (JF-002)."""
    show, older = edition.show, part.links(KEY).get("prev-archive")
    return _present(
        version="https://jsonfeed.org/version/1.1",
        title=show.title,
        home_page_url=home(edition),
        feed_url=edition.url(part.at(KEY)),
        description=show.description,
        next_url=edition.url(older) if older else None,
        icon=edition.url(show.cover.key) if show.cover else None,
        authors=[{"name": show.author}] if show.author else None,
        language=show.language,
        hubs=[{"type": "WebSub", "url": show.hub}] if show.hub and not part.number else None,
    )


def _item(edition: Edition, told: News) -> dict[str, Any]:
    item, entry = told.item, told.item.entry
    return _present(
        id=told.guid,
        url=edition.url(page(item)),
        external_url=entry.link,
        title=told.title,
        content_html=told.html,
        # JF-004: there must be content, of one kind or the other.
        content_text=None if told.html else told.summary or told.title,
        summary=told.summary,
        image=edition.url(entry.image.key) if entry.image else None,
        date_published=_rfc3339(told.published),
        date_modified=_rfc3339(told.updated),
        authors=[_author(person) for person in authors(item)],
        tags=list(entry.tags),
        attachments=[_attachment(edition, item.enclosure)] if item.enclosure else None,
        _thread=_thread(edition, item),
    )


def _text(value: Any, line: str = "\n") -> str:
    """Write `value` as `json.dumps` does with `indent=2`, which takes three times as long over it.

    `line` is how a line begins where it stands. No list or object is empty.
    """
    inner = f"{line}  "
    if isinstance(value, dict):
        members = (f'{inner}"{name}": {_text(one, inner)}' for name, one in value.items())
        return "{" + ",".join(members) + line + "}"
    if isinstance(value, list):
        return "[" + ",".join(inner + _text(one, inner) for one in value) + line + "]"
    return _JSON.encode(value)


def _thread(edition: Edition, item: Published[Entry]) -> dict[str, Any] | None:
    """Name the others in the thread of `item`, as an extension (JF-010): their ids, pages and titles."""
    others = [
        {"id": other.guid, "url": edition.url(page(other)), "title": other.entry.title}
        for other in related(edition, item)
    ]
    return {"related": others} if others else None


def _attachment(edition: Edition, enclosure: Enclosure) -> dict[str, Any]:
    return {
        "url": edition.media_url(enclosure),
        "mime_type": enclosure.type,
        "size_in_bytes": enclosure.length,
        "duration_in_seconds": round(enclosure.duration.total_seconds()),
    }


def _author(person: Person) -> dict[str, Any]:
    return _present(name=person.name, url=person.href)


def _rfc3339(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")


def _present(**members: Any) -> dict[str, Any]:
    """Keep the members that say something."""
    return {name: value for name, value in members.items() if value}
