"""feed.xml: the whole stream, as RSS readers see it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import feedparser

from .sample import ARTICLE, BARE, CAFE, FULL
from .xml import parse, texts


def test_feed_xml_is_as_its_golden(golden: Callable[[str], None]) -> None:
    """The whole document, for people to read."""
    golden("feed.xml")


def test_feedparser_reads_the_stream_newest_first(body: Callable[[str], bytes]) -> None:
    """Articles, episodes and events stand in one order, each with its lasting guid."""
    feed: Any = feedparser.parse(body("feed.xml"))
    assert not feed.bozo
    assert [entry.id for entry in feed.entries] == [item.guid for item in (ARTICLE, FULL, CAFE, BARE)]
    assert [tag.term for tag in feed.entries[1].tags] == ["politik & ledelse", "mod"]
    assert [len(entry.enclosures) for entry in feed.entries] == [0, 1, 0, 1]


def test_makers_are_named_and_their_addresses_kept(body: Callable[[str], bytes]) -> None:
    """RSS-012: names go into dc:creator; nobody asked for mail."""
    document = body("feed.xml")
    makers = texts(parse(document), ".//item/dc:creator")
    assert makers == ["Åse Ørsted", "Frank & Søn", 'CO-PI, "Caféen"', "CO-PI"]
    assert b"@example.dk" not in document
