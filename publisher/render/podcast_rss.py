"""podcast.xml: RSS 2.0 with iTunes, Podcasting 2.0 and Podlove chapters (PSP-1, APPLE-*, PN-*)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from typing import Any, cast

from publisher.model import Edition, Episode, Published
from publisher.render.feed.rss import channel, document
from publisher.render.namespaces.extra import Extra
from publisher.render.namespaces.itunes import Itunes
from publisher.render.namespaces.podcast import Podcast
from publisher.render.namespaces.psc import Psc
from publisher.render.namespaces.spotify import Spotify
from publisher.render.stream.archive import Document, documents
from publisher.render.stream.news import News, Told, plain, to_tell
from publisher.render.wire.part import Whole

KEY = "podcast.xml"


def render(edition: Edition) -> Iterator[Whole]:
    """Make the feed that podcast apps subscribe to, of every episode there is something to hear of."""
    heard = [to_tell(item, partial(plain, item)) for item in edition.episodes if item.enclosure]
    for part in documents(heard, edition.show.page_size):
        yield _document(edition, part)


def _document(edition: Edition, part: Document[Told]) -> Whole:
    feed = channel(edition, KEY, part, Itunes, Podcast, Psc, Spotify, Extra)
    feed.itunes.channel(edition)
    # What the channel tells of episodes, an archive tells of its own: a new trailer changes none (PAGE-003).
    own = tuple(cast(Published[Episode], told.item) for told in part.items)
    feed.podcast.channel(replace(edition, episodes=own) if part.number else edition)
    feed.spotify.channel(edition)
    feed.extra.add_all(edition, edition.show.extra)

    def complete(entry: Any, told: News) -> None:
        item = cast(Published[Episode], told.item)
        entry.itunes.item(edition, item)
        entry.podcast.item(edition, item)
        entry.psc.item(edition, item)
        entry.extra.add_all(edition, item.entry.extra)

    return document(feed, edition, KEY, part, complete)
