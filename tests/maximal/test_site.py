"""The pages of the maximal show: every link leads somewhere, and nothing comes from elsewhere."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urldefrag

import pytest

from tests.render.outline import Outline

BASE = "https://example.org/m%C3%A5l/"


@pytest.fixture(scope="module")
def pages(maximal: Path) -> dict[str, Outline]:
    """Every page by its key; transcripts as files are none."""
    feeds = maximal / "feeds"
    files = (path for path in feeds.rglob("*.html") if not path.name.startswith("transcript"))
    return {path.relative_to(feeds).as_posix(): Outline(path.read_bytes()) for path in files}


def test_there_are_pages_of_every_kind(pages: dict[str, Outline]) -> None:
    assert {
        "index.html",
        "episodes/index.html",
        "events/index.html",
        "articles/index.html",
        "people.html",
        "subscribe.html",
        "about.html",
        "search.html",
        "404.html",
    } <= set(pages)


def test_every_link_of_ours_leads_somewhere(pages: dict[str, Outline], maximal: Path) -> None:
    """Media are published, but stand in no folder of feeds."""
    for key, page in pages.items():
        for link in page.links:
            address, place = urldefrag(f"{BASE}{key}{link}" if link.startswith("#") else link)
            target = unquote(address.removeprefix(BASE)) if address.startswith(BASE) else key
            assert target.startswith("media/") or (maximal / "feeds" / target).is_file(), (key, link)
            ids = (
                {str(own["id"]) for _, own in pages[target].tags if "id" in own}
                if target in pages
                else {place}
            )
            is_moment = place.startswith("t=") or not address.startswith(BASE)
            assert not place or is_moment or unquote(place) in ids, (key, link)


def test_nothing_is_loaded_from_elsewhere_but_sound_hosted_there(pages: dict[str, Outline]) -> None:
    for key, page in pages.items():
        foreign = [link for link in page.loaded if not link.startswith(BASE)]
        hosted = [str(own["src"]) for own in page.all("audio") if not str(own["src"]).startswith(BASE)]
        assert foreign == hosted
        assert not hosted or "hosted" in key or key == "index.html"


def test_every_picture_says_what_it_shows_or_that_it_shows_nothing_new(pages: dict[str, Outline]) -> None:
    assert all("alt" in own for page in pages.values() for own in page.all("img"))
    drawn = [own for own in pages["episodes/alt-paa-en-gang.html"].all("img") if own["alt"] == "En tegning"]
    assert [own["loading"] for own in drawn] == ["lazy"]
