"""Long lists in pages: the newest at the key that people know, older ones counted from the oldest.

So an old page never changes, and a link to it leads to the same entries for ever.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from publisher.render.stream.archive import documents

T = TypeVar("T")
SIZE = 24
"""Entries in a full page; the newest page has up to twice as many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Generic[T]):
    """A page of a list, and the keys of those before and after it. `number` is None for the newest."""

    key: str
    number: int | None
    items: tuple[T, ...]
    newer: str | None
    older: str | None


def sheets(key: str, items: Sequence[T]) -> Iterator[Sheet[T]]:
    """Split `items`, newest first, into pages, the newest at `key`."""
    stem = key.removesuffix(".html")

    def at(number: int | None) -> str:
        return f"{stem}.{number}.html" if number else key

    for document in documents(items, SIZE):
        yield Sheet(
            key=at(document.number),
            number=document.number,
            items=document.items,
            newer=at(document.newer) if document.number else None,
            older=at(document.older) if document.older else None,
        )
