"""article: who wrote it, when, and what it is about."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from publisher.model import Article, Published
from publisher.render.site.frame import Frame
from publisher.render.site.structured.article import written
from tests.render.sample import ARTICLE, EDITION


def told(item: Published[Article]) -> dict[str, Any]:
    return written(Frame(replace(EDITION, articles=(item,))), item)


def test_an_article_says_who_wrote_it_and_when() -> None:
    made = told(ARTICLE)
    assert made["headline"] == "Hvad vi lærte"
    assert made["author"]["name"] == "Åse Ørsted"
    assert made["publisher"] == {"@type": "Organization", "name": "CO-PI"}
    assert made["datePublished"] == "2023-04-20T12:00:00+02:00"
    assert made["dateModified"] == "2023-04-21T12:00:00+02:00"
    assert made["isPartOf"]["@type"] == "PodcastSeries"


def test_an_article_without_authors_is_the_shows() -> None:
    assert told(replace(ARTICLE, entry=replace(ARTICLE.entry, persons=())))["author"]["name"] == "CO-PI"


def test_an_article_that_its_writer_never_dated_again_changed_when_it_did() -> None:
    made = told(replace(ARTICLE, entry=replace(ARTICLE.entry, updated=None)))
    assert made["dateModified"] == "2023-04-21T12:00:00+02:00"


def test_an_article_is_about_the_rest_of_its_thread() -> None:
    told_of = replace(ARTICLE, entry=replace(ARTICLE.entry, event="001-cafe"))
    assert [about["@type"] for about in told(told_of)["about"]] == ["Event", "PodcastEpisode"]
