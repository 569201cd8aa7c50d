"""labels: the short lines around an entry, and where they lead."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model import Element, Topic
from publisher.render.site.frame import Frame
from publisher.render.site.labels import Label, elsewhere, numbers, tags, terms, thread
from tests.render.sample import ARTICLE, BARE, CAFE, EDITION, FULL, SHOW

FRAME = Frame(EDITION)


def test_a_tag_that_is_a_topic_leads_to_its_page() -> None:
    frame = Frame(replace(EDITION, show=replace(SHOW, topics=(Topic(tag="MOD", slug="mod"),))))
    assert tags(frame, FULL.entry) == (
        Label("politik & ledelse"),
        Label("mod", "https://example.dk/podcast/tags/mod.html"),
    )


def test_a_tag_is_shown_once_and_not_if_it_is_blank() -> None:
    assert tags(FRAME, replace(BARE.entry, tags=("a", " ", "a"))) == (Label("a"),)


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ({"season": 1, "episode": 2}, ["Sæson 1", "Afsnit 2"]),
        ({"season": 2, "season_name": "Foråret"}, ["Sæson 2: Foråret"]),
        ({"episode": 7, "episode_display": "Kap. 7"}, ["Kap. 7"]),
        ({}, []),
    ],
)
def test_an_episode_says_where_it_belongs(words: dict[str, object], said: list[str]) -> None:
    assert list(numbers(FRAME, replace(BARE.entry, **words))) == said  # type: ignore[arg-type]


def test_a_thread_can_be_followed_from_both_ends() -> None:
    assert [(one.label, one.card.title) for one in thread(FRAME, FULL)] == [
        ("Fra arrangementet", CAFE.entry.title)
    ]
    assert [(one.label, one.card.title) for one in thread(FRAME, CAFE)] == [("Lyt", FULL.entry.title)]


def test_an_article_on_an_event_is_to_be_read_also() -> None:
    article = replace(ARTICLE, entry=replace(ARTICLE.entry, event=CAFE.entry.path))
    frame = Frame(replace(EDITION, articles=(article,)))
    assert [one.label for one in thread(frame, CAFE)] == ["Lyt", "Læs også"]


def test_the_licence_of_an_episode_goes_before_that_of_the_show() -> None:
    own = replace(BARE.entry, license="Egen", license_url="https://a.example/")
    assert terms(FRAME, own) == Label("Egen", "https://a.example/")
    assert terms(FRAME, BARE.entry) == Label("CC-BY-4.0")
    assert terms(Frame(replace(EDITION, show=replace(SHOW, license=None))), BARE.entry) is None


def test_an_episode_that_is_elsewhere_too_leads_there() -> None:
    link = Element(name="podcast:contentLink", text="Se den", attributes=(("href", "https://a.example/"),))
    bare = Element(name="podcast:contentLink", attributes=(("href", "https://b.example/"),))
    episode = replace(BARE.entry, podcast=(link, Element(name="podcast:chat"), bare))
    assert elsewhere(episode) == (
        Label("Se den", "https://a.example/"),
        Label("https://b.example/", "https://b.example/"),
    )
