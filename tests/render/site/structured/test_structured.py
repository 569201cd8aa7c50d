"""structured: which page tells what, and that schema.org knows all of it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from functools import cache
from typing import Any

import pytest

from publisher.model import Chapter, Edition, Online, Person, Platform, Session, Upcoming, Website
from publisher.render import render
from tests.render.eventful import EVENTFUL, MOVED, SERIES
from tests.render.outline import Outline
from tests.render.sample import ARTICLE, CAFE, EDITION, EMPTY, FULL, SHOW
from tests.schema_org import faults

from .judge import Thing, documents, judge
from .made import cafe, coming

NASTY = "</script><script>alert(1)</script><!-- & \u2028 \" ' ]]> {{ 7 }}"
HALL = replace(
    cafe(
        location="Rådhuset",
        address="Åvej 1",
        geo="55.6,12.5",
        online=Online(platform="Zoom", url="https://example.dk/zoom"),
        price="150 kr.",
        capacity="40",
        programme=(Session(title="Velkommen", start=CAFE.entry.start, speakers=("Lene Jensen",)),),
    ),
    changes=MOVED.changes[:1],
)
NEXT = SERIES.entry.start + timedelta(days=31)
RICH = replace(
    EVENTFUL,
    show=replace(EVENTFUL.show, site=Website(listen=(Platform(title="Et sted", url="https://a.example/"),))),
    upcoming=(Upcoming(item=SERIES, start=NEXT),),
)


def hostile() -> Edition:
    """The sample with the same nasty words wherever people write."""
    person = Person(name=NASTY, role=NASTY)
    words: dict[str, Any] = {"title": NASTY, "excerpt": NASTY, "tags": (NASTY,), "persons": (person,)}
    spoken = replace(FULL.entry, **words, chapters=(Chapter(start=timedelta(), title=NASTY),))
    held: dict[str, Any] = dict.fromkeys(("location", "address", "price", "audience"), NASTY)
    held |= {"organizer": person}
    return replace(
        coming(cafe(**words, **held)),
        show=replace(SHOW, title=NASTY, description=NASTY, author=NASTY, copyright=NASTY, persons=(person,)),
        episodes=(replace(FULL, entry=spoken),),
        articles=(replace(ARTICLE, entry=replace(ARTICLE.entry, **words)),),
    )


DRAFTS = replace(EDITION, episodes=(replace(FULL, unseen="draft"),))
CALLED = ("name", "headline", "address", "audienceType", "keywords")
EDITIONS = {
    "sample": EDITION,
    "empty": EMPTY,
    "rich": RICH,
    "hall": coming(HALL),
    "hostile": hostile(),
    "drafts": DRAFTS,
}


Page = tuple[str, bytes, list[Thing]]
"""Its key, its bytes, and its JSON-LD."""


@cache
def pages(name: str) -> list[Page]:
    """Every page of an edition."""
    return [
        (made.key, made.body, documents(made.body))
        for made in render(EDITIONS[name])
        if made.key.endswith(".html") and "/transcript" not in made.key and isinstance(made.body, bytes)
    ]


@pytest.fixture(params=EDITIONS)
def site(request: pytest.FixtureRequest) -> list[Page]:
    return pages(request.param)


def test_everything_told_keeps_the_rules(site: list[Page]) -> None:
    for _, _, found in site:
        for document in found:
            assert judge(document)


def test_schema_org_knows_all_of_it() -> None:
    """Every property exists for its type, with a value of its kind (LD-008)."""
    told = [document for name in EDITIONS for _, _, found in pages(name) for document in found]
    assert faults(told) == []


def test_a_page_tells_of_itself_once_or_not_at_all(site: list[Page]) -> None:
    """What search engines are to skip tells them nothing."""
    for key, body, found in site:
        is_skipped = b'<meta name="robots" content="noindex">' in body
        assert len(found) == (0 if is_skipped else 1), key
        own = [thing["url"] for document in found for thing in document["@graph"] if "url" in thing]
        assert all(url.endswith(f"/{key}") for url in own if key not in ("subscribe.html", "about.html")), key


def test_machines_are_told_what_people_see(site: list[Page]) -> None:
    """LD-005: names, places, people and tags stand on the page that tells of them."""
    for key, body, found in site:
        seen = Outline(body).words
        for document in found:
            told = [" ".join(words.split()) for thing in document["@graph"] for words in named(thing)]
            assert [words for words in told if words not in seen] == [], key


def named(value: object) -> Iterator[str]:
    """What a thing and all in it are called; where another event is, its own page tells."""
    if isinstance(value, list):
        for one in value:
            yield from named(one)
    if isinstance(value, dict):
        for name, own in value.items():
            if name in CALLED:
                yield from [own] if isinstance(own, str) else own
            elif name in ("recordedAt", "about"):
                others = own if isinstance(own, list) else [own]
                yield from named([{**other, "location": []} for other in others])
            else:
                yield from named(own)


@pytest.mark.parametrize(
    ("key", "types"),
    [
        ("index.html", ["WebSite", "PodcastSeries"]),
        ("subscribe.html", ["PodcastSeries", "BreadcrumbList"]),
        ("about.html", ["PodcastSeries", "BreadcrumbList"]),
        ("episodes/index.html", ["BreadcrumbList"]),
        ("episodes/mod-til-at-lede.html", ["PodcastEpisode", "BreadcrumbList"]),
        ("events/innovationscafe.html", ["Event", "BreadcrumbList"]),
        ("articles/hvad-vi-laerte.html", ["Article", "BreadcrumbList"]),
        ("404.html", []),
        ("search.html", []),
        ("episodes/mod-til-at-lede/embed.html", []),
    ],
)
def test_each_kind_of_page_tells_of_its_own(key: str, types: list[str]) -> None:
    (found,) = (told for name, _, told in pages("sample") if name == key)
    assert [thing["@type"] for document in found for thing in document["@graph"]] == types


def test_the_way_to_a_page_starts_at_home() -> None:
    (found,) = (told for name, _, told in pages("sample") if name == "events/innovationscafe.html")
    steps = found[0]["@graph"][1]["itemListElement"]
    base = "https://example.dk/podcast"
    assert [step["item"] for step in steps] == [
        f"{base}/index.html",
        f"{base}/events/index.html",
        f"{base}/events/innovationscafe.html",
    ]
    assert [step["name"] for step in steps][1] == "Arrangementer"


def test_drafts_that_are_shown_tell_machines_nothing() -> None:
    (found,) = (told for name, _, told in pages("drafts") if name.endswith("mod-til-at-lede.html"))
    assert found == []
