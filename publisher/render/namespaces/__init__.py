"""XML namespaces of RSS and Atom, one module each, as extensions of feedgen.

feedgen's own podcast extension is not used: it knows neither person nor transcript nor chapters.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from lxml import etree
from lxml.etree import _Element

from publisher.model import Element
from publisher.model.foreign import NAMESPACES, is_writable

_XML = {"xml": "http://www.w3.org/XML/1998/namespace"}


class Namespace:
    """Tags of one namespace, waiting for feedgen to build the channel or item they belong to."""

    prefix: ClassVar[str]
    uri: ClassVar[str]

    def __init__(self) -> None:
        self.tags: list[_Element] = []

    def add(
        self,
        name: str,
        text: str | None = None,
        /,
        *,
        parent: _Element | None = None,
        **attributes: str | None,
    ) -> _Element:
        """Add a tag to `parent`, else to the channel or item; attributes that are None are left out."""
        tag = etree.Element(f"{{{self.uri}}}{name}", {k: v for k, v in attributes.items() if v is not None})
        tag.text = text
        (self.tags if parent is None else parent).append(tag)
        return tag

    def put(
        self, element: Element, prefixes: Mapping[str, str] = NAMESPACES, parent: _Element | None = None
    ) -> None:
        """Add `element` with all that is in it; a name that is none, or of no known prefix, is left out."""
        if not is_writable(element, prefixes):
            return
        known = {**_XML, **prefixes}
        tag = etree.Element(
            _named(element.name, known), {_named(name, known): value for name, value in element.attributes}
        )
        tag.text = element.text
        (self.tags if parent is None else parent).append(tag)
        for child in element.children:
            self.put(child, prefixes, tag)

    def extend_ns(self) -> dict[str, str]:
        """Declare the namespace on the root, where readers expect it. feedgen calls this."""
        return {self.prefix: self.uri}

    def extend_rss(self, element: _Element) -> None:
        """Put the tags in: into the item given, or the channel of the root given. feedgen calls this."""
        channel = element.find("channel")
        (element if channel is None else channel).extend(self.tags)

    def extend_atom(self, element: _Element) -> None:
        """Put the tags in: into the entry or the feed given. feedgen calls this."""
        element.extend(self.tags)


def _named(name: str, prefixes: Mapping[str, str]) -> str:
    """Write `prefix:name` as lxml does, {uri}name."""
    prefix, _, local = name.rpartition(":")
    return f"{{{prefixes[prefix]}}}{local}" if prefix else local
