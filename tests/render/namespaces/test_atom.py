"""publisher.render.namespaces.atom: links keep their rel."""

from __future__ import annotations

from lxml import etree

from publisher.render.namespaces.atom import Atom, Links


def test_links_that_feedgen_left_bare_are_completed() -> None:
    """What says its rel is left alone, and what was added follows."""
    entry = etree.fromstring('<entry><link href="a"/><link href="b" rel="self"/></entry>')
    links = Links()
    links.link("enclosure", "c", type="audio/mpeg")
    links.extend_atom(entry)
    assert links.extend_ns() == {}
    assert [dict(link.attrib) for link in entry] == [
        {"href": "a", "rel": "alternate", "type": "text/html"},
        {"href": "b", "rel": "self"},
        {"rel": "enclosure", "type": "audio/mpeg", "href": "c"},
    ]


def test_rss_says_by_atom_what_it_has_no_word_for() -> None:
    """The title is optional."""
    atom, item = Atom(), etree.Element("item")
    atom.link("hub", "https://hub.example/")
    atom.link("related", "https://example.dk/", title="Mod & <mandat>")
    atom.extend_rss(item)
    assert [dict(link.attrib) for link in item] == [
        {"rel": "hub", "href": "https://hub.example/"},
        {"rel": "related", "href": "https://example.dk/", "title": "Mod & <mandat>"},
    ]
    assert {str(link.tag) for link in item} == {"{http://www.w3.org/2005/Atom}link"}
