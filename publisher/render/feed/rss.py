"""RSS 2.0 (rssboard.org/rss-specification): the channel and the items that all our RSS feeds share."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from publisher.model import Edition
from publisher.render.feed import begin, renew, start
from publisher.render.feed.binding import Binding
from publisher.render.feed.pieces import pieces
from publisher.render.namespaces import Namespace
from publisher.render.namespaces.atom import Atom
from publisher.render.namespaces.history import relate
from publisher.render.stream import related
from publisher.render.stream.archive import Document
from publisher.render.stream.keys import home, page
from publisher.render.stream.news import News, Told
from publisher.render.wire import DESCRIPTION, cut
from publisher.render.wire.part import Whole

TYPE = "application/rss+xml"
_ENTITY = re.compile(r"&(?=#?\w+;)")


def channel(edition: Edition, key: str, part: Document[Told], *namespaces: type[Namespace]) -> Any:
    """Start a `part` of the RSS feed at `key`; each namespace is found on it and its items by its prefix."""
    feed = begin(edition, part.at(key), TYPE)
    feed.description(as_html(edition.show.description))
    if edition.show.cover:
        feed.image(edition.url(edition.show.cover.key), edition.show.title, home(edition))
    known: tuple[type[Namespace], ...] = (*namespaces, Atom)
    for namespace in known:
        feed.register_extension(namespace.prefix, namespace, namespace, atom=False)
    relate(feed, edition, key, part)
    return feed


def start_item(feed: Any, edition: Edition, news: News) -> Any:
    """Start an item of the feed: guid, enclosure, plain description, HTML content and thread of `news`."""
    entry = start(feed, edition, news)
    item = news.item
    entry.guid(news.guid, permalink=news.guid == edition.url(page(item)))
    if item.enclosure:
        entry.enclosure(edition.media_url(item.enclosure), item.enclosure.length, item.enclosure.type)
    # RSS-013 wants a description beside content; feedgen without one would put the HTML there.
    entry.description(as_html(news.summary or news.title), isSummary=True)
    if news.html:
        entry.content(_whole(news.html), type="CDATA")
    for other in related(edition, item):
        entry.atom.link("related", edition.url(page(other)), title=other.entry.title)
    return entry


def as_html(text: str) -> str:
    """Plain text for an element that readers take for HTML: what would be a tag or an entity is escaped.

    At most the 4,000 bytes that directories take (APPLE-069), and never half an entity.
    """
    growth = len(_escaped(text)) - len(text)
    return _escaped(cut(text, max(DESCRIPTION - growth, DESCRIPTION // 6)))


def _escaped(text: str) -> str:
    text = _ENTITY.sub("&amp;", text) if "&" in text else text
    return text.replace("<", "&lt;")


def document(
    feed: Any, edition: Edition, key: str, part: Document[Told], complete: Callable[[Any, News], None]
) -> Whole:
    """Write the feed out, indented, with an item for each of this `part` of the feed at `key`.

    `complete` adds to an item what the feed's namespaces have to say: those are the same in feeds that
    have the same ones.
    """
    binding = Binding(partial(feed.rss_str, pretty=True), "channel")

    def item(one: Told) -> bytes:
        news = one.tell()
        entry = start_item(feed, edition, news)
        complete(entry, news)
        return binding.item(entry.rss_entry())

    for one in part.items:
        renew(feed, one)
    parts = pieces(edition, f"rss {complete.__module__}", part.items, item)
    return Whole(key=part.at(key), type=f"{TYPE}; charset=utf-8", parts=parts, join=binding.bind)


def _whole(html: str) -> str:
    """Keep a CDATA section from ending early; to HTML the two spellings are one (XML 1.0 §2.7)."""
    return html.replace("]]>", "]]&gt;")
