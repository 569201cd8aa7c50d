"""A long show in every format: nothing is lost, archives stay (RFC 5005 §4, JSON Feed's next_url).

Read by feedparser and json, as readers do that follow a feed to its end.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Any

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.model import Article, Edition, Entry, Episode, Event, Published, Topic
from publisher.render import atom, content_rss, json_feed, podcast_rss, render, topic_rss
from publisher.render.stream import stream
from publisher.render.wire.part import Whole
from tests.render.made import artifacts

from .sample import ARTICLE, BARE, CAFE, EDITION, SHOW
from .xml import attributes, parse, texts

BASE = "https://example.dk/podcast/"
HUB = "https://hub.example/"
FH = "{http://purl.org/syndication/history/1.0}archive"
EVERY = {"episode": BARE, "article": ARTICLE, "event": CAFE}
KINDS = st.lists(st.sampled_from([*EVERY]), max_size=40)
MANY = st.lists(st.sampled_from([*EVERY]), min_size=20, max_size=40)
"""Enough for several documents, at least where all kinds count."""
SIZES = st.integers(3, 9)


@dataclass(frozen=True)
class Read:
    """A document of a feed: the ids of its items, which feed it is of, and where the older ones are."""

    ids: list[str]
    feed: str
    older: str | None


def read_xml(body: bytes) -> Read:
    read: Any = feedparser.parse(body)
    assert not read.bozo
    links = {link.rel: link.href for link in read.feed.links}
    feed = links.get("current", links["self"])
    return Read([entry.id for entry in read.entries], feed, links.get("prev-archive"))


def read_json(body: bytes) -> Read:
    read = json.loads(body)
    return Read([item["id"] for item in read["items"]], read["feed_url"], read.get("next_url"))


FORMATS: dict[str, tuple[Callable[[Edition], Iterable[Whole]], Callable[[bytes], Read]]] = {
    "podcast.xml": (podcast_rss.render, read_xml),
    "feed.xml": (content_rss.render, read_xml),
    "feed.atom": (atom.render, read_xml),
    "feed.json": (json_feed.render, read_json),
    "tags/alt.xml": (topic_rss.render, read_xml),
}
every_format = pytest.mark.parametrize("key", FORMATS)


def edition_of(kinds: list[str], size: int | None, hub: str | None = None) -> Edition:
    """A show of as many entries, the last of them newest, a day apart."""
    items = [made(kind, number) for number, kind in enumerate(kinds)]
    show = replace(SHOW, page_size=size, hub=hub, topics=(Topic(tag="alt", slug="alt"),))
    return replace(
        EDITION,
        show=show,
        # Older than all entries, so that these alone date the feeds.
        updated=BARE.published,
        episodes=of(Episode, items),
        articles=of(Article, items),
        events=of(Event, items),
        calendar=(),
    )


def made(kind: str, number: int) -> Published[Any]:
    """An entry that hangs together with no other."""
    like: Published[Any] = EVERY[kind]
    moment = BARE.published + timedelta(days=number)
    alone: dict[str, Any] = {"recording": None} if kind == "event" else {}
    entry = replace(like.entry, path=f"{number}", title=f"Nummer {number}", tags=("alt",), **alone)
    # A UUID is an id in every format.
    guid = f"1b4e28ba-2fa1-51d2-883f-{number:012}"
    return replace(like, guid=guid, slug=f"n-{number}", published=moment, updated=moment, entry=entry)


def of(kind: type[Entry], items: list[Published[Any]]) -> tuple[Published[Any], ...]:
    return tuple(item for item in reversed(items) if isinstance(item.entry, kind))


def documents(key: str, edition: Edition) -> dict[str, bytes]:
    """The documents of the feed at `key`, by address."""
    found = {BASE + one.key: one.body for one in artifacts(FORMATS[key][0](edition))}
    return {url: body for url, body in found.items() if isinstance(body, bytes)}


def walked(key: str, found: dict[str, bytes]) -> list[tuple[str, Read]]:
    """From what people subscribe to, back to the oldest archive."""
    documents, url = [], f"{BASE}{key}"
    while True:
        read = FORMATS[key][1](found[url])
        documents.append((url, read))
        if not read.older:
            return documents
        url = read.older


@every_format
@settings(derandomize=True, deadline=None, max_examples=15)
@given(KINDS | MANY, SIZES)
def test_readers_find_every_entry_once_from_what_they_subscribe_to(
    key: str, kinds: list[str], size: int
) -> None:
    """PAGE-002, JF-008: newest first, in every document of the feed once, and each is of that feed.

    JSON has no word for that, and each says where it is itself (JF-002).
    """
    edition = edition_of(kinds, size)
    found = documents(key, edition)
    read = walked(key, found)
    items = edition.episodes if key == "podcast.xml" else stream(edition)
    ids = [f"urn:uuid:{item.guid}" if key == "feed.atom" else item.guid for item in items]
    assert [id for _, document in read for id in document.ids] == ids
    assert sorted(url for url, _ in read) == sorted(found)
    for url, document in read:
        assert document.feed == (url if key == "feed.json" else f"{BASE}{key}")
    assert len(read) == max(1, len(ids) // size)


@every_format
@settings(derandomize=True, deadline=None, max_examples=15)
@given(MANY, SIZES, st.sampled_from([*EVERY]))
def test_archives_stay_as_they_are_when_something_new_comes(
    key: str, kinds: list[str], size: int, new: str
) -> None:
    """PAGE-003: byte for byte, dates too; the last one learns of a newer one, once there is one."""
    before = documents(key, edition_of(kinds, size))
    after = documents(key, edition_of([*kinds, new], size))
    learnt = [url for url in before if url != f"{BASE}{key}" and before[url] != after[url]]
    assert len(after) - len(before) in (0, 1)
    assert len(learnt) <= len(after) - len(before)
    for url in learnt:
        assert lines(before[url]) == [line for line in lines(after[url]) if b'rel="next-archive"' not in line]


def lines(body: bytes) -> list[bytes]:
    return body.splitlines()


@every_format
def test_an_archive_says_what_it_is_of_and_tells_no_hub(key: str) -> None:
    """PAGE-001, PAGE-005, WS-004: people subscribe to one document, and its hub tells of that alone."""
    found = documents(key, edition_of([*EVERY] * 12, 10 if key != "podcast.xml" else 4, HUB))
    assert len(found) == 3
    current = f"{BASE}{key}"
    assert {url for url, body in found.items() if HUB.encode() in body} == {current}
    if key == "feed.json":
        return
    path, more = ("atom:link", {"alternate"}) if key == "feed.atom" else ("channel/atom:link", set())
    for url, body in found.items():
        root = parse(body)
        links = {link["rel"]: link["href"] for link in attributes(root, path)}
        others = {"hub", "prev-archive"} if url == current else {"current", "prev-archive", "next-archive"}
        assert links.keys() <= {"self"} | others | more
        assert (links["self"], links.get("current", current)) == (url, current)
        assert len(list(root.iter(FH))) == (url != current)


def test_all_documents_of_atom_have_one_id() -> None:
    """RFC 5005 §4: they are one feed (RFC 4287 §4.2.6)."""
    found = documents("feed.atom", edition_of(["article"] * 30, 10))
    (id,) = {texts(parse(body), "atom:id")[0] for body in found.values()}
    assert id == f"urn:uuid:{EDITION.guid}"


def test_an_archive_is_served_as_its_feed_is() -> None:
    made = {one.key: one.type for one in render(edition_of(["article"] * 30, 10))}
    for key in ("feed.xml", "feed.atom", "feed.json", "tags/alt.xml"):
        stem, _, extension = key.rpartition(".")
        assert made[f"archive/{stem}-1.{extension}"] == made[key]


@every_format
def test_without_a_size_there_is_one_document(key: str) -> None:
    """However long it is, and it says nothing of others."""
    ((url, body),) = documents(key, edition_of([*EVERY] * 30, None)).items()
    assert url == f"{BASE}{key}"
    assert b"archive" not in body
    assert b"next_url" not in body
