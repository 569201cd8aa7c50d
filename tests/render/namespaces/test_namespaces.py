"""publisher.render.namespaces: tags land where feedgen builds, with what was said of them."""

from __future__ import annotations

from lxml import etree

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
