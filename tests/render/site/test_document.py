"""document: a page in the frame of the site."""

from __future__ import annotations

from publisher.render.site.document import document
from publisher.render.site.frame import Frame
from tests.render.outline import Outline
from tests.render.sample import EDITION


def test_a_page_says_what_it_is_and_where_it_belongs() -> None:
    made = document(Frame(EDITION), "404.html", "missing", title="<Væk>", section="articles/index.html")
    assert (made.key, made.type) == ("404.html", "text/html; charset=utf-8")
    assert isinstance(made.body, bytes)
    outline = Outline(made.body)
    assert "<Væk> · Mod & Mandat" in outline.words
    (current,) = outline.all("a", **{"aria-current": "true"})
    assert str(current["href"]).endswith("/articles/index.html")
