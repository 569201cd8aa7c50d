"""feed.atom: Atom of the whole stream (RFC 4287, ATOM-*)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Any
from uuid import NAMESPACE_URL, UUID, uuid5

from publisher.model import Edition
from publisher.render.feed import begin, categorise, renew, start
from publisher.render.feed.binding import Binding
from publisher.render.feed.pieces import pieces
from publisher.render.namespaces.atom import Links
from publisher.render.namespaces.history import relate
from publisher.render.namespaces.media import Media
from publisher.render.stream import authors, related
from publisher.render.stream.archive import Document, documents
from publisher.render.stream.keys import page
from publisher.render.stream.news import News, Told, news
from publisher.render.wire.part import Whole

KEY = "feed.atom"
TYPE = "application/atom+xml"


def render(edition: Edition) -> Iterator[Whole]:
    """Make the Atom feed of episodes, articles and announced events."""
    for part in documents(tuple(news(edition)), edition.show.page_size):
        yield _document(edition, part)


def _document(edition: Edition, part: Document[Told]) -> Whole:
    show = edition.show
    feed = begin(edition, part.at(KEY), TYPE)
    feed.id(_urn(edition.guid))
    feed.author(name=show.author or show.title)
    if show.cover:
        feed.icon(edition.url(show.cover.key))
    feed.register_extension(Links.prefix, Links, Links, rss=False)
    feed.register_extension(Media.prefix, Media, Media, rss=False)
    relate(feed, edition, KEY, part)
    binding = Binding(partial(feed.atom_str, pretty=True))

    def entry(told: Told) -> bytes:
        return binding.item(_entry(feed, edition, told.tell()).atom_entry())

    for told in part.items:
        renew(feed, told)
    parts = pieces(edition, "atom", part.items, entry)
    return Whole(key=part.at(KEY), type=TYPE, parts=parts, join=binding.bind)


def _entry(feed: Any, edition: Edition, told: News) -> Any:
    entry = start(feed, edition, told)
    entry.id(_urn(told.guid, edition.guid))
    entry.summary(told.summary or told.title)
    if told.html:
        entry.content(told.html, type="html")
    for person in authors(told.item):
        entry.author(name=person.name, uri=person.href)
    categorise(entry, told.item)
    entry.media.item(edition, told.item)
    _add_links(entry, edition, told)
    return entry


def _add_links(entry: Any, edition: Edition, told: News) -> None:
    item = told.item
    media = item.enclosure
    if media:
        entry.atom.link("enclosure", edition.media_url(media), type=media.type, length=str(media.length))
    if item.entry.link:
        entry.atom.link("related", item.entry.link)
    for other in related(edition, item):
        entry.atom.link("related", edition.url(page(other)), type="text/html", title=other.entry.title)


def _urn(guid: str, show: str | None = None) -> str:
    """Name what `guid` names as an absolute IRI: the UUID it is, else UUIDv5 of it (ATOM-004).

    Imported guids like "7" are unique in their show only, so the show's guid goes into the name:
    `urn:uuid:<show guid>#<guid>` in the URL namespace.
    """
    try:
        uuid = UUID(guid)
    except ValueError:
        uuid = uuid5(NAMESPACE_URL, f"urn:uuid:{show}#{guid}" if show else guid)
    return uuid.urn
