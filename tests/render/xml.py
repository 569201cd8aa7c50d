"""Verbs to read rendered XML with: the namespaces of ours, and elements by path."""

from __future__ import annotations

from lxml import etree
from lxml.etree import _Element

NAMESPACES = {
    "atom": "http://www.w3.org/2005/Atom",
    "content": "http://purl.org/rss/1.0/modules/content/",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ev": "http://purl.org/rss/1.0/modules/event/",
    "media": "http://search.yahoo.com/mrss/",
    "itunes": "http://www.itunes.com/dtds/podcast-1.0.dtd",
    "podcast": "https://podcastindex.org/namespace/1.0",
    "psc": "http://podlove.org/simple-chapters",
    "spotify": "http://www.spotify.com/ns/rss",
}


def parse(document: bytes) -> _Element:
    """Read `document` strictly."""
    return etree.fromstring(document)


def find(element: _Element, path: str) -> list[_Element]:
    """Find the elements at `path` below `element`, by our prefixes."""
    return element.findall(path, NAMESPACES)


def texts(element: _Element, path: str) -> list[str | None]:
    """Read the texts of the elements at `path`."""
    return [found.text for found in find(element, path)]


def attributes(element: _Element, path: str) -> list[dict[str, str]]:
    """Read the attributes of the elements at `path`."""
    return [{str(k): str(v) for k, v in found.attrib.items()} for found in find(element, path)]
