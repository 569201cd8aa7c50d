"""static/copy.js: an address for the app, by one press."""

from __future__ import annotations

from tests.browser.conftest import Visit

SUBSCRIBE = "example/subscribe.html"


def test_one_press_copies_the_address_of_the_feed_and_says_so(visit: Visit) -> None:
    visitor = visit(permissions=["clipboard-read", "clipboard-write"])
    page = visitor.open(SUBSCRIBE)
    button = page.locator("#podcast").get_by_role("button", name="Kopiér")
    button.click()
    page.locator("#podcast").get_by_role("status").filter(has_text="Kopieret").wait_for()
    feed = f"{visitor.server.origin}/example/podcast.xml"
    assert page.evaluate("navigator.clipboard.readText()") == feed


def test_where_copying_is_forbidden_the_address_is_marked(visit: Visit) -> None:
    visitor = visit()
    visitor.context.add_init_script("navigator.clipboard.writeText = async () => { throw new Error('no') }")
    page = visitor.open(SUBSCRIBE)
    page.locator("#podcast").get_by_role("button", name="Kopiér").click()
    marked = page.evaluate("new Promise(done => setTimeout(() => done(getSelection().toString())))")
    assert marked.strip() == f"{visitor.server.origin}/example/podcast.xml"


def test_without_a_clipboard_there_is_no_button(visit: Visit) -> None:
    """As on a page that came by plain http."""
    visitor = visit()
    visitor.context.add_init_script("delete Navigator.prototype.clipboard")
    assert visitor.open(SUBSCRIBE).get_by_role("button", name="Kopiér").count() == 0
