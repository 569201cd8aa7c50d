"""podcast.xml: as we mean it, and as two other programs read it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from io import BytesIO
from time import struct_time
from typing import Any

import feedparser
import podcastparser
import pytest

from publisher.model import Edition
from publisher.render.podcast_rss import render
from tests.render.made import artifacts

from .sample import BARE, FULL
from .xml import find, parse, texts

URL = "https://example.dk/podcast/podcast.xml"
PAGE = "https://example.dk/podcast/episodes/mod-til-at-lede.html"
ALIAS = b"https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/1.0.md"


def test_podcast_xml_is_as_its_golden(golden: Callable[[str], None]) -> None:
    """The whole document, for people to read."""
    golden("podcast.xml")


def test_feedparser_reads_back_what_was_published(body: Callable[[str], bytes]) -> None:
    """A second opinion: what feed readers built on feedparser see."""
    feed: Any = feedparser.parse(body("podcast.xml"))
    assert not feed.bozo
    assert (feed.feed.title, feed.feed.language) == ("Mod & Mandat", "da")
    for read, item in zip(feed.entries, (FULL, BARE), strict=True):
        assert (read.title, read.id, read.guidislink) == (item.entry.title, item.guid, False)
        assert _moment(read.published_parsed) == item.published
        assert item.enclosure
        (enclosure,) = read.enclosures
        assert enclosure.href == f"https://example.dk/podcast/{item.enclosure.key}"
        assert (enclosure.length, enclosure.type) == (str(item.enclosure.length), item.enclosure.type)
        assert read.itunes_duration == str(round(item.enclosure.duration.total_seconds()))


def _moment(parsed: struct_time) -> datetime:
    return datetime(*parsed[:6], tzinfo=UTC)


def test_podcastparser_reads_back_what_was_published(body: Callable[[str], bytes]) -> None:
    """A second opinion: gPodder's parser, which knows the podcast namespace by its alias only."""
    document = body("podcast.xml").replace(b"https://podcastindex.org/namespace/1.0", ALIAS)
    feed = podcastparser.parse(URL, BytesIO(document))
    assert feed["title"] == "Mod & Mandat"
    for read, item in zip(feed["episodes"], (FULL, BARE), strict=True):
        assert item.enclosure
        assert (read["title"], read["guid"]) == (item.entry.title, item.guid)
        assert read["published"] == item.published.timestamp()
        assert read["total_time"] == round(item.enclosure.duration.total_seconds())
        (enclosure,) = read["enclosures"]
        assert enclosure["url"] == f"https://example.dk/podcast/{item.enclosure.key}"
        assert (enclosure["file_size"], enclosure["mime_type"]) == (item.enclosure.length, "audio/mpeg")
    full = feed["episodes"][0]
    assert [chapter["title"] for chapter in full["chapters"]] == ["Velkommen", "Mod & <mandat>"]
    # It knows one transcript only, the last.
    assert full["transcript_url"] == "https://example.dk/podcast/episodes/mod-til-at-lede/transcript.en.html"
    assert [person["name"] for person in full["persons"]] == ["Åse Ørsted", "Frank & Søn"]


def test_namespaces_are_declared_on_the_root_and_exact(body: Callable[[str], bytes]) -> None:
    """Apple ignores every itunes tag of a namespace it does not know (APPLE-001, PSP-001)."""
    assert parse(body("podcast.xml")).nsmap == {
        "atom": "http://www.w3.org/2005/Atom",
        "content": "http://purl.org/rss/1.0/modules/content/",
        "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
        "podcast": "https://podcastindex.org/namespace/1.0",
        "psc": "http://podlove.org/simple-chapters",
    }
    assert body("podcast.xml").count(b"xmlns") == 5


@pytest.mark.parametrize(
    ("guid", "expected"), [(PAGE, "true"), ("https://old.dk/?p=1", "false"), ("x", "false")]
)
def test_only_a_guid_that_is_the_page_is_a_permalink(edition: Edition, guid: str, expected: str) -> None:
    """RSS-006, RSS-007: a guid that opens nothing must say so."""
    (artifact,) = artifacts(render(replace(edition, episodes=(replace(FULL, guid=guid),))))
    assert isinstance(artifact.body, bytes)
    assert find(parse(artifact.body), ".//guid")[0].get("isPermaLink") == expected


def test_an_episode_without_enclosure_is_left_out(edition: Edition) -> None:
    """There is nothing to hear, and directories refuse such items (APPLE-061)."""
    (artifact,) = artifacts(render(replace(edition, episodes=(replace(FULL, enclosure=None), BARE))))
    assert isinstance(artifact.body, bytes)
    assert texts(parse(artifact.body), ".//item/title") == ["Optakt"]
