"""feed.xml: RSS 2.0 of the whole stream, for feed readers (RSS-*)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Artifact, Edition
from publisher.render.feed import categorise
from publisher.render.feed.rss import add_item, channel, document
from publisher.render.namespaces.dc import Dc
from publisher.render.stream import stream

KEY = "feed.xml"


def render(edition: Edition) -> Iterator[Artifact]:
    """Make the RSS feed of episodes, articles and announced events."""
    feed = channel(edition, KEY, Dc)
    for item in stream(edition):
        entry = add_item(feed, edition, item)
        categorise(entry, item)
        entry.dc.item(edition, item)
    yield document(feed, KEY)
