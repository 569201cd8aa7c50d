"""What earlier runs have made, below `.publisher/cache/`: nothing depends on it but time.

It may be lost, damaged or read-only at any moment; then the same is made again.
"""

from __future__ import annotations

import shutil
import time
from contextlib import suppress
from functools import cached_property
from pathlib import Path
from secrets import token_hex
from typing import TYPE_CHECKING, Protocol, TypeVar

from publisher.kept.outcomes import Outcome, Outcomes, digest
from publisher.kept.packs import Packs
from publisher.kept.row import rows
from publisher.kept.seen import Seen
from publisher.kept.stamp import stamp
from publisher.kept.table import Table
from publisher.model import Edition

if TYPE_CHECKING:
    # What stays as it was needs none of these, and with them all that reads and renders.
    from publisher.kept.entries import Entries
    from publisher.kept.hashes import Hashes
    from publisher.kept.rendered import Rendered

ASIDE = "aside-"
DAY = 24 * 60 * 60
__all__ = ["Kept", "Outcome", "digest", "rows"]


class Closing(Protocol):
    """What has something to write down at the end."""

    def close(self) -> None:
        """Write it down."""


C = TypeVar("C", bound=Closing)


class Kept:
    """All that is kept in `folder` of the project at `root`, for one run."""

    def __init__(self, folder: Path, root: Path) -> None:
        self._folder, self._root, self._moment = folder, root, time.time_ns()
        self._open: list[Closing] = []

    @cached_property
    def entries(self) -> Entries:
        """Entries as they were read."""
        from publisher.kept.entries import Entries

        return self._closed(Entries(self._table("entries"), self._root, self._stamp, self._moment))

    @cached_property
    def hashes(self) -> Hashes:
        """Hashes of entries that were read in this run."""
        from publisher.kept.hashes import Hashes

        return self._closed(Hashes(self._table("hashes"), self.entries.versions, self._stamp))

    @cached_property
    def seen(self) -> Seen:
        """Files of builds, and what they held."""
        return self._closed(Seen(self._table("seen"), self._moment))

    @cached_property
    def outcomes(self) -> Outcomes:
        """What all of the show came to."""
        return Outcomes(self._table("outcomes"), self._root / "episodes", self._stamp)

    def rendered(self, edition: Edition) -> Rendered:
        """What was made of an edition of entries that were read in this run."""
        from publisher.kept.rendered import Rendered

        return self._closed(
            Rendered(
                self._table("parts"),
                Packs(self._folder / "packs"),
                self._aside(),
                edition,
                self.entries.versions,
                self._stamp,
            )
        )

    def close(self) -> None:
        """Write down what is new."""
        for one in reversed(self._open):
            one.close()

    def _closed(self, one: C) -> C:
        """`one`, which is closed at the end, before what it was made of."""
        self._open.append(one)
        return one

    def _aside(self) -> Path:
        """A folder for this run alone; what one has left that died goes after a day."""
        for left in self._folder.glob(f"{ASIDE}*"):
            with suppress(OSError):
                if self._moment / 1e9 - left.stat().st_mtime > DAY:
                    shutil.rmtree(left)
        return self._folder / f"{ASIDE}{token_hex(8)}"

    @cached_property
    def _stamp(self) -> bytes:
        return stamp()

    def _table(self, name: str) -> Table:
        return Table(self._folder / f"{name}.sqlite")
