"""publisher.render.feed.binding: of items written one by one comes the feed that feedgen writes as a tree."""

from __future__ import annotations

from functools import partial

from lxml import etree

from publisher.model import Edition
from publisher.render.feed import begin, start
from publisher.render.feed.binding import Binding
from publisher.render.namespaces.atom import Links
from publisher.render.namespaces.extra import Extra
from publisher.render.namespaces.itunes import Itunes
from publisher.render.stream.news import plain

from ..sample import BARE, FULL


def test_rss_is_what_feedgen_makes_of_the_whole(edition: Edition) -> None:
    """To the byte: indents, prefixes, CDATA, and a date that came with the last item."""
    feed = begin(edition, "x.xml", "application/xml")
    feed.register_extension("itunes", Itunes, Itunes, atom=False)
    feed.itunes.channel(edition)
    entries = []
    for item in (FULL, BARE):
        entry = start(feed, edition, plain(item))
        entry.itunes.item(edition, item)
        entry.description("<kort>", isSummary=True)
        entry.content(f"<p>{item.entry.title}\n</p>", type="CDATA")
        entries.append(entry)
    binding = Binding(partial(feed.rss_str, pretty=True), "channel")
    items = [binding.item(entry.rss_entry()) for entry in entries]
    feed.updated(FULL.updated)
    bound = b"".join(binding.bind(items))
    feed.entry(entries)
    assert bound == feed.rss_str(pretty=True)
    assert bound.count(b"<item>") == 2


def test_atom_is_what_feedgen_makes_of_the_whole(edition: Edition) -> None:
    feed = begin(edition, "x.atom", "application/atom+xml")
    feed.id("urn:x")
    feed.register_extension("atom", Links, Links, rss=False)
    entries = []
    for item in (FULL, BARE):
        entry = start(feed, edition, plain(item))
        entry.id(item.guid)
        entry.atom.link("enclosure", "https://example.dk/æ.mp3")
        entries.append(entry)
    binding = Binding(partial(feed.atom_str, pretty=True))
    bound = b"".join(binding.bind(binding.item(entry.atom_entry()) for entry in entries))
    feed.entry(entries)
    assert bound == feed.atom_str(pretty=True)


def test_a_feed_without_items_is_as_it_was(edition: Edition) -> None:
    feed = begin(edition, "x.xml", "application/xml")
    write = partial(feed.rss_str, pretty=True)
    assert b"".join(Binding(write, "channel").bind([])) == write()


def test_the_same_item_is_the_same_bytes_after_others(edition: Edition) -> None:
    """So it can be kept by what it is made of."""
    feed = begin(edition, "x.xml", "application/xml")
    feed.register_extension("extra", Extra, Extra, atom=False)
    binding = Binding(partial(feed.rss_str, pretty=True), "channel")

    def written(*names: str) -> list[bytes]:
        return [binding.item(etree.fromstring(f"<item><title>{name}</title></item>")) for name in names]

    assert (
        written("a", "b", "a")[2] == written("a")[0] == b"    <item>\n      <title>a</title>\n    </item>\n"
    )
