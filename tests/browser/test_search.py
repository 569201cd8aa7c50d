"""static/search.js: words into results, without a server."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

SEARCH = "example/search.html"


def results(page: Page, number: int | None = None) -> list[str]:
    """The titles of what is found, when as many are."""
    said = "Resultater: " if number is None else f"Resultater: {number}"
    status = page.get_by_role("status").filter(has_text=said)
    status.wait_for()
    return page.locator("[data-search-results] h2").all_inner_texts()


def test_typing_finds_words_that_begin_so(visit: Visit) -> None:
    page = visit().open(SEARCH)
    page.get_by_role("searchbox").press_sequentially("byrådsm")
    assert results(page, 1) == ["Tre spørgsmål til dit næste byrådsmøde"]
    assert page.url.endswith("?q=byr%C3%A5dsm")


@pytest.mark.parametrize(
    "typed", ["BYRAADSMOEDE tre", "byrådsmøde  “tre”", "byra\u030adsm tre", "byradsmode"]
)
def test_it_is_found_however_somebody_types_it(visit: Visit, typed: str) -> None:
    page = visit().open(f"{SEARCH}?q={typed}")
    assert results(page, 1) == ["Tre spørgsmål til dit næste byrådsmøde"]


def test_every_word_must_be_there(visit: Visit) -> None:
    page = visit().open(f"{SEARCH}?q=byrådsmøde+zebra")
    assert results(page, 0) == []


def test_a_title_goes_before_notes_and_those_before_what_is_said(visit: Visit) -> None:
    page = visit().open(f"{SEARCH}?q=innovationscafe")
    found = results(page)
    titles = {"Innovationscafé: Politisk ledelse af innovation", "Opsamling fra Innovationscaféen"}
    assert set(found[:2]) == titles
    assert len(found) > 2


def test_what_is_said_leads_to_the_moment(visit: Visit) -> None:
    page = visit().open(f"{SEARCH}?q=folketinget+regioner")
    results(page)
    found = page.locator("li").filter(has_text="Hvorfor skal politikere")
    found.get_by_role("link", name="Kan høres ved 0:19").click()
    page.wait_for_url("**/episodes/001-hvorfor-politikere.html#t=19")
    page.get_by_text("Begynder ved 0:19.").wait_for()


def test_a_result_leads_to_its_page(visit: Visit) -> None:
    page = visit().open(SEARCH)
    page.get_by_role("searchbox").fill("retning")
    page.get_by_role("searchbox").press("Enter")
    results(page)
    title = page.locator("[data-search-results] a").first.inner_text()
    page.locator("[data-search-results] a").first.click()
    page.wait_for_url("**.html")
    assert page.locator("h1").inner_text() == title


def test_the_field_of_other_pages_leads_here(visit: Visit) -> None:
    page = visit().open("example/about.html")
    page.get_by_role("searchbox").fill("byrådsmøde")
    page.get_by_role("searchbox").press("Enter")
    assert len(results(page, 1)) == 1
    assert page.get_by_role("searchbox").input_value() == "byrådsmøde"


def test_many_results_come_in_portions(visit: Visit) -> None:
    page = visit().open("full/search.html?q=emne")
    assert len(results(page, 50)) == 20
    more = page.get_by_role("button", name="Flere resultater")
    for number in (40, 50):
        more.click()
        page.locator(f"[data-search-results] > li:nth-child({number})").wait_for()
    assert more.is_hidden()
    first_new = page.locator("[data-search-results] > li:nth-child(41) h2 a")
    assert first_new.evaluate("one => one === document.activeElement")


def test_what_nobody_may_know_is_not_found(visit: Visit) -> None:
    """The way into the meeting, why there is no transcript, and an episode whose time ran out."""
    for words in ("hemmelig", "vært+ingen", "ikke+længere"):
        page = visit().open(f"full/search.html?q={words}")
        assert results(page, 0) == []


def test_an_index_that_cannot_be_fetched_is_said_and_asked_for_again(visit: Visit) -> None:
    visitor = visit()
    page = visitor.open(SEARCH)
    visitor.context.route("**/search/index.json", lambda route: route.fulfill(status=200, body="{"))
    page.get_by_role("searchbox").fill("byrådsmøde")
    page.get_by_text("kunne ikke hentes").wait_for()
    visitor.context.unroute("**/search/index.json")
    page.get_by_role("button", name="Søg").click()
    assert len(results(page, 1)) == 1
