"""A long feed in several documents, each of which leads to the others (RFC 5005 §4)."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from lxml.etree import _Element

from publisher.model import Artifact
from publisher.render.podcast_rss import render
from tests.render.made import artifacts

from ..sample import BARE, EDITION, SHOW
from ..xml import find, parse, texts

FH = "{http://purl.org/syndication/history/1.0}archive"
BASE = "https://example.dk/podcast/"
LONG = replace(
    EDITION,
    show=replace(SHOW, page_size=10),
    episodes=tuple(
        replace(
            BARE, guid=f"ep-{number}", slug=f"ep-{number}", published=BARE.published + timedelta(days=number)
        )
        for number in range(34, 0, -1)
    ),
)


def documents() -> dict[str, _Element]:
    """The documents of a show of 34 episodes, ten to an archive, by their addresses."""
    made: list[Artifact] = list(artifacts(render(LONG)))
    return {BASE + one.key: parse(one.body) for one in made if isinstance(one.body, bytes)}


def link(document: _Element, rel: str) -> str | None:
    """Where the one link of that kind leads."""
    found = [one.get("href") for one in find(document, "channel/atom:link") if one.get("rel") == rel]
    assert len(found) <= 1
    return str(found[0]) if found else None


def test_every_episode_is_reached_from_what_people_subscribe_to() -> None:
    """PAGE-002, PAGE-007: prev-archive leads from the newest to the oldest."""
    made = documents()
    url: str | None = f"{BASE}podcast.xml"
    guids: list[str | None] = []
    while url:
        guids += texts(made[url], "channel/item/guid")
        url = link(made[url], "prev-archive")
    assert guids == [item.guid for item in LONG.episodes]


def test_an_archive_says_that_it_is_one_and_of_what() -> None:
    """PAGE-002, PAGE-005: so that nobody subscribes to it."""
    made = documents()
    current = made.pop(f"{BASE}podcast.xml")
    assert (current.find(f"channel/{FH}"), link(current, "current")) == (None, None)
    assert len(made) == 2
    for url, archive in made.items():
        assert archive.find(f"channel/{FH}") is not None
        assert (link(archive, "self"), link(archive, "current")) == (url, f"{BASE}podcast.xml")
        older = link(archive, "prev-archive")
        assert older is None or link(made[older], "next-archive") == url


def test_a_feed_in_one_document_says_nothing_of_it() -> None:
    (only,) = artifacts(render(replace(LONG, show=SHOW)))
    assert isinstance(only.body, bytes)
    assert b"archive" not in only.body
    assert b"purl.org/syndication" not in only.body


def test_only_what_people_subscribe_to_has_a_hub() -> None:
    """WS-004: nobody tells a hub of an archive; WS-001: each document names itself once."""
    hub = "https://hub.example/"
    made = {
        one.key: parse(one.body)
        for one in artifacts(render(replace(LONG, show=replace(LONG.show, hub=hub))))
        if isinstance(one.body, bytes)
    }
    assert {key: link(document, "hub") for key, document in made.items()} == {
        "podcast.xml": hub,
        "archive/podcast-1.xml": None,
        "archive/podcast-2.xml": None,
    }
    assert {key: link(document, "self") for key, document in made.items()} == {
        key: BASE + key for key in made
    }
