"""publisher.render.namespaces.atom: links keep their rel."""

from __future__ import annotations

from lxml import etree

from publisher.render.namespaces.atom import Links


def test_links_that_feedgen_left_bare_are_completed() -> None:
    """What says its rel is left alone, and what was added follows."""
    entry = etree.fromstring('<entry><link href="a"/><link href="b" rel="self"/></entry>')
    links = Links()
    links.add("enclosure", "c", type="audio/mpeg")
    links.extend_atom(entry)
    assert links.extend_ns() == {}
    assert [dict(link.attrib) for link in entry] == [
        {"href": "a", "rel": "alternate", "type": "text/html"},
        {"href": "b", "rel": "self"},
        {"rel": "enclosure", "type": "audio/mpeg", "href": "c"},
    ]
