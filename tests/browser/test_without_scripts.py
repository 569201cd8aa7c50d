"""With scripts switched off: all there is can be read, heard and found; what needs a script is not shown."""

from __future__ import annotations

from tests.browser.conftest import Visit
from tests.browser.kinds import PAGES
from tests.browser.test_player import EPISODE


def test_no_page_needs_a_script(visit: Visit) -> None:
    visitor = visit(java_script_enabled=False)
    page = visitor.open(PAGES["home"])
    for path in PAGES.values():
        visitor.turn_to(page, path)
        assert page.locator("h1").count() == 1, path
        assert page.locator(":is([data-live], [data-starts], [data-search-more]):visible").count() == 0, path
        assert page.locator("button:visible").count() == page.locator("form button:visible").count(), path


def test_an_episode_can_be_heard_and_read(visit: Visit) -> None:
    page = visit(java_script_enabled=False).open(EPISODE)
    assert page.locator("audio[controls][src]").is_visible()
    assert page.get_by_text("Er det noget, politikere gør i dag?").is_visible()
    page.get_by_role("link", name="Læs transskriptionen").click()
    page.wait_for_url("**#transcript")


def test_the_search_says_what_to_do_instead(visit: Visit) -> None:
    page = visit(java_script_enabled=False).open("example/about.html")
    page.get_by_role("searchbox").fill("byråd")
    page.get_by_role("searchbox").press("Enter")
    page.wait_for_url("**/search.html?q=*")
    # Playwright's own words for texts and roles leave out what is in noscript.
    page.locator("noscript a").first.wait_for()
    assert "Søgningen kræver JavaScript." in page.locator("main").inner_text()
    page.locator("noscript a").first.click()
    page.get_by_role("heading", name="Tre spørgsmål til dit næste byrådsmøde").wait_for()
