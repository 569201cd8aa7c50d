"""What every target promises. `tests/store/` holds each of them to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Protocol

from publisher.model import StoredObject

Progress = Callable[[int], None]
"""Called with the number of bytes that have just gone out."""


class Store(Protocol):
    """Objects under keys: `/`-separated, ASCII, no segment over 255 bytes, none `.` or `..`.

    Reads see the last completed write. A write is whole or does not happen: no reader ever sees
    part of an object, and a failed write leaves the old object. Every failure is a `StoreError`
    that names the target and never a secret. Absent is None, not an error. Several threads may use one
    store.
    """

    @property
    def name(self) -> str:
        """The target as a person would write it, without credentials."""

    def get(self, key: str) -> bytes | None:
        """The bytes at `key`. For small objects: they are held in memory."""

    def head(self, key: str) -> StoredObject | None:
        """What is known of the object at `key`. A folder reads it; a bucket knows what it was told."""

    def put(
        self,
        key: str,
        body: bytes | Path,
        *,
        type: str,
        cache: str,
        sha256: str,
        progress: Progress = lambda sent: None,
    ) -> None:
        """Write `body`, streaming a Path in constant memory.

        A Path that is no longer what `sha256` says is refused. `progress` may be called by threads,
        and with a negative number where a piece must go again; the sum is the size.
        """

    def delete(self, key: str) -> None:
        """Remove the object; removing what is absent is no error."""

    def list(self, prefix: str = "") -> Iterator[StoredObject]:
        """Every object whose key starts with `prefix`, in no promised order."""
