"""tags/<slug>.xml: RSS 2.0 of what a show has on each of its topics (RSS-*)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from publisher.model import Edition, Show, Topic
from publisher.render.feed.content import content_feed
from publisher.render.stream.keys import topic_key
from publisher.render.stream.news import Told, news
from publisher.render.stream.topics import topics
from publisher.render.wire.part import Whole


def render(edition: Edition) -> Iterator[Whole]:
    """Make a feed of each topic, with all entries that have its tag."""
    if not edition.show.topics:
        return
    told_on: dict[str, list[Told]] = defaultdict(list)
    for told in news(edition):
        for topic in topics(edition.show.topics, told.item.entry):
            told_on[topic.slug].append(told)
    for topic in edition.show.topics:
        yield from content_feed(edition, topic_key(topic), told_on[topic.slug], _on(topic, edition.show))


def _on(topic: Topic, show: Show) -> Show:
    """Give `show` the title and description of `topic`."""
    title = topic.title or f"{topic.tag} · {show.title}"
    return replace(show, title=title, description=topic.description or show.description)
