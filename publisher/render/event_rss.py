"""events.xml: RSS 2.0 with the event module, for readers that know no calendar (EV-*).

An event is an item when it is announced, and one more each time its time, place or status changes:
readers show an item once, and would not tell a change of it (CAL-002).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Artifact, Edition
from publisher.render.feed import categorise
from publisher.render.feed.rss import add_item, channel, document
from publisher.render.namespaces.ev import Ev
from publisher.render.stream.changed import happenings

KEY = "events.xml"


def render(edition: Edition) -> Iterator[Artifact]:
    """Make the RSS feed of the events in the calendar."""
    feed = channel(edition, KEY, Ev)
    for told in happenings(edition):
        entry = add_item(feed, edition, told)
        categorise(entry, told.item)
        entry.ev.item(told.item.entry, told.state)
    yield document(feed, KEY)
