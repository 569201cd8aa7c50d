"""XML namespaces of RSS, one module each, as extensions of feedgen.

feedgen's own podcast extension is not used: it knows neither person nor transcript nor chapters.
"""

from __future__ import annotations

from typing import ClassVar

from lxml import etree
from lxml.etree import _Element


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

    def extend_ns(self) -> dict[str, str]:
        """Declare the namespace on the root, where readers expect it. feedgen calls this."""
        return {self.prefix: self.uri}

    def extend_rss(self, element: _Element) -> None:
        """Put the tags in: into the item given, or the channel of the root given. feedgen calls this."""
        channel = element.find("channel")
        (element if channel is None else channel).extend(self.tags)
