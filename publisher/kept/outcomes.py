"""What all of a show came to: as long as nobody has changed anything, it comes to the same.

It holds until the next moment at which something appears, expires or passes by itself.
"""

from __future__ import annotations

import pickle
from dataclasses import dataclass
from datetime import datetime
from hashlib import blake2b
from pathlib import Path

import msgspec

from publisher.kept.files import fingerprint
from publisher.kept.row import Row
from publisher.kept.table import Table
from publisher.model import Artifact, Ledger, Problem, Show


@dataclass(frozen=True, slots=True, kw_only=True)
class Outcome:
    """What a show comes to, given a ledger, from `since` on and before `until`. Moments are in UTC."""

    show: Show
    since: datetime
    until: datetime | None
    ledger: bytes
    """The digest of the ledger with which it comes to this, and which it leaves as it is."""
    warnings: tuple[Problem, ...]
    rows: tuple[Row, ...]

    def holds(self, ledger: Ledger, now: datetime) -> bool:
        """Whether it would come to the same with this `ledger`, at `now`."""
        is_time = self.since <= now and (self.until is None or now < self.until)
        return is_time and digest(ledger) == self.ledger

    @property
    def artifacts(self) -> tuple[Artifact, ...]:
        """Its artifacts as they are compared: their bytes are not here."""
        return tuple(
            Artifact(key=key, type=type, size=size, sha256=sha256, body=b"")
            for key, type, size, sha256 in self.rows
        )


class Outcomes:
    """Outcomes of what is in the folder `home`, one for each purpose."""

    def __init__(self, table: Table, home: Path, stamp: bytes) -> None:
        self._table, self._home, self._stamp = table, home, stamp
        self._before: bytes | None = None

    def find(self, purpose: str) -> Outcome | None:
        """What it came to for `purpose`, if nothing in the folder has changed. Ask before it is read."""
        self._before = self._name()
        kept = self._table.get(purpose.encode()) if self._before else None
        if not self._before or not kept or not kept.startswith(self._before):
            return None
        found: Outcome = pickle.loads(kept[len(self._before) :])  # noqa: S301 - our own, behind a digest
        return found

    def keep(self, purpose: str, outcome: Outcome) -> None:
        """Keep what it has come to just now, unless something has changed since `find` was asked."""
        if self._before and self._name() == self._before:
            self._table.put(
                [(purpose.encode(), self._before + pickle.dumps(outcome, pickle.HIGHEST_PROTOCOL))]
            )

    def _name(self) -> bytes | None:
        """What stands for the folder as it is now, and for the program."""
        name = fingerprint(self._home)
        return self._stamp + name if name else None


def digest(ledger: Ledger) -> bytes:
    """A digest of all that a ledger says, but for when it was made."""
    return blake2b(msgspec.msgpack.encode((ledger.show, ledger.entries)), digest_size=16).digest()
