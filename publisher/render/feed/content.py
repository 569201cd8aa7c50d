"""RSS 2.0 for feed readers: whatever the entries are, in full (RSS-*)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from publisher.model import Edition, Show
from publisher.render.feed import categorise
from publisher.render.feed.rss import channel, document
from publisher.render.namespaces.dc import Dc
from publisher.render.namespaces.media import Media
from publisher.render.stream.archive import documents
from publisher.render.stream.news import News, Told
from publisher.render.wire.part import Whole


def content_feed(
    edition: Edition, key: str, told: Iterable[Told], show: Show | None = None
) -> Iterator[Whole]:
    """Make the RSS feed of what is `told`, newest first, at `key`; it presents itself as `show` does."""

    def complete(entry: Any, news: News) -> None:
        categorise(entry, news.item)
        entry.dc.item(edition, news.item)
        entry.media.item(edition, news.item)

    presented = replace(edition, show=show) if show else edition
    for part in documents(tuple(told), edition.show.page_size):
        yield document(channel(presented, key, part, Dc, Media), edition, key, part, complete)
