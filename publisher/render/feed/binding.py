"""A feed in one pass: each item is written out as soon as it is whole, and bound into the document last.

As a tree, a long feed takes ten times the memory of its bytes. An item's bytes are the same as in the tree,
and depend on the item and the feed's namespaces alone.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property

from lxml import etree
from lxml.etree import _Element

_PARSER = etree.XMLParser(remove_blank_text=True)
"""Blanks between elements would be kept as they are, and keep others from being put in."""


class Binding:
    """What is around the items of a feed, of which `write` writes all else."""

    def __init__(self, write: Callable[[], bytes], parent: str = ".") -> None:
        """`parent` is the path from the root to the element that items are in."""
        self.write = write
        self.parent = parent

    def item(self, element: _Element) -> bytes:
        """Write `element` in the lines that it has in the document, with no namespaces of its own."""
        root, parent, before, after = self._empty
        parent.append(element)
        text = etree.tostring(root, pretty_print=True, encoding="UTF-8")
        parent.remove(element)
        return text[len(before) : -len(after)]

    def bind(self, items: Iterable[bytes]) -> Iterator[bytes]:
        """Write the document with `items`, as it is by now, bit by bit."""
        *_, after = self._empty
        yield self.write().removesuffix(after)
        yield from items
        yield after

    @cached_property
    def _empty(self) -> tuple[_Element, _Element, bytes, bytes]:
        """The root with nothing but the parent of items in it, and what is written before and after those."""
        root = etree.fromstring(self.write(), _PARSER)
        (parent,) = root.iterfind(self.parent)
        del parent[:]
        etree.SubElement(parent, "item")
        text = etree.tostring(root, pretty_print=True, encoding="UTF-8")
        del parent[:]
        before, _, after = text.partition(b"<item/>\n")
        return root, parent, before[: before.rindex(b"\n") + 1], after
