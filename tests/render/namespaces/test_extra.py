"""publisher.render.namespaces.extra: other people's tags, unchanged."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from publisher.model import Edition, Element
from publisher.render.namespaces.extra import Extra

from ..sample import SHOW
from .conftest import Built

URI = "https://example.org/ns"
DEEP = Element(
    name="ex:deep",
    text=" <&> ",
    attributes=(("href", "https://e.dk/æ"), ("xml:lang", "da"), ("ex:a", '"')),
    children=(Element(name="ex:b", text="]]>"),),
)


def carried(edition: Edition, item: Built, *elements: Element) -> tuple[Extra, str]:
    extra = Extra()
    extra.add_all(replace(edition, show=replace(SHOW, namespaces=(("ex", URI),))), elements)
    return extra, "".join(etree.tostring(tag, encoding="unicode") for tag in item(extra))


def test_tags_are_carried_with_attributes_text_and_children(edition: Edition, item: Built) -> None:
    extra, xml = carried(edition, item, DEEP)
    assert extra.extend_ns() == {"ex": URI}
    tag = etree.fromstring(xml)
    assert (tag.tag, tag.text, tag[0].text) == (f"{{{URI}}}deep", " <&> ", "]]>")
    assert {str(name): str(value) for name, value in tag.attrib.items()} == {
        "href": "https://e.dk/æ",
        "{http://www.w3.org/XML/1998/namespace}lang": "da",
        f"{{{URI}}}a": '"',
    }


def test_what_cannot_be_carried_is_left_out(edition: Edition, item: Built) -> None:
    """The check has told of it; a draft in a preview must not break the feed."""
    wrong = [
        Element(name="title"),
        Element(name="un:known"),
        Element(name="ex:two words"),
        Element(name="itunes:keywords"),
        Element(name="ex:a", attributes=(("xmlns", "x"),)),
    ]
    assert carried(edition, item, *wrong)[1] == ""
