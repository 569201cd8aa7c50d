"""Feed history and the links between a feed's documents (RFC 5005 §4, PAGE-001 to PAGE-007)."""

from __future__ import annotations

from typing import Any

from publisher.render.namespaces import Namespace


class History(Namespace):
    """What makes a document of a feed an archive."""

    prefix = "fh"
    uri = "http://purl.org/syndication/history/1.0"

    def archive(self) -> None:
        """Say that this document is one, and never what people subscribe to."""
        self.add("archive")


def add_history(feed: Any, links: dict[str, str | None], *, archive: bool) -> None:
    """Put `links` (rel → URL) to its other documents into `feed`, and say whether it is an archive."""
    feed.register_extension("fh", History, History, atom=False)
    if archive:
        feed.fh.archive()
    for rel, href in links.items():
        if href:
            feed.atom.link(rel, href)
