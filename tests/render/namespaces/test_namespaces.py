"""publisher.render.namespaces: tags land where feedgen builds, with what was said of them."""

from __future__ import annotations

from lxml import etree

from publisher.model import Element
from publisher.render.namespaces import Namespace


class Zoo(Namespace):
    """A namespace for the test."""

    prefix = "zoo"
    uri = "https://zoo.example/"


def test_tags_go_into_the_channel_of_a_root() -> None:
    """feedgen hands over the root for the feed, the item for an entry."""
    zoo = Zoo()
    zoo.add("cat", "Mis", parent=zoo.add("house", none=None, size="2"))
    root = etree.Element("rss", nsmap=zoo.extend_ns())
    etree.SubElement(root, "channel")
    zoo.extend_rss(root)
    assert etree.tostring(root) == (
        b'<rss xmlns:zoo="https://zoo.example/"><channel>'
        b'<zoo:house size="2"><zoo:cat>Mis</zoo:cat></zoo:house></channel></rss>'
    )


def test_an_element_is_put_with_all_that_is_in_it() -> None:
    """By its prefix; a tag of RSS has none."""
    zoo = Zoo()
    cat = Element(name="zoo:cat", text="Mis & Mons", attributes=(("age", '"3"'),))
    zoo.put(Element(name="zoo:house", children=(cat, Element(name="title", text="Hus"))), {"zoo": Zoo.uri})
    root = etree.Element("item", nsmap=zoo.extend_ns())
    zoo.extend_rss(root)
    assert etree.tostring(root) == (
        b'<item xmlns:zoo="https://zoo.example/"><zoo:house>'
        b'<zoo:cat age="&quot;3&quot;">Mis &amp; Mons</zoo:cat><title>Hus</title></zoo:house></item>'
    )


def test_what_has_no_name_is_not_put() -> None:
    """Nor what is in it: nothing that is written can break the feed."""
    zoo = Zoo()
    for name in ("", "two words", "a:b:c", "un:known", "<", "zoo:", "2"):
        zoo.put(Element(name=name, children=(Element(name="zoo:cat"),)), {"zoo": Zoo.uri})
        zoo.put(Element(name="zoo:cat", attributes=((name, "x"),)), {"zoo": Zoo.uri})
    assert zoo.tags == []
