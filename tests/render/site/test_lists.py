"""lists: pages of entries, each with where it stands among the others."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from publisher.render.site.frame import Frame
from publisher.render.site.lists import list_pages
from publisher.render.site.paging import SIZE
from tests.render.made import artifacts
from tests.render.outline import Outline
from tests.render.sample import BARE, EDITION

KEY = "episodes/index.html"


def listed(count: int) -> dict[str, Outline]:
    """The pages of as many episodes, a day apart."""
    items = [replace(BARE, slug=f"e{n}", published=BARE.published - timedelta(days=n)) for n in range(count)]
    made = artifacts(list_pages(Frame(EDITION), KEY, items, title="Afsnit", lead="Alle"))
    return {one.key: Outline(one.body) for one in made if isinstance(one.body, bytes)}


def test_the_newest_page_has_the_plain_title() -> None:
    (page,) = listed(3).values()
    assert "Afsnit · Mod & Mandat" in page.words
    assert len(page.all("article")) == 3
    assert not page.all("nav", class_="pager")


def test_an_older_page_says_from_when_to_when_it_is() -> None:
    """Its number would say nothing, and how many there are changes."""
    older = listed(2 * SIZE)["episodes/index.1.html"]
    assert "Afsnit, 13. januar 2023 – 5. februar 2023 · Mod & Mandat" in older.words


def test_pages_lead_to_each_other() -> None:
    made = listed(2 * SIZE)
    (older,) = made[KEY].all("a", rel="next")
    (newer,) = made["episodes/index.1.html"].all("a", rel="prev")
    assert str(older["href"]).endswith("/episodes/index.1.html")
    assert str(newer["href"]).endswith(f"/{KEY}")


def test_an_empty_list_says_so() -> None:
    assert "Her er ikke noget endnu." in listed(0)[KEY].words
