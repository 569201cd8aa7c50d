"""tags/<slug>.xml: a feed of each topic, whether or not there is anything on it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model import Topic
from publisher.render.topic_rss import render
from tests.render.made import artifacts

from .eventful import EVENTFUL, SERIES, TOLD, TOPICS
from .sample import CAFE, EDITION, FULL
from .xml import attributes, parse, texts

MADE = {one.key: parse(one.body) for one in artifacts(render(EVENTFUL)) if isinstance(one.body, bytes)}


def test_each_topic_has_a_feed_where_its_slug_says() -> None:
    """And a show without topics has none."""
    assert list(MADE) == [f"tags/{topic.slug}.xml" for topic in TOPICS]
    assert list(render(EDITION)) == []


@pytest.mark.parametrize(
    ("slug", "guids"),
    [
        ("mod", [TOLD.guid, FULL.guid, SERIES.guid]),
        ("ledelse", [CAFE.guid]),
        ("ingen", []),
    ],
)
def test_a_topic_has_what_bears_its_tag_newest_first(slug: str, guids: list[str]) -> None:
    """However the tag is written."""
    assert texts(MADE[f"tags/{slug}.xml"], "channel/item/guid") == guids


@pytest.mark.parametrize(
    ("tag", "written"), [("Blåbær", "BLÅBÆR"), ("stra\u00dfe", "STRASSE"), ("e\u0301t", "ét")]
)
def test_case_and_the_way_of_typing_make_no_other_tag(tag: str, written: str) -> None:
    """Unicode's: NFC and case folding."""
    item = replace(FULL, entry=replace(FULL.entry, tags=(written, tag)))
    show = replace(EDITION.show, topics=(Topic(tag=tag, slug="x"),))
    (made,) = artifacts(render(replace(EDITION, show=show, episodes=(item,))))
    assert isinstance(made.body, bytes)
    assert texts(parse(made.body), "channel/item/guid") == [FULL.guid]


def test_a_topic_says_what_it_is() -> None:
    """In its own words, else in its tag's and the show's."""
    named, plain = MADE["tags/ledelse.xml"], MADE["tags/mod.xml"]
    assert texts(named, "channel/title") == texts(named, "channel/image/title")
    assert texts(named, "channel/title") == ["Politisk ledelse af innovation"]
    assert texts(named, "channel/description") == ["Et tema."]
    assert texts(plain, "channel/title") == ["mod · Mod & Mandat"]
    assert texts(plain, "channel/description") == ["Om politisk ledelse af innovation &lt;på dansk>."]
    assert attributes(named, "channel/atom:link")[0] == {
        "href": "https://example.dk/podcast/tags/ledelse.xml",
        "rel": "self",
        "type": "application/rss+xml",
    }
