"""podcast.xml: RSS 2.0 with iTunes, Podcasting 2.0 and Podlove chapters (PSP-1, APPLE-*, PN-*)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Artifact, Edition
from publisher.render.feed.rss import add_item, channel, document
from publisher.render.namespaces.itunes import Itunes
from publisher.render.namespaces.podcast import Podcast
from publisher.render.namespaces.psc import Psc

KEY = "podcast.xml"


def render(edition: Edition) -> Iterator[Artifact]:
    """Make the feed that podcast apps subscribe to, of every episode there is something to hear of."""
    feed = channel(edition, KEY, Itunes, Podcast, Psc)
    feed.itunes.channel(edition)
    feed.podcast.channel(edition)
    for item in edition.episodes:
        if item.enclosure:
            entry = add_item(feed, edition, item)
            entry.itunes.item(edition, item)
            entry.podcast.item(edition, item)
            entry.psc.item(item)
    yield document(feed, KEY)
