"""The edge to feedgen: what RSS and Atom have in common, with every default of its own overruled.

feedgen is untyped, hence Any. Left alone it stamps the clock into dates and its version into
generators, and puts the newest entry last.
"""

from __future__ import annotations

from datetime import UTC
from typing import Any

from feedgen.feed import FeedGenerator

from publisher.model import Edition, Entry, Published
from publisher.render.stream.keys import home, page
from publisher.render.stream.news import News, Told
from publisher.render.wire import cut


def begin(edition: Edition, key: str, type: str) -> Any:
    """Start the feed at `key` with what the show says of itself."""
    show = edition.show
    feed = FeedGenerator()
    feed.title(show.title)
    feed.description(cut(show.description))
    feed.language(show.language)
    feed.copyright(show.copyright)
    feed.generator("Publisher")
    feed.docs("")
    feed.updated(edition.updated.astimezone(UTC))
    feed.link(href=edition.url(key), rel="self", type=type)
    # RSS takes the last link for its own.
    feed.link(href=home(edition), rel="alternate", type="text/html")
    return feed


def renew(feed: Any, told: Told) -> None:
    """Date the feed: it is as new as its newest item (RSS-019)."""
    feed.updated(max(feed.updated(), told.updated, told.published).astimezone(UTC))


def start(feed: Any, edition: Edition, news: News) -> Any:
    """Start an entry of the feed with title, dates and page; its items are bound in later, as bytes."""
    entry = feed.add_entry(order="append")
    feed.remove_entry(entry)
    entry.title(news.title)
    entry.published(news.published.astimezone(UTC))
    entry.updated(news.updated.astimezone(UTC))
    entry.link(href=edition.url(page(news.item)), rel="alternate")
    return entry


def categorise(entry: Any, item: Published[Entry]) -> None:
    """Make categories of the tags of `item`."""
    entry.category([{"term": tag} for tag in item.entry.tags])
