"""RSS 2.0 for feed readers: whatever the entries are, in full (RSS-*)."""

from __future__ import annotations

from collections.abc import Iterable

from publisher.model import Artifact, Edition
from publisher.render.feed import categorise
from publisher.render.feed.rss import add_item, channel, document
from publisher.render.namespaces.dc import Dc
from publisher.render.namespaces.media import Media
from publisher.render.stream.news import News


def content_feed(edition: Edition, key: str, news: Iterable[News]) -> Artifact:
    """Make the RSS feed of `news`, newest first, at `key`."""
    feed = channel(edition, key, Dc, Media)
    for told in news:
        entry = add_item(feed, edition, told)
        categorise(entry, told.item)
        entry.dc.item(edition, told.item)
        entry.media.item(edition, told.item)
    return document(feed, key)
