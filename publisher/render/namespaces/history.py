"""Where a document stands among others: feed history (RFC 5005 §4, PAGE-001 to PAGE-007), and the hub."""

from __future__ import annotations

from typing import Any

from publisher.model import Edition
from publisher.render.namespaces import Namespace
from publisher.render.stream.archive import Document


class History(Namespace):
    """What makes a document of a feed an archive."""

    prefix = "fh"
    uri = "http://purl.org/syndication/history/1.0"

    def archive(self) -> None:
        """Say that this document is one, and never what people subscribe to."""
        self.add("archive")


def relate(feed: Any, edition: Edition, key: str, part: Document[Any]) -> None:
    """Lead from `feed`, a `part` of the feed at `key`, to its other documents and to the show's hub.

    Archives gain no items, so nobody tells a hub of them (WS-001, WS-004). `feed` knows Atom's links.
    """
    if edition.show.hub and not part.number:
        feed.atom.link("hub", edition.show.hub)
    links = part.links(key)
    if links:
        feed.register_extension(History.prefix, History, History)
    if part.number:
        feed.fh.archive()
    for rel, other in links.items():
        feed.atom.link(rel, edition.url(other))
