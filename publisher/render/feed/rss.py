"""RSS 2.0 (rssboard.org/rss-specification): the channel and the items that all our RSS feeds share."""

from __future__ import annotations

import re
from typing import Any

from publisher.model import Artifact, Edition, Entry, Published
from publisher.render.feed import add, begin
from publisher.render.namespaces import Namespace
from publisher.render.stream.keys import home, page
from publisher.render.wire import DESCRIPTION, artifact, cut

TYPE = "application/rss+xml"


def channel(edition: Edition, key: str, *namespaces: type[Namespace]) -> Any:
    """Start an RSS feed at `key`; each namespace is found on it and its items by its prefix."""
    feed = begin(edition, key, TYPE)
    feed.description(as_html(edition.show.description))
    if edition.show.cover:
        feed.image(edition.url(edition.show.cover.key), edition.show.title, home(edition))
    for namespace in namespaces:
        feed.register_extension(namespace.prefix, namespace, namespace, atom=False)
    return feed


def add_item(feed: Any, edition: Edition, item: Published[Entry]) -> Any:
    """Append `item` with its guid, enclosure, plain description and HTML content."""
    entry = add(feed, edition, item)
    entry.guid(item.guid, permalink=item.guid == edition.url(page(item)))
    if item.enclosure:
        entry.enclosure(edition.media_url(item.enclosure), item.enclosure.length, item.enclosure.type)
    # RSS-013 wants a description beside content; feedgen without one would put the HTML there.
    entry.description(as_html(item.entry.excerpt or item.entry.title), isSummary=True)
    if item.entry.html:
        entry.content(_whole(item.entry.html), type="CDATA")
    return entry


def as_html(text: str) -> str:
    """Plain text for an element that readers take for HTML: what would be a tag or an entity is escaped.

    At most the 4,000 bytes that directories take (APPLE-069), and never half an entity.
    """
    growth = len(_escaped(text)) - len(text)
    return _escaped(cut(text, max(DESCRIPTION - growth, DESCRIPTION // 6)))


def _escaped(text: str) -> str:
    return re.sub(r"&(?=#?\w+;)", "&amp;", text).replace("<", "&lt;")


def document(feed: Any, key: str) -> Artifact:
    """Write the feed out, indented, as the artifact at `key`."""
    return artifact(key, f"{TYPE}; charset=utf-8", feed.rss_str(pretty=True))


def _whole(html: str) -> str:
    """Keep a CDATA section from ending early; to HTML the two spellings are one (XML 1.0 §2.7)."""
    return html.replace("]]>", "]]&gt;")
