"""A show with 5,000 episodes still subscribes: in one document, and in archives (RFC 5005 §4).

4,999 were published a day before, and the next, 5,001, is on disk from the start.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from io import BytesIO
from typing import Any

import feedparser
import podcastparser
import pytest
from lxml import etree

from publisher.check import check
from publisher.model import Edition, Episode, Ledger, Show, Site
from publisher.read import read
from publisher.render import podcast_rss
from publisher.settle import settle
from tests.render.made import artifacts, fit
from tests.scale.shows import BASE, write_show

EPISODES, PAGE = 5000, 1000
NOW = datetime(2026, 1, 31, 6, tzinfo=UTC)
MOST = 5_000_000
"""Bytes. The plain feed of 5,000 short episodes; ten times as long it would still download on a phone."""
CURRENT = f"{BASE}/podcast.xml"
ARCHIVES = [f"{BASE}/archive/podcast-{number}.xml" for number in range(1, 5)]
NS = {"atom": "http://www.w3.org/2005/Atom", "fh": "http://purl.org/syndication/history/1.0"}

Documents = dict[str, Any]


@dataclass(frozen=True)
class Long:
    """The show as read, with one episode too many, and the ledger from when there was one too few."""

    site: Site
    ledger: Ledger

    def edition(self, count: int, page_size: int | None = None, **last: Any) -> Edition:
        """Its first `count` episodes, settled; `last` changes the newest of them."""
        *others, newest = self.site.episodes[:count]
        changed: Episode = replace(newest, **last)
        show: Show = replace(self.site.show, page_size=page_size)
        site = replace(self.site, show=show, episodes=(*others, changed))
        settled = settle(site, self.ledger, NOW + timedelta(days=count - EPISODES))
        assert settled.problems == ()
        return fit(settled.edition)


def documents(edition: Edition) -> dict[str, bytes]:
    """The documents of its feed, by address."""
    return {
        edition.url(one.key): one.body
        for one in artifacts(podcast_rss.render(edition))
        if isinstance(one.body, bytes)
    }


@pytest.fixture(scope="module")
def long(tmp_path_factory: pytest.TempPathFactory) -> Long:
    site = read(write_show(tmp_path_factory.mktemp("long"), EPISODES + 1))
    assert (site.problems, check(site)) == ((), ())
    before = replace(site, episodes=site.episodes[: EPISODES - 1])
    return Long(site, settle(before, Ledger(), NOW - timedelta(days=1)).ledger)


@pytest.fixture(scope="module")
def whole(long: Long) -> bytes:
    """The feed in one document."""
    made = documents(long.edition(EPISODES))
    assert list(made) == [CURRENT]
    return made[CURRENT]


@pytest.fixture(scope="module")
def split(long: Long) -> dict[str, bytes]:
    """The feed in documents of a thousand episodes."""
    return documents(long.edition(EPISODES, PAGE))


@pytest.fixture(scope="module")
def parsed(split: dict[str, bytes]) -> Documents:
    return {url: etree.fromstring(body) for url, body in split.items()}


def guids(document: Any) -> list[str]:
    return [str(guid) for guid in document.xpath("channel/item/guid/text()")]


def links(document: Any) -> dict[str, str]:
    """Where the links of the channel lead, by rel, of which each is there once."""
    found = [(link.get("rel"), link.get("href")) for link in document.xpath("//atom:link", namespaces=NS)]
    assert len(dict(found)) == len(found)
    return dict(found)


def test_everybody_finds_every_episode_once(whole: bytes, long: Long) -> None:
    published = {row.guid for row in long.ledger.entries}
    read = feedparser.parse(whole)
    assert not read.bozo
    assert published < {item.id for item in read.entries}
    heard = podcastparser.parse(CURRENT, BytesIO(whole))["episodes"]
    assert len({item["guid"] for item in heard}) == len(heard) == len(read.entries) == EPISODES
    assert len({item["enclosures"][0]["url"] for item in heard}) == EPISODES


def test_the_feed_is_small_enough_to_fetch(whole: bytes) -> None:
    assert len(whole) < MOST


def test_splitting_breaks_no_guid(whole: bytes, parsed: Documents) -> None:
    """Newest first, through prev-archive, the documents hold the same items in the same order."""
    assert list(parsed) == [CURRENT, *ARCHIVES]
    assert [guid for url in walked(parsed) for guid in guids(parsed[url])] == guids(etree.fromstring(whole))
    assert {len(guids(document)) for document in parsed.values()} == {PAGE}


def test_splitting_changes_no_item(whole: bytes, split: dict[str, bytes]) -> None:
    once, parts = items(whole), [items(split[url]) for url in (CURRENT, *reversed(ARCHIVES))]
    assert once == [item for part in parts for item in part]


def items(body: bytes) -> list[bytes]:
    """Each item as it is written."""
    return re.findall(b"<item>.*?</item>", body, re.DOTALL)


def walked(parsed: Documents) -> Iterator[str]:
    """From what people subscribe to, back to the oldest archive."""
    url: str | None = CURRENT
    while url:
        yield url
        url = links(parsed[url]).get("prev-archive")


def test_they_are_archives_not_pages(parsed: Documents) -> None:
    """PAGE-001: no links of paged feeds, one title, absolute addresses."""
    for url, document in parsed.items():
        assert set(links(document)) <= {"self", "current", "prev-archive", "next-archive"}
        assert all(href.startswith("https://") for href in links(document).values())
        assert (document.findtext("channel/title"), links(document)["self"]) == ("Et langt program", url)


def test_archives_say_what_they_are_and_lead_to_each_other(parsed: Documents) -> None:
    """PAGE-002, PAGE-005: fh:archive, current, prev-archive and next-archive."""
    for place, url in enumerate(ARCHIVES):
        assert len(parsed[url].xpath("channel/fh:archive", namespaces=NS)) == 1
        others = {"prev-archive": place - 1, "next-archive": place + 1}
        near = {rel: ARCHIVES[other] for rel, other in others.items() if 0 <= other < len(ARCHIVES)}
        assert links(parsed[url]) == {"self": url, "current": CURRENT} | near
    assert links(parsed[CURRENT]) == {"self": CURRENT, "prev-archive": ARCHIVES[-1]}
    assert not parsed[CURRENT].xpath("channel/fh:archive", namespaces=NS)


def test_no_document_says_that_it_is_complete(parsed: Documents) -> None:
    """PAGE-004."""
    assert not any(document.xpath("//fh:complete", namespaces=NS) for document in parsed.values())


def test_nothing_leads_past_the_ends(parsed: Documents) -> None:
    """PAGE-006: the oldest has no older, the newest no newer."""
    assert "prev-archive" not in links(parsed[ARCHIVES[0]])
    assert "next-archive" not in links(parsed[ARCHIVES[-1]])
    assert "next-archive" not in links(parsed[CURRENT])


def test_links_are_of_atom_and_of_the_channel(parsed: Documents) -> None:
    """PAGE-007."""
    for document in parsed.values():
        everywhere = document.xpath("//*[local-name()='link'][@rel]")
        assert everywhere == document.xpath("channel/atom:link", namespaces=NS)


@pytest.mark.parametrize("type", ["full", "trailer"])
def test_an_archive_never_changes_when_an_episode_is_added(
    type: str, split: dict[str, bytes], long: Long
) -> None:
    """PAGE-003: byte for byte; a trailer, which the channel names, is an episode too."""
    grown = documents(long.edition(EPISODES + 1, PAGE, type=type))
    assert [url for url in split if grown[url] != split[url]] == [CURRENT]
    assert len(guids(etree.fromstring(grown[CURRENT]))) == PAGE + 1


def test_an_archive_that_gets_a_newer_one_only_learns_of_it(split: dict[str, bytes], long: Long) -> None:
    """PAGE-003: once, when the next thousand is full; all older ones stay as they are."""
    fewer = documents(long.edition(EPISODES - 1, PAGE))
    assert list(fewer) == [CURRENT, *ARCHIVES[:-1]]
    assert [url for url in fewer if fewer[url] != split[url]] == [CURRENT, ARCHIVES[-2]]
    link = f'    <atom:link rel="next-archive" href="{ARCHIVES[-1]}"/>\n'.encode()
    assert split[ARCHIVES[-2]].replace(link, b"") == fewer[ARCHIVES[-2]]
