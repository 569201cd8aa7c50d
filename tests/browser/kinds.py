"""A page of every kind that there is, by a name for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from playwright.sync_api import Page

PAGES = {
    "home": "example/index.html",
    "a home with nothing but titles": "full/index.html",
    "episodes": "full/episodes/index.html",
    "older episodes": "full/episodes/index.1.html",
    "episode": "example/episodes/001-hvorfor-politikere.html",
    "episode with everything": "full/episodes/alt-paa-en-gang.html",
    "episode hosted elsewhere": "full/episodes/hosted.html",
    "episode to embed": "example/episodes/001-hvorfor-politikere/embed.html",
    "episode whose time ran out": "full/episodes/gone.html",
    "transcript": "example/episodes/001-hvorfor-politikere/transcript.html",
    "events": "full/events/index.html",
    "event with everything": "full/events/open-day.html",
    "event that was moved": "full/events/moved.html",
    "event that is off": "full/events/off.html",
    "event that is over": "example/events/innovationscafe-politisk-ledelse.html",
    "articles": "example/articles/index.html",
    "article": "full/articles/about.html",
    "topic": "example/tags/politisk-ledelse-af-innovation.html",
    "people": "full/people.html",
    "subscribe": "example/subscribe.html",
    "about": "full/about.html",
    "search": "example/search.html?q=innovation",
    "not there": "example/404.html",
    "texts of an enemy": "hostile/episodes/lyd.html",
}


def settled(page: Page) -> None:
    """Wait for what comes after the page itself: the results of a search."""
    if "?q=" in page.url:
        page.locator("[data-search-results] li").first.wait_for()
