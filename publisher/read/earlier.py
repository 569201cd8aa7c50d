"""What an entry was found as and read as, for who remembers that from one run to the next."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from publisher.model import Entry, Problem, Show
from publisher.read.discover import Found

__all__ = ["Earlier", "Found", "Nothing", "Read"]


@dataclass(frozen=True, slots=True)
class Read:
    """What came of an entry that was found; no entry where what it cannot be without is missing.

    It is fit for pickle, and depends on nothing but what it was found as, the show and the disk.
    """

    entry: Entry | None
    used: frozenset[Path]
    problems: tuple[Problem, ...]


class Earlier(Protocol):
    """Readings of earlier runs."""

    def find(self, found: Found, show: Show) -> Read | None:
        """The entry as it was read before, if it would be read so again."""

    def keep(self, found: Found, show: Show, made: Read) -> None:
        """Remember what was `made` now."""


class Nothing:
    """No earlier run is known of."""

    def find(self, found: Found, show: Show) -> Read | None:
        """Nothing."""
        return None

    def keep(self, found: Found, show: Show, made: Read) -> None:
        """Nothing."""
