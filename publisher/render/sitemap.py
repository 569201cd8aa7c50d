"""sitemap.xml: every page that search engines are to find, and when it changed (sitemaps.org/protocol.html).

No page that asks to be left out is in it. A file holds at most 50,000 pages: more are in several files, and
sitemap.xml names those.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from xml.sax.saxutils import escape

from publisher.model import Artifact, Edition, Entry, Published
from publisher.render.site.frame import Frame
from publisher.render.site.keys import ARTICLES, EPISODES, HOME, SUBSCRIBE, topic_page
from publisher.render.site.paging import sheets
from publisher.render.stream import entries
from publisher.render.stream.keys import page
from publisher.render.stream.topics import by_tag, folded
from publisher.render.wire import artifact

KEY = "sitemap.xml"
TYPE = "application/xml; charset=utf-8"
NAMESPACE = "http://www.sitemaps.org/schemas/sitemap/0.9"
MOST = 50_000
"""Pages in a file."""


@dataclass(frozen=True, slots=True)
class Place:
    """A page or a sitemap, and when it last changed."""

    key: str
    changed: datetime


def render(edition: Edition) -> Iterator[Artifact]:
    """Name the pages of `edition`."""
    yield from sitemaps(edition, tuple(places(edition)), MOST)


def sitemaps(edition: Edition, found: Sequence[Place], most: int) -> Iterator[Artifact]:
    """Write `found` in files of at most `most`; those come in the order in which their pages were made."""
    if len(found) <= most:
        yield _document(edition, KEY, "urlset", found)
        return
    parts = [found[start : start + most] for start in range(0, len(found), most)]
    index = [Place(f"sitemap-{number}.xml", _newest(part)) for number, part in enumerate(parts, 1)]
    yield _document(edition, KEY, "sitemapindex", index)
    for place, part in zip(index, parts, strict=True):
        yield _document(edition, place.key, "urlset", part)


def places(edition: Edition) -> Iterator[Place]:
    """Find every page: what tells of the show, what lists entries, and the entries."""
    items = [item for item in entries(edition) if not item.unseen]
    changed = max((edition.updated, *map(_changed, items)))
    older = {EPISODES: edition.episodes, ARTICLES: edition.articles}
    for key in (HOME, SUBSCRIBE, *(section.key for section in Frame(edition).sections)):
        yield from _list(key, older[key]) if key in older else [Place(key, changed)]
    tagged = by_tag(items)
    for topic in edition.show.topics:
        yield from _list(topic_page(topic), tagged[folded(topic.tag)], changed)
    yield from (Place(page(item), _changed(item)) for item in items)


def _list(key: str, items: Sequence[Published[Entry]], empty: datetime | None = None) -> Iterator[Place]:
    """Give the pages of a list; one with nothing in it changed with the show."""
    for sheet in sheets(key, items):
        changes = [_changed(item) for item in sheet.items]
        yield Place(sheet.key, max(changes) if changes or empty is None else empty)


def _changed(item: Published[Entry]) -> datetime:
    return max(item.updated, item.published)


def _newest(part: Iterable[Place]) -> datetime:
    return max(place.changed for place in part)


def _document(edition: Edition, key: str, root: str, found: Iterable[Place]) -> Artifact:
    """Write it as text: a tree of tens of thousands of addresses takes its time, and memory."""
    name = "url" if root == "urlset" else "sitemap"
    lines = [f"<?xml version='1.0' encoding='UTF-8'?>\n<{root} xmlns=\"{NAMESPACE}\">\n"]
    for place in found:
        address, changed = escape(edition.url(place.key)), place.changed.astimezone(UTC).isoformat()
        lines.append(f"  <{name}>\n    <loc>{address}</loc>\n    <lastmod>{changed}</lastmod>\n  </{name}>\n")
    lines.append(f"</{root}>\n")
    return artifact(key, TYPE, "".join(lines).encode())
