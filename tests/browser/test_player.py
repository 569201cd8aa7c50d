"""static/player.js: seeking, following and remembering, with a recording that really plays."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.browser.conftest import Visit

if TYPE_CHECKING:
    from playwright.sync_api import Page

EPISODE = "example/episodes/001-hvorfor-politikere.html"
HEARD = """(audio, second) => new Promise((resolve, reject) => {
    const look = () => { if (!audio.paused && audio.currentTime > second) resolve(audio.currentTime); };
    audio.addEventListener("timeupdate", look);
    setTimeout(() => reject(new Error(`at ${audio.currentTime}, paused: ${audio.paused}`)), 8000);
})"""
"""Settles when it plays and `second` is past; says where it is then."""


def play(page: Page) -> None:
    page.locator("audio").evaluate("audio => audio.play()")


def pause(page: Page) -> None:
    page.locator("audio").evaluate("audio => audio.pause()")


def heard(page: Page, second: float) -> None:
    """Wait until what comes a little after `second` is heard."""
    at = page.locator("audio").evaluate(HEARD, second)
    assert second < at < second + 5


def current(page: Page, part: str) -> list[str]:
    """What is marked in the part of the page."""
    return [text.strip() for text in page.locator(f"{part} [aria-current]").all_inner_texts()]


def test_pressing_a_chapter_plays_from_there_and_marks_it(visit: Visit) -> None:
    page = visit().open(EPISODE)
    page.get_by_role("link", name="Når ingen kender svaret").click()
    heard(page, 28.9)
    assert current(page, "[data-chapters]") == ["0:28\nNår ingen kender svaret"]
    assert page.url.endswith("#t=28.9")


@pytest.mark.parametrize(
    ("fragment", "second"), [("#t=60", 60), ("#t=1:00", 60), ("#t=0:01:00.5", 60.5), ("#t=npt:1%3A00,70", 60)]
)
def test_an_address_with_a_moment_starts_there(visit: Visit, fragment: str, second: float) -> None:
    page = visit().open(f"{EPISODE}{fragment}")
    assert current(page, "[data-chapters]") == ["0:59\nDet sker allerede"]
    assert page.get_by_text("Begynder ved 1:00.").is_visible()
    assert page.locator("audio").evaluate("audio => audio.paused && !audio.readyState")
    play(page)
    heard(page, second)
    assert page.get_by_text("Begynder ved").is_hidden()


def test_an_address_that_changes_seeks_and_nonsense_does_not(visit: Visit) -> None:
    page = visit().open(f"{EPISODE}#t=kl.9")
    assert current(page, "article") == []
    play(page)
    heard(page, 0.1)
    page.evaluate("location.hash = 't=1:20'")
    heard(page, 80)
    page.evaluate("location.hash = 'transcript'")
    heard(page, 80.1)


def test_from_the_beginning_is_one_press(visit: Visit) -> None:
    page = visit().open(f"{EPISODE}#t=60")
    page.get_by_role("link", name="Fra begyndelsen").click()
    heard(page, 0.1)


def test_the_transcript_marks_what_is_said_and_scrolls_along(visit: Visit) -> None:
    """Pressed shortly before somebody else speaks, near the edge of a small window."""
    page = visit(viewport={"width": 800, "height": 300}, reduced_motion="reduce").open(EPISODE)
    page.locator("[data-transcript] a[href='#t=53.192']").click()
    heard(page, 53.2)
    before = page.evaluate("scrollY")
    page.evaluate("document.querySelector('audio').currentTime = 58.9")
    page.locator("[aria-current]").filter(has_text="Er det noget, politikere gør i dag?").wait_for()
    assert len(current(page, "[data-transcript]")) == 1
    assert page.evaluate("scrollY") > before


def test_who_reads_elsewhere_or_will_not_is_left_there(visit: Visit) -> None:
    page = visit(viewport={"width": 800, "height": 300}, reduced_motion="reduce").open(EPISODE)
    page.evaluate("document.querySelector('audio').currentTime = 8")
    play(page)
    heard(page, 8.3)
    assert page.evaluate("scrollY") == 0
    said = page.locator("[data-transcript] p[aria-current]")
    said.scroll_into_view_if_needed()
    page.get_by_label("Rul med under afspilning").uncheck()
    before = page.evaluate("scrollY")
    page.evaluate("document.querySelector('audio').currentTime = 80")
    heard(page, 80)
    assert page.evaluate("scrollY") == before
    page.get_by_label("Rul med under afspilning").check()
    assert page.evaluate("scrollY") > before


@pytest.mark.parametrize(("wanted", "behaviour"), [("no-preference", "smooth"), ("reduce", "auto")])
def test_who_wants_less_motion_sees_it_jump_not_glide(visit: Visit, wanted: str, behaviour: str) -> None:
    page = visit(reduced_motion=wanted).open(EPISODE)
    assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == behaviour


def test_where_somebody_stopped_is_where_they_go_on(visit: Visit) -> None:
    visitor = visit()
    first = visitor.open(EPISODE)
    first.get_by_role("link", name="Det sker allerede").click()
    heard(first, 60)
    pause(first)
    first.close()
    again = visitor.open(EPISODE)
    assert again.get_by_text("Begynder ved 1:0").is_visible()
    play(again)
    heard(again, 60)
    again.evaluate("document.querySelector('audio').currentTime = 96")
    again.locator("audio").evaluate("audio => new Promise(done => audio.onended = done)")
    assert again.evaluate("localStorage.length") == 0


def test_the_moment_in_the_address_goes_before_where_somebody_stopped(visit: Visit) -> None:
    visitor = visit()
    first = visitor.open(f"{EPISODE}#t=60")
    play(first)
    heard(first, 60)
    pause(first)
    again = visitor.open(f"{EPISODE}#t=0:15")
    assert again.get_by_text("Begynder ved 0:15.").is_visible()


def test_forbidden_storage_forbids_nothing_else(visit: Visit) -> None:
    visitor = visit()
    visitor.context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no') }})"
    )
    page = visitor.open(f"{EPISODE}#t=20")
    play(page)
    heard(page, 20)
    pause(page)


def test_it_plays_as_fast_as_one_likes(visit: Visit) -> None:
    page = visit().open(EPISODE)
    page.get_by_label("Hastighed").select_option("1,5 ×")
    play(page)
    heard(page, 0.1)
    assert page.locator("audio").evaluate("audio => audio.playbackRate") == 1.5


def test_what_plays_out_of_view_can_be_paused_there(visit: Visit) -> None:
    page = visit(viewport={"width": 800, "height": 500}).open(EPISODE)
    page.locator("[data-transcript] a[href='#t=53.192']").click()
    heard(page, 53.2)
    box = page.locator("[data-player][data-docked] audio").bounding_box()
    assert box
    assert (box["x"], box["width"], round(box["y"] + box["height"])) == (0, 800, 500)
    page.evaluate("scrollTo(0, 0)")
    page.locator("[data-player]:not([data-docked])").wait_for()


def test_the_player_of_the_front_page_and_of_other_pages_work_alike(visit: Visit) -> None:
    visitor = visit()
    for path in ("example/index.html", "example/episodes/001-hvorfor-politikere/embed.html"):
        page = visitor.open(path)
        assert page.get_by_label("Hastighed").is_visible()
        play(page)
        heard(page, 0.1)
        pause(page)
