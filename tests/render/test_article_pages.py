"""article pages: who wrote what when, and what it hangs together with."""

from __future__ import annotations

from dataclasses import replace

from publisher.render import article_pages
from tests.render.made import artifacts

from .outline import Outline
from .sample import ARTICLE, CAFE, EDITION, asset

BASE = "https://example.dk/podcast/"


def article(**words: object) -> Outline:
    """The page of the article, with other words."""
    item = replace(ARTICLE, entry=replace(ARTICLE.entry, **words))  # type: ignore[arg-type]
    made = {one.key: one.body for one in artifacts(article_pages.render(replace(EDITION, articles=(item,))))}
    body = made["articles/hvad-vi-laerte.html"]
    assert isinstance(body, bytes)
    return Outline(body)


def test_an_article_says_who_wrote_it_and_when() -> None:
    page = article()
    assert "Åse Ørsted" in page.words
    assert f"{BASE}people.html#aase-oersted" in page.links
    assert "20. april 2023" in page.words
    assert "Opdateret 21. april 2023" in page.words


def test_an_article_shows_its_picture_and_its_text() -> None:
    page = article(image=asset("art/foto.png"), summary="Kort sagt")
    assert page.all("img", src=f"{BASE}art/foto.png")
    assert "Kort sagt" in page.words
    assert "Tre ting om mandat." in page.words


def test_an_article_leads_to_what_it_tells_of() -> None:
    assert f"{BASE}events/innovationscafe.html" in article(event=CAFE.entry.path).links


def test_articles_are_listed() -> None:
    keys = [one.key for one in artifacts(article_pages.render(EDITION))]
    assert keys == ["articles/index.html", "articles/hvad-vi-laerte.html"]


def test_no_articles_are_no_pages() -> None:
    assert list(artifacts(article_pages.render(replace(EDITION, articles=())))) == []
