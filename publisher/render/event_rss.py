"""events.xml: RSS 2.0 with the event module, for readers that know no calendar (EV-*)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Artifact, Edition
from publisher.render.feed import categorise
from publisher.render.feed.rss import add_item, channel, document
from publisher.render.namespaces.ev import Ev

KEY = "events.xml"


def render(edition: Edition) -> Iterator[Artifact]:
    """Make the RSS feed of announced events."""
    feed = channel(edition, KEY, Ev)
    for item in edition.events:
        entry = add_item(feed, edition, item)
        categorise(entry, item)
        entry.ev.item(item)
    yield document(feed, KEY)
