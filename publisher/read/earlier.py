"""What an entry was found as and read as, for who remembers that from one run to the next."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

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
    digests: tuple[tuple[Path, str], ...] = ()
    """The sha256 of texts as they were when they were read."""


class Earlier(Protocol):
    """Readings of earlier runs."""

    def find(self, found: Found, show: Show) -> Read | None:
        """The entry as it was read before, if it would be read so again."""

    def lay(self, found: Found, made: Read) -> Any:
        """What `keep` needs of what was `made` now, maybe in a copy of this process."""

    def keep(self, found: Found, laid: Any) -> Read:
        """Remember what was laid down, and give it."""


class Nothing:
    """No earlier run is known of."""

    def find(self, found: Found, show: Show) -> Read | None:
        """Nothing."""
        return None

    def lay(self, found: Found, made: Read) -> Read:
        """All of it."""
        return made

    def keep(self, found: Found, laid: Read) -> Read:
        """As it is."""
        return laid
