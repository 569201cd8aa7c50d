"""A long feed in documents: the newest in the one people subscribe to, the rest in archives.

RFC 5005 §4. Archives are counted from the oldest item on, so a new one moves nothing: only when a
whole page of them has gathered does the subscription document let go of it (PAGE-003, PAGE-008).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Document(Generic[T]):
    """One document of a feed: `number` is None for the one people subscribe to."""

    number: int | None
    items: tuple[T, ...]
    older: int | None
    newer: int | None

    def at(self, key: str) -> str:
        """Where it stands, of the feed at `key`."""
        return _at(key, self.number)

    def links(self, key: str) -> dict[str, str]:
        """Where the others are that it leads to, of the feed at `key`: rel → key (PAGE-002)."""
        archives = {"prev-archive": self.older, "next-archive": self.newer}
        current = {"current": key} if self.number else {}
        return current | {rel: _at(key, number) for rel, number in archives.items() if number}


def documents(items: Sequence[T], size: int | None) -> tuple[Document[T], ...]:
    """Split `items`, newest first, into the subscription document and archives of `size`."""
    full = max(0, len(items) // size - 1) if size else 0
    oldest_first = tuple(reversed(items))
    archives = [
        Document(
            number=number,
            items=tuple(reversed(oldest_first[(number - 1) * (size or 0) : number * (size or 0)])),
            older=number - 1 or None,
            newer=number + 1 if number < full else None,
        )
        for number in range(1, full + 1)
    ]
    rest = tuple(reversed(oldest_first[full * (size or 0) :]))
    return (Document(number=None, items=rest, older=full or None, newer=None), *archives)


def _at(key: str, number: int | None) -> str:
    """The archives of `podcast.xml` are `archive/podcast-1.xml` and so on: none ever moves."""
    stem, _, extension = key.rpartition(".")
    return f"archive/{stem}-{number}.{extension}" if number else key
