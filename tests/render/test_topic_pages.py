"""topic pages: everything on a topic, whatever kind it is, with a feed of the same."""

from __future__ import annotations

from dataclasses import replace

from publisher.model import Topic
from publisher.render import topic_pages
from tests.render.made import artifacts

from .outline import Outline
from .sample import ARTICLE, EDITION, FULL, SHOW

MOD = Topic(tag="MOD", slug="mod", title="Mod i praksis", description="Om mod.")


def pages(*topics: Topic) -> dict[str, Outline]:
    article = replace(ARTICLE, entry=replace(ARTICLE.entry, tags=("mod",)))
    edition = replace(EDITION, articles=(article,), show=replace(SHOW, topics=topics))
    return {
        one.key: Outline(one.body)
        for one in artifacts(topic_pages.render(edition))
        if isinstance(one.body, bytes)
    }


def test_a_topic_has_all_that_has_its_tag() -> None:
    page = pages(MOD)["tags/mod.html"]
    assert len(page.all("article")) == 2
    assert FULL.entry.title in page.words
    assert "Mod i praksis" in page.words
    assert "Om mod." in page.words


def test_a_topic_can_be_followed() -> None:
    assert "https://example.dk/podcast/tags/mod.xml" in pages(MOD)["tags/mod.html"].links


def test_a_topic_that_nothing_is_on_yet_has_a_page_all_the_same() -> None:
    assert "Her er ikke noget endnu." in pages(Topic(tag="nyt", slug="nyt"))["tags/nyt.html"].words


def test_no_topics_are_no_pages() -> None:
    assert pages() == {}
