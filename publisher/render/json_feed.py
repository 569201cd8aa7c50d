"""feed.json: JSON Feed 1.1 of the whole stream (jsonfeed.org/version/1.1, JF-*)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, datetime
from typing import Any

from publisher.model import Artifact, Edition, Enclosure, Entry, Person, Published
from publisher.render.stream import authors, stream
from publisher.render.stream.keys import home, page
from publisher.render.wire import artifact

KEY = "feed.json"


def render(edition: Edition) -> Iterator[Artifact]:
    """Make the JSON feed of episodes, articles and announced events."""
    text = json.dumps(_feed(edition), ensure_ascii=False, indent=2)
    yield artifact(KEY, "application/feed+json", f"{text}\n".encode())


def _feed(edition: Edition) -> dict[str, Any]:
    show = edition.show
    return _present(
        version="https://jsonfeed.org/version/1.1",
        title=show.title,
        home_page_url=home(edition),
        feed_url=edition.url(KEY),
        description=show.description,
        icon=edition.url(show.cover.key) if show.cover else None,
        authors=[{"name": show.author}] if show.author else None,
        language=show.language,
    ) | {"items": [_item(edition, item) for item in stream(edition)]}


def _item(edition: Edition, item: Published[Entry]) -> dict[str, Any]:
    entry = item.entry
    return _present(
        id=item.guid,
        url=edition.url(page(item)),
        external_url=entry.link,
        title=entry.title,
        content_html=entry.html,
        # JF-004: there must be content, of one kind or the other.
        content_text=None if entry.html else entry.excerpt or entry.title,
        summary=entry.excerpt,
        image=edition.url(entry.image.key) if entry.image else None,
        date_published=_rfc3339(item.published),
        date_modified=_rfc3339(item.updated),
        authors=[_author(person) for person in authors(item)],
        tags=list(entry.tags),
        attachments=[_attachment(edition, item.enclosure)] if item.enclosure else None,
    )


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
