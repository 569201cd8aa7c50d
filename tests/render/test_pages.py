"""Pages: valid, linked to each other and to every feed, and silent in any language of their own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from html.parser import HTMLParser
from urllib.parse import urlsplit

import pytest

from publisher.model import Artifact, Edition
from publisher.render import render
from publisher.render.pages import FEEDS, clock

from .sample import CAFE

PAGES = [
    "index.html",
    "episodes/mod-til-at-lede.html",
    "events/innovationscafe.html",
    "articles/hvad-vi-laerte.html",
]
VOID = {"br", "hr", "img", "link", "meta"}


class Outline(HTMLParser):
    """What a page is made of; it refuses tags that are left open or closed twice."""

    def __init__(self, document: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.feed(document.decode())
        self.close()
        assert not self.open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert len(dict(attrs)) == len(attrs)
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def all(self, tag: str) -> list[dict[str, str | None]]:
        return [attributes for name, attributes in self.tags if name == tag]

    @property
    def links(self) -> list[str]:
        return [str(a[key]) for _, a in self.tags for key in ("href", "src") if key in a]


@pytest.fixture(params=PAGES)
def outline(request: pytest.FixtureRequest, body: Callable[[str], bytes]) -> Outline:
    """Each page of the sample in turn."""
    return Outline(body(request.param))


@pytest.mark.parametrize("key", PAGES)
def test_pages_are_as_their_goldens(golden: Callable[[str], None], key: str) -> None:
    """The whole document, for people to read."""
    golden(key)


def test_a_page_has_language_title_and_one_heading(outline: Outline) -> None:
    """What screen readers and search engines go by."""
    assert outline.tags[0] == ("html", {"lang": "da"})
    assert [len(outline.all(tag)) for tag in ("title", "h1", "main")] == [1, 1, 1]
    assert all("alt" in image for image in outline.all("img"))


def test_every_link_is_absolute_ascii_and_spelled_out(outline: Outline) -> None:
    """A plain bucket serves no index documents; fonts, scripts and styles come from nowhere else."""
    for link in outline.links:
        assert link.isascii()
        assert urlsplit(link).scheme == "https"
        assert not link.startswith("https://example.dk/podcast") or not link.endswith("/")


def test_every_feed_is_found_from_every_page(outline: Outline, artifacts: dict[str, Artifact]) -> None:
    """DISC-001: distinct titles, true types, and the files are there."""
    links = [link for link in outline.all("link") if link["rel"] == "alternate"]
    assert len({link["title"] for link in links}) == len(links) == len(FEEDS)
    for key, type, _ in FEEDS:
        assert artifacts[key].type.partition(";")[0] == type


def test_internal_links_lead_to_artifacts(outline: Outline, artifacts: dict[str, Artifact]) -> None:
    """No page points to what is not published."""
    base = "https://example.dk/podcast/"
    assert {link.removeprefix(base) for link in outline.links if link.startswith(base)} <= set(artifacts)


def test_event_and_episode_lead_to_each_other(body: Callable[[str], bytes]) -> None:
    """The thread can be followed from either end."""
    episode, event = (Outline(body(key)) for key in (PAGES[1], PAGES[2]))
    assert f"https://example.dk/podcast/{PAGES[2]}" in episode.links
    assert f"https://example.dk/podcast/{PAGES[1]}" in event.links


def test_the_recording_waits_until_it_is_wanted(body: Callable[[str], bytes]) -> None:
    """Nobody pays for megabytes they did not ask for."""
    (audio,) = Outline(body(PAGES[1])).all("audio")
    assert audio["preload"] == "none"
    assert "controls" in audio


@pytest.mark.parametrize(("status", "struck"), [("confirmed", 0), ("cancelled", 1), ("postponed", 1)])
def test_the_time_of_an_event_that_is_off_is_struck_out(edition: Edition, status: str, struck: int) -> None:
    """It needs no word to be understood."""
    event = replace(CAFE, entry=replace(CAFE.entry, status=status))
    made = {artifact.key: artifact.body for artifact in render(replace(edition, events=(event,)))}
    document = made[PAGES[2]]
    assert isinstance(document, bytes)
    assert len(Outline(document).all("s")) == struck


@pytest.mark.parametrize(
    ("seconds", "text"), [(0, "0:00"), (102.4, "1:42"), (3599.6, "1:00:00"), (36610, "10:10:10")]
)
def test_durations_read_as_players_show_them(seconds: float, text: str) -> None:
    """Minutes and seconds, hours when there are some."""
    assert clock(timedelta(seconds=seconds)) == text
