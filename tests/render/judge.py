"""What RFC 4287 and RSS 2.0 with its best practices ask of any document, as assertions.

rssboard.org/rss-specification, rssboard.org/rss-profile; the codes are those of our catalogue.
"""

from __future__ import annotations

import re
from collections import Counter
from datetime import UTC, datetime
from email.utils import format_datetime, parsedate_to_datetime
from urllib.parse import urlsplit

from lxml.etree import _Element

from .xml import NAMESPACES, attributes, find, parse, texts

ATOM = f"{{{NAMESPACES['atom']}}}"
RFC3339 = r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)"
W3CDTF = rf"\d{{4}}-\d\d-\d\d|{RFC3339}"
ONCE = {"id", "title", "updated"}
AT_MOST_ONCE = {
    "feed": {"generator", "icon", "logo", "rights", "subtitle"},
    "entry": {"content", "published", "rights", "source", "summary"},
}
ANY_NUMBER = {"author", "category", "contributor", "link"}
CHANNEL = (
    "title link description language copyright managingEditor webMaster pubDate lastBuildDate category "
    "generator docs cloud ttl image rating textInput skipHours skipDays"
).split()
ITEM = "title link description author category comments enclosure guid pubDate source".split()


def judge_atom(document: bytes, url: str) -> _Element:
    """Hold `document`, published at `url`, to RFC 4287 §4 (ATOM-001 to ATOM-014)."""
    feed = parse(document)
    entries = find(feed, "atom:entry")
    assert feed.tag == f"{ATOM}feed"
    for element in (feed, *entries):
        judge_atom_element(element)
    ids = texts(feed, "atom:entry/atom:id")
    assert len({*ids, *texts(feed, "atom:id")}) == len(ids) + 1
    assert [one["href"] for one in attributes(feed, "atom:link") if one["rel"] == "self"] == [url]
    for entry in entries:
        assert find(feed, "atom:author") or find(entry, "atom:author")
        assert str(texts(entry, "atom:updated")[0]) <= str(texts(feed, "atom:updated")[0])
    return feed


def judge_atom_element(element: _Element) -> None:
    """Hold a feed or an entry to its children: which, how many, and what is in them."""
    kind = str(element.tag).removeprefix(ATOM)
    names = [str(child.tag).removeprefix(ATOM) for child in element if str(child.tag).startswith(ATOM)]
    count = Counter(names)
    assert set(count) <= ONCE | AT_MOST_ONCE[kind] | ANY_NUMBER | ({"entry"} if kind == "feed" else set())
    assert all(count[name] == 1 for name in ONCE)
    assert all(count[name] <= 1 for name in AT_MOST_ONCE[kind])
    assert all(urlsplit(str(id)).scheme for id in texts(element, "atom:id"))
    for name in ("updated", "published"):
        assert all(re.fullmatch(RFC3339, str(moment)) for moment in texts(element, f"atom:{name}"))
    for person in (*find(element, "atom:author"), *find(element, "atom:contributor")):
        assert all(texts(person, "atom:name"))
        assert len(find(person, "atom:name")) == 1
    links = attributes(element, "atom:link")
    assert all(urlsplit(one["href"]).scheme in ("http", "https") for one in links)
    alternates = Counter((one.get("type"), one.get("hreflang")) for one in links if one["rel"] == "alternate")
    assert alternates
    assert max(alternates.values()) == 1
    assert all(one.get("term") for one in attributes(element, "atom:category"))
    for name in ("title", "summary", "content"):
        types = {one.get("type", "text") for one in attributes(element, f"atom:{name}")}
        assert types <= {"text", "html"}
        assert not [child for found in find(element, f"atom:{name}") for child in found]


def judge_rss(document: bytes, url: str) -> _Element:
    """Hold `document`, published at `url`, to RSS 2.0 (RSS-001 to RSS-021), WebSub and the event module."""
    root = parse(document)
    assert (root.tag, root.get("version")) == ("rss", "2.0")
    (channel,) = root
    bare = Counter(str(child.tag) for child in channel if not str(child.tag).startswith("{"))
    items = find(channel, "item")
    del bare["item"]
    assert set(bare) <= set(CHANNEL)
    assert all(number == 1 for name, number in bare.items() if name != "category")
    assert all(texts(channel, name)[0] for name in ("title", "link", "description"))
    for name in ("title", "link"):
        assert texts(channel, f"image/{name}") in ([], texts(channel, name))
    links = attributes(channel, "atom:link")
    assert [one["href"] for one in links if one["rel"] == "self"] == [url]
    assert len([one for one in links if one["rel"] == "hub"]) <= 1
    guids = texts(channel, "item/guid")
    assert len(set(guids)) == len(items)
    moments = [judge_item(item) for item in items]
    assert moments == sorted(moments, reverse=True)
    assert moment_of(channel, "lastBuildDate") >= max(moments, default=datetime.min.replace(tzinfo=UTC))
    return root


def judge_item(item: _Element) -> datetime:
    """Hold an item to its children; give when it was published."""
    names = [str(child.tag) for child in item]
    bare = Counter(name for name in names if not name.startswith("{"))
    assert set(bare) <= set(ITEM)
    assert all(number == 1 for name, number in bare.items() if name != "category")
    for name in ("title", "description"):
        assert texts(item, name)
        assert all(texts(item, name))
    encoded = f"{{{NAMESPACES['content']}}}encoded"
    assert encoded not in names or names.index(encoded) > names.index("description")
    (guid,) = find(item, "guid")
    assert guid.text
    assert guid.get("isPermaLink") == "false" or urlsplit(guid.text).scheme in ("http", "https")
    for one in attributes(item, "enclosure"):
        assert set(one) == {"url", "length", "type"}
        assert one["length"].isdigit()
        assert "/" in one["type"]
    assert {one["rel"] for one in attributes(item, "atom:link")} <= {"related"}
    for name in ("startdate", "enddate", "location", "organizer", "type"):
        assert len(find(item, f"ev:{name}")) <= 1
    for name in ("startdate", "enddate"):
        assert all(re.fullmatch(W3CDTF, str(text)) for text in texts(item, f"ev:{name}"))
    return moment_of(item, "pubDate")


def moment_of(element: _Element, name: str) -> datetime:
    """The date of RFC 822 in `element`, with the weekday that it was (RSS-003)."""
    (text,) = texts(element, name)
    moment = parsedate_to_datetime(str(text))
    assert format_datetime(moment) == text
    return moment
