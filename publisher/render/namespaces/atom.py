"""Atom links (RFC 4287 §4.2.7): in RSS, and in Atom, where feedgen writes an entry's without their rel."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

from publisher.render.namespaces import Namespace


class Atom(Namespace):
    """The links of a channel or item of RSS that RSS has no word for."""

    prefix = "atom"
    uri = "http://www.w3.org/2005/Atom"

    def link(self, rel: str, href: str, title: str | None = None) -> None:
        """Add a link."""
        self.add("link", rel=rel, href=href, title=title)


class Links:
    """The links of a feed or entry of Atom: those that feedgen wrote, and those added here."""

    prefix = "atom"

    def __init__(self) -> None:
        self.links: list[_Element] = []

    def link(self, rel: str, href: str, **attributes: str) -> None:
        """Add a link; the attributes are those of RFC 4287: type, length, title, hreflang."""
        self.links.append(etree.Element("link", {"rel": rel, **attributes, "href": href}))

    def extend_ns(self) -> dict[str, str]:
        """Declare nothing: Atom is the feed's own namespace. feedgen calls this."""
        return {}

    def extend_atom(self, element: _Element) -> None:
        """Complete the links of the entry, or of the feed, which are whole already. feedgen calls this."""
        for link in element.iterfind("link"):
            if "rel" not in link.attrib:
                link.attrib.update({"rel": "alternate", "type": "text/html"})
        element.extend(self.links)
