"""Text with its place: the one form that front matter and show.toml are read into.

Every scalar stays the text that was written (`guid: 1e5` is three characters), because only the
model knows what a key means. Lines and columns are 1-based.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from publisher.model import Place


@dataclass(frozen=True, slots=True)
class Scalar:
    """One value as written; None where nothing was."""

    text: str | None
    place: Place


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    place: Place


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys with their values in the order written, each key once."""

    items: tuple[tuple[Scalar, Node], ...]
    place: Place

    def marks(self, prefix: str = "") -> Iterator[tuple[str, int, int]]:
        """Where each key stands, those inside a table as `table.key`, the items of a list as `list.0`."""
        for key, value in self.items:
            name = f"{prefix}{key.text}"
            yield name, key.place.line, key.place.column
            yield from _inside(value, name)


def _inside(node: Node, name: str) -> Iterator[tuple[str, int, int]]:
    if isinstance(node, Mapping):
        yield from node.marks(f"{name}.")
    elif isinstance(node, Sequence):
        for number, item in enumerate(node.items):
            yield f"{name}.{number}", item.place.line, item.place.column
            yield from _inside(item, f"{name}.{number}")


Node = Scalar | Sequence | Mapping
