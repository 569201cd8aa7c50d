"""With a keyboard alone: everything can be reached, in order, and seen when it is."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest

from tests.browser.conftest import Visit
from tests.browser.kinds import PAGES, settled
from tests.browser.test_player import EPISODE, heard

if TYPE_CHECKING:
    from playwright.sync_api import Page

REACHABLE = """() => [...document.querySelectorAll("a[href], button, input, select, summary, audio")]
    .filter((one) => one.checkVisibility({ visibilityProperty: true }) && !one.disabled)
    .map((one, number) => { one.dataset.number = number; return String(number); })"""
FOCUSED = """() => {
    const one = document.activeElement;
    const lines = [one, one.closest(".card") ?? one].map((part) => getComputedStyle(part));
    const { top, bottom } = one.getBoundingClientRect();
    return {
        number: one.dataset.number,
        isInView: bottom > 0 && top < innerHeight,
        // Browsers draw the focus inside their own players.
        isMarked: one.localName === "audio" || lines.some((style) => style.outlineStyle !== "none"),
    };
}"""


def walk(page: Page) -> list[dict[str, Any]]:
    """Press the tabulator until the page begins anew; what was focused, in order, each once."""
    passed: list[dict[str, Any]] = []
    while True:
        page.keyboard.press("Tab")
        here = page.evaluate(FOCUSED)
        if here["number"] is None or (passed and here["number"] == passed[0]["number"]):
            return passed
        # A player has several stops inside.
        if not passed or passed[-1]["number"] != here["number"]:
            passed.append(here)


@pytest.mark.parametrize(
    "path",
    [PAGES[name] for name in ("home", "episode", "event with everything", "subscribe", "search")],
)
def test_the_tabulator_reaches_everything_in_the_order_of_the_page(visit: Visit, path: str) -> None:
    page = visit(reduced_motion="reduce").open(path)
    settled(page)
    expected = page.evaluate(REACHABLE)
    passed = walk(page)
    assert [one["number"] for one in passed] == expected
    assert [one for one in passed if not (one["isInView"] and one["isMarked"])] == []


def test_the_first_stop_leads_past_the_navigation(visit: Visit) -> None:
    page = visit().open(EPISODE)
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    page.keyboard.press("Tab")
    assert page.evaluate("document.querySelector('main').contains(document.activeElement)")


def test_chapters_and_what_is_said_are_played_by_keys(visit: Visit) -> None:
    page = visit().open(EPISODE)
    page.get_by_role("link", name="Det sker allerede").focus()
    page.keyboard.press("Enter")
    heard(page, 59.3)
    page.locator("[data-transcript] a").first.focus()
    page.keyboard.press("Enter")
    heard(page, 0.5)
    page.locator("audio").focus()
    page.keyboard.press("Space")
    assert page.locator("audio").evaluate("audio => audio.paused")
