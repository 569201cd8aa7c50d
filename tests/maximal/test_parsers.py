"""Other people's parsers read of the maximal show what was meant: the table of field × parser."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import suppress
from io import BytesIO
from typing import Any

import feedparser
import podcastparser
import pytest
from lxml import etree

from tests import partytime
from tests.maximal.table import LAST, NOT_READ, TABLE, Row


def by_podcastparser(feed: bytes) -> Any:
    """What gPodder's parser reads. It sorts a serial show as it is heard; here it is the feed's order."""
    read = podcastparser.parse("https://example.org/m%C3%A5l/podcast.xml", BytesIO(feed))
    return read | {"episodes": read["episodes"][::-1]}


def by_feedparser(feed: bytes) -> Any:
    """What feedparser reads, which nothing disturbed."""
    read = feedparser.parse(feed)
    assert not read.bozo
    return {"feed": read.feed, "entries": read.entries}


def by_partytime(feed: bytes) -> Any:
    """What Podcast Index reads, but for the time it is there."""
    return {key: value for key, value in partytime.read(feed).items() if key != "lastUpdate"}


PARSERS: dict[str, Callable[[bytes], Any]] = {
    "podcastparser": by_podcastparser,
    "feedparser": by_feedparser,
    "partytime": by_partytime,
}


def values(read: Any, path: str) -> list[str]:
    """The values at `path` in what was read, as text: `*` is each of a list, `~` the keys of a table."""
    found = [read]
    for name in path.split("."):
        found = [inner for one in found for inner in _inside(one, name)]
    return [_plain(one) for one in found]


def _inside(value: Any, name: str) -> Iterator[Any]:
    if name in "*~":
        table = isinstance(value, dict)
        yield from value if not table or name == "~" else value.values()
    elif isinstance(value, list):
        yield value[int(name)]
    elif isinstance(value, dict):
        with suppress(KeyError):
            yield value[name]


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return str(value).lower()
    return str(int(value)) if isinstance(value, float) and value.is_integer() else str(value)


def nodes(root: Any, row: Row) -> list[tuple[Any, str | None]]:
    """The elements of a row, and the attribute that it is about, None for the text."""
    path, _, attribute = row.xpath.partition("/@")
    found = root.xpath(path, namespaces={key: uri for key, uri in root.nsmap.items() if key})
    return [(node, attribute or None) for node in found if not attribute or attribute in node.attrib]


def text(node: Any, attribute: str | None) -> str:
    """What stands there."""
    return str(node.get(attribute) if attribute else node.text)


@pytest.fixture(scope="module")
def readings(feed: bytes) -> Callable[[str], Any]:
    """What each parser reads of the feed."""
    kept: dict[str, Any] = {}

    def read(parser: str) -> Any:
        if parser not in kept:
            kept[parser] = PARSERS[parser](feed)
        return kept[parser]

    return read


@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.xpath)
def test_the_feed_says_what_was_meant(row: Row, feed: bytes) -> None:
    root = etree.fromstring(feed)
    assert tuple(text(*node) for node in nodes(root, row)) == row.meant


def test_no_value_of_the_feed_is_missing_in_the_table(feed: bytes) -> None:
    root = etree.fromstring(feed)
    tree = root.getroottree()
    listed = {(tree.getpath(node), attribute) for row in TABLE for node, attribute in nodes(root, row)}
    there = {
        (tree.getpath(node), attribute)
        for node in root.iterdescendants("*")
        for attribute in (*node.attrib, *([None] if (node.text or "").strip() else []))
    }
    assert there == listed


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("row", TABLE, ids=lambda row: row.xpath)
def test_a_parser_reads_what_was_meant(row: Row, parser: str, readings: Callable[[str], Any]) -> None:
    """Or what the table says of it."""
    reading, read = getattr(row, parser), readings(parser)
    if reading == NOT_READ:
        return
    if reading == LAST:
        assert last(read, row) == row.meant[-1]
    elif isinstance(reading, str):
        assert tuple(values(read, reading)) == row.meant
    else:
        assert tuple(values(read, reading.path)) == reading.values


def last(read: Any, row: Row) -> str:
    """What feedparser keeps of a tag that it does not know: by prefix and name, in small letters."""
    path, _, attribute = row.xpath.partition("/@")
    tag = path.rpartition("/")[2]
    name = "podcast_valuerecipient" if tag == "*" else tag.replace(":", "_").lower()
    places = [one for one in read["entries"] if name in one] if "/item/" in path else [read["feed"]]
    return values(places[-1], f"{name}.{attribute.lower()}" if attribute else name)[-1]


@pytest.mark.parametrize("parser", PARSERS)
def test_a_parser_does_not_read_what_the_table_says_it_does_not(
    parser: str, feed: bytes, readings: Callable[[str], Any]
) -> None:
    """Another value there makes no difference to it."""
    root = etree.fromstring(feed, etree.XMLParser(strip_cdata=False))
    for row in TABLE:
        if getattr(row, parser) == NOT_READ:
            for node, attribute in nodes(root, row):
                if attribute:
                    node.set(attribute, "7")
                else:
                    node.text = "7"
    assert PARSERS[parser](etree.tostring(root, encoding="UTF-8")) == readings(parser)
