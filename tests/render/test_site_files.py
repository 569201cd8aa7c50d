"""site_files: every page links to what is published here, and to nothing that is not."""

from __future__ import annotations

from publisher.render import pages, site_files

from .outline import Outline
from .sample import EDITION


def test_what_pages_load_is_published() -> None:
    keys = {one.key for one in site_files.render(EDITION)}
    home = next(one.body for one in pages.render(EDITION) if one.key == "index.html")
    assert isinstance(home, bytes)
    loaded = {link.removeprefix("https://example.dk/podcast/") for link in Outline(home).loaded}
    assert {key for key in loaded if key.startswith("assets/")} <= keys
    assert any(key.endswith(".css") for key in loaded)


def test_files_are_typed_as_browsers_demand() -> None:
    """A style sheet of another type is not applied (html.spec.whatwg.org, link type stylesheet)."""
    types = {one.key.rpartition(".")[2]: one.type for one in site_files.render(EDITION)}
    assert types["css"] == "text/css; charset=utf-8"
    assert types.get("js", "text/javascript; charset=utf-8") == "text/javascript; charset=utf-8"
