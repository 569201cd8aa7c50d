"""feed.xml: RSS 2.0 of the whole stream, for feed readers (RSS-*)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Edition
from publisher.render.feed.content import content_feed
from publisher.render.stream.news import news
from publisher.render.wire.part import Whole

KEY = "feed.xml"


def render(edition: Edition) -> Iterator[Whole]:
    """Make the RSS feed of episodes, articles and announced events."""
    yield from content_feed(edition, KEY, news(edition))
