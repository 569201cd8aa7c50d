"""A show whose every text tries to run a script: none does."""

from __future__ import annotations

from tests.browser.conftest import Visit
from tests.browser.served import Server


def pages(server: Server) -> list[str]:
    """The address of each page of that show."""
    found = [key for key, one in server.roots["hostile"].items() if one.type.startswith("text/html")]
    return [f"hostile/{key}" for key in found]


PROVOKE = """document.querySelectorAll("body *:not(a, button)").forEach((one) => {
    one.focus?.();
    for (const type of ["mouseover", "click", "toggle", "error", "load"]) one.dispatchEvent(new Event(type));
})"""
FOREIGN = (
    "iframe, object, embed, base, style, [onclick], [onerror], [onload], [onfocus], [onmouseover], "
    "a[href^='javascript:'], a[href^='data:'], "
    "script:not([src*='/hostile/assets/'], [type='application/ld+json'])"
)
"""What only an enemy would put into a page of the site."""


def test_no_text_runs_anything(visit: Visit, server: Server) -> None:
    """Every page without the policy that would stop it, and everything in it focused, hovered and pressed."""
    visitor = visit(bypass_csp=True)
    page = visitor.open("hostile/index.html")
    for path in pages(server):
        visitor.turn_to(page, path)
        page.evaluate(PROVOKE)
        assert page.evaluate("typeof window.__pwned") == "undefined"
        assert page.locator(f"body :is({FOREIGN})").count() == 0


def test_what_is_found_runs_nothing_either(visit: Visit) -> None:
    page = visit(bypass_csp=True).open("hostile/search.html?q=pwned")
    page.locator("[data-search-results] li").nth(2).wait_for()
    assert page.locator("[data-search-results] :is(script, img, svg)").count() == 0
    assert page.evaluate("typeof window.__pwned") == "undefined"


def test_pictures_that_are_programs_are_not_published(server: Server) -> None:
    assert not [key for key in server.roots["hostile"] if key.endswith(".svg")]
    assert b"sporing.png" in _body(server, "episodes/lyd.html")
    assert b'src="https://example.org/' not in _body(server, "episodes/lyd.html")


def _body(server: Server, key: str) -> bytes:
    body = server.roots["hostile"][key].body
    assert isinstance(body, bytes)
    return body
