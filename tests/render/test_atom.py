"""feed.atom: the rules of RFC 4287 that feedgen alone would break."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any
from uuid import UUID

import feedparser
import pytest

from publisher.model import Edition
from publisher.render.atom import render
from tests.render.made import artifacts

from .eventful import EVENTFUL, TOLD
from .sample import ARTICLE, BARE, CAFE, FULL
from .xml import attributes, find, parse, texts


def test_feed_atom_is_as_its_golden(golden: Callable[[str], None]) -> None:
    """The whole document, for people to read."""
    golden("feed.atom")


def test_ids_are_absolute_and_each_its_own(body: Callable[[str], bytes]) -> None:
    """ATOM-004, ATOM-005: urn:uuid of the guid, or of a UUID made of it."""
    ids = [str(id) for id in texts(parse(body("feed.atom")), ".//atom:id")]
    assert len(set(ids)) == len(ids) == 5
    assert all(UUID(id).urn == id for id in ids)
    assert f"urn:uuid:{FULL.guid}" in ids


@pytest.mark.parametrize("guid", ["7", "https://old.example/?p=7"])
def test_a_guid_that_is_no_uuid_has_another_id_in_another_show(edition: Edition, guid: str) -> None:
    """Two shows may have numbered their episodes alike."""

    def id_in(show: str) -> str | None:
        (artifact,) = artifacts(
            render(replace(edition, guid=show, episodes=(replace(BARE, guid=guid),), articles=(), events=()))
        )
        assert isinstance(artifact.body, bytes)
        return texts(parse(artifact.body), "atom:entry/atom:id")[0]

    assert id_in(edition.guid) == id_in(edition.guid)
    assert id_in(edition.guid) != id_in("9b024349-ccf0-5f69-a609-6b82873eab3c")


def test_every_entry_has_one_alternate_and_its_enclosure(body: Callable[[str], bytes]) -> None:
    """ATOM-007, ATOM-010: feedgen would make every link an alternate one."""
    feed = parse(body("feed.atom"))
    assert Counter(link["rel"] for link in attributes(feed, "atom:link")) == {"self": 1, "alternate": 1}
    for entry in find(feed, "atom:entry"):
        rels = Counter(link["rel"] for link in attributes(entry, "atom:link"))
        assert rels["alternate"] == 1
    assert attributes(find(feed, "atom:entry")[3], "atom:link")[1] == {
        "rel": "enclosure",
        "type": "audio/mpeg",
        "length": "1638400",
        "href": "https://example.dk/podcast/media/optakt-cccccccccccc.mp3",
    }


def test_required_elements_stand_once(body: Callable[[str], bytes]) -> None:
    """ATOM-001, ATOM-002, ATOM-003."""
    feed = parse(body("feed.atom"))
    for element in (feed, *find(feed, "atom:entry")):
        for name in ("id", "title", "updated"):
            assert len(find(element, f"atom:{name}")) == 1
    assert len(find(feed, "atom:author")) == 1


def test_updated_is_the_newest_change(body: Callable[[str], bytes]) -> None:
    """ATOM-012: of the feed the newest of all, of an entry its own; never the clock's."""
    feed = parse(body("feed.atom"))
    expected = [item.updated.isoformat() for item in (ARTICLE, FULL, CAFE, BARE)]
    assert texts(feed, "atom:entry/atom:updated") == expected
    assert texts(feed, "atom:updated") == [max(expected)]


def test_feedparser_reads_the_stream(body: Callable[[str], bytes]) -> None:
    """A second opinion."""
    feed: Any = feedparser.parse(body("feed.atom"))
    assert not feed.bozo
    assert (feed.version, feed.feed.language) == ("atom10", "da")
    assert [entry.title for entry in feed.entries] == [i.entry.title for i in (ARTICLE, FULL, CAFE, BARE)]


def test_an_entry_leads_to_its_thread_and_the_feed_to_its_hub() -> None:
    """RFC 4287 §4.2.7.2, WS-001: related, with a title; exactly one self."""
    (artifact,) = artifacts(render(EVENTFUL))
    assert isinstance(artifact.body, bytes)
    feed = parse(artifact.body)
    assert Counter(link["rel"] for link in attributes(feed, "atom:link")) == {
        "self": 1,
        "alternate": 1,
        "hub": 1,
    }
    event = find(feed, "atom:entry")[2]
    assert texts(event, "atom:title") == [f"Aflyst: {CAFE.entry.title}"]
    links = [link for link in attributes(event, "atom:link") if link["rel"] == "related"]
    assert [link["title"] for link in links] == [FULL.entry.title, TOLD.entry.title]
    assert len(find(event, "media:thumbnail")) == 1
