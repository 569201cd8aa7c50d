"""RSS 2.0 (rssboard.org/rss-specification): the channel and the items that all our RSS feeds share."""

from __future__ import annotations

from typing import Any

from publisher.model import Artifact, Edition, Entry, Published
from publisher.render.feed import add, begin
from publisher.render.namespaces import Namespace
from publisher.render.stream.keys import home, page
from publisher.render.wire import artifact, cut

TYPE = "application/rss+xml"


def channel(edition: Edition, key: str, *namespaces: type[Namespace]) -> Any:
    """Start an RSS feed at `key`; each namespace is found on it and its items by its prefix."""
    feed = begin(edition, key, TYPE)
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
        entry.enclosure(edition.url(item.enclosure.key), item.enclosure.length, item.enclosure.type)
    # RSS-013 wants a description beside content; feedgen without one would put the HTML there.
    entry.description(cut(item.entry.excerpt) or item.entry.title, isSummary=True)
    if item.entry.html:
        entry.content(_whole(item.entry.html), type="CDATA")
    return entry


def document(feed: Any, key: str) -> Artifact:
    """Write the feed out, indented, as the artifact at `key`."""
    return artifact(key, f"{TYPE}; charset=utf-8", feed.rss_str(pretty=True))


def _whole(html: str) -> str:
    """Keep a CDATA section from ending early; to HTML the two spellings are one (XML 1.0 §2.7)."""
    return html.replace("]]>", "]]&gt;")
