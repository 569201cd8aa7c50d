"""The text of an entry, fit for a page: pictures sized, lazy, and none from elsewhere; wide tables scroll.

What comes here is sanitised already (`publisher.read.markdown`); only pictures and tables are touched.
"""

from __future__ import annotations

from lxml import etree, html
from lxml.html import HtmlElement
from markupsafe import Markup

from publisher.render.site.frame import Frame

SIZES = "(min-width: 46rem) 42rem, 100vw"
"""How wide the column of text is (site.css)."""


def prose(frame: Frame, text: str) -> Markup:
    """Make `text`, HTML, part of a page."""
    if "<img" not in text and "<table" not in text:
        return Markup(text)  # noqa: S704 - sanitised when it was read
    body = html.fragment_fromstring(text, create_parent="div")
    for picture in list(body.iter("img")):
        if picture.get("src", "").startswith(frame.url("")):
            _size(frame, picture)
        else:
            _lead_to(frame, picture)
    for table in list(body.iter("table")):
        _let_scroll(frame, table)
    inner = [body.text or "", *(etree.tostring(part, encoding="unicode", method="html") for part in body)]
    inner[0] = str(Markup.escape(inner[0]))
    return Markup("".join(inner))  # noqa: S704 - as above


def _size(frame: Frame, picture: HtmlElement) -> None:
    known = frame.gallery.at(picture.get("src", "").removeprefix(frame.url("")))
    shown = {"src": known.src, "srcset": known.srcset, "sizes": known.srcset and SIZES}
    sides = {"width": known.width, "height": known.height}
    for name, value in (shown | sides).items():
        if value:
            picture.set(name, str(value))
    picture.set("alt", picture.get("alt", ""))
    picture.set("loading", "lazy")
    picture.set("decoding", "async")


def _lead_to(frame: Frame, picture: HtmlElement) -> None:
    """Put the words for a picture from elsewhere in its place, as a link to it unless they are in one."""
    inside = next(picture.iterancestors("a"), None) is not None
    picture.tag = "span" if inside else "a"
    address, words = picture.get("src", ""), picture.get("alt")
    picture.attrib.clear()
    if not inside:
        picture.set("href", address)
    picture.text = words or frame.w.text("Picture")


def _let_scroll(frame: Frame, table: HtmlElement) -> None:
    """Put `table` into a box that can be scrolled, by keyboard too (WCAG 2.2 SC 2.1.1)."""
    label = frame.w.text("Table")
    box = html.Element("div", {"class": "scroll", "tabindex": "0", "role": "region", "aria-label": label})
    table.addprevious(box)
    box.tail, table.tail = table.tail, None
    box.append(table)
