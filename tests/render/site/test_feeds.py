"""feeds: each that pages lead to is published, as the type that they say."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model import Topic
from publisher.render import render
from publisher.render.site.feeds import Feed, calendar, news, podcast, single, topic
from publisher.render.words import words
from tests.render.sample import CAFE, EDITION, SHOW

MOD = Topic(tag="mod", slug="mod", title="Mod til at lede")
DA, EN = words("da"), words("en")
FEEDS = (podcast(DA), *news(DA), calendar(DA), topic(MOD, DA), single(CAFE, DA))


@pytest.mark.parametrize("feed", FEEDS, ids=lambda feed: feed.key)
def test_every_feed_is_published_as_what_it_is_said_to_be(feed: Feed) -> None:
    made = {one.key: one.type for one in render(replace(EDITION, show=replace(SHOW, topics=(MOD,))))}
    assert made[feed.key].partition(";")[0] == feed.type


def test_every_feed_has_a_name_of_its_own() -> None:
    """DISC-001: also where a topic is called as the feeds are."""
    like = topic(Topic(tag="podcast", slug="podcast"), EN)
    names = [feed.name for feed in (podcast(EN), *news(EN), calendar(EN), like, single(CAFE, EN))]
    assert len(set(names)) == len(names)
    assert like.name == "Topic: podcast"


def test_feeds_are_named_in_the_language_of_the_show() -> None:
    assert [feed.name for feed in (podcast(DA), *news(DA), calendar(DA))] == [
        "Podcast",
        "Alt nyt (RSS)",
        "Alt nyt (Atom)",
        "Alt nyt (JSON)",
        "Arrangementer (RSS)",
        "Kalender",
    ]
    assert topic(MOD, DA).name == "Emne: Mod til at lede"
