"""events.xml: RSS 2.0 with the event module, for readers that know no calendar (EV-*).

An event is an item when it is announced, and one more each time its time, place or status changes:
readers show an item once, and would not tell a change of it (CAL-002).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from publisher.model import Edition
from publisher.render.feed import categorise
from publisher.render.feed.rss import channel, document
from publisher.render.namespaces.ev import Ev
from publisher.render.stream.archive import documents
from publisher.render.stream.changed import happenings
from publisher.render.stream.news import News
from publisher.render.wire.part import Whole

KEY = "events.xml"


def render(edition: Edition) -> Iterator[Whole]:
    """Make the RSS feed of the events in the calendar."""
    # What is over may leave the calendar, so nothing is counted from the oldest: there are no archives.
    for part in documents(happenings(edition), None):
        yield document(channel(edition, KEY, part, Ev), edition, KEY, part, _complete)


def _complete(entry: Any, told: News) -> None:
    categorise(entry, told.item)
    entry.ev.item(told.item.entry, told.state)
