"""tags/<slug>.html: what a show has on each of its topics, beside the feed of the same."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Edition
from publisher.render.site.frame import Frame
from publisher.render.site.keys import topic_page
from publisher.render.site.lists import list_pages
from publisher.render.stream import entries
from publisher.render.stream.keys import topic_key
from publisher.render.stream.topics import by_tag, folded
from publisher.render.wire.part import Part


def render(edition: Edition) -> Iterator[Part]:
    """Make the pages of each topic, with all entries that have its tag."""
    if not edition.show.topics:
        return
    frame = Frame(edition)
    tagged = by_tag(entries(edition))
    for topic in edition.show.topics:
        yield from list_pages(
            frame,
            topic_page(topic),
            tagged[folded(topic.tag)],
            title=topic.title or topic.tag,
            lead=topic.description or "",
            feed=topic_key(topic),
        )
