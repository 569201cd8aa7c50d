"""What every target promises. `tests/store/` holds each of them to it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Literal, Protocol

from publisher.model import StoredObject, Version

Conditions = Literal["quoted", "bare", "none"]
"""How a store takes the mark of a version in a condition: as it gave it, without quotes, or not at all."""

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

    @property
    def record(self) -> str:
        """Where `.publisher/` is, in the same way: `name`, unless that is kept elsewhere."""

    def get(self, key: str) -> bytes | None:
        """The bytes at `key`. For small objects: they are held in memory."""

    def read(self, key: str) -> Version | None:
        """What stands at `key`, to be replaced by `swap`."""

    def tag(self, key: str) -> str | None:
        """The mark of the version at `key`, as `read` would tell it, without its bytes."""

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
        new: bool = False,
        progress: Progress = lambda sent: None,
    ) -> bool:
        """Write `body`, streaming a Path in constant memory; if `new`, only where nothing stands.

        True if the store has told by a digest of its own that it holds these bytes; otherwise only a look
        can tell. Raises ConflictError where something stands and the store can tell. A Path that is no
        longer what `sha256` says is refused. `progress` may be called by threads; the sum is the size.
        """

    def swap(self, key: str, body: bytes, *, type: str, cache: str, sha256: str, tag: str | None) -> str:
        """Write `body` over the version marked `tag`, or where nothing stands if None; its own mark.

        Raises ConflictError where something else stands. A store whose `conditions` are "none"
        writes whatever stands there. After any other StoreError nobody knows: read it back.
        """

    def copy(self, key: str, target: str, *, type: str, cache: str, sha256: str) -> str | None:
        """Write what stands at `key` at `target` too, if its bytes have this `sha256`; its mark at `key`.

        None where something else stands there, or nothing: then nothing is written.
        """

    @property
    def conditions(self) -> Conditions:
        """How `swap` is told to the store; "quoted" until `adapt` says otherwise."""

    def adapt(self, conditions: Conditions) -> None:
        """Take what `probe` found, now or at an earlier time."""

    def probe(self, key: str) -> Conditions:
        """Find out by writing at `key`, where nothing may stand, which conditions the store keeps."""

    def delete(self, key: str) -> None:
        """Remove the object; removing what is absent is no error."""

    def list(self, prefix: str = "") -> Iterator[StoredObject]:
        """Every object whose key starts with `prefix`, in no promised order."""

    def sweep(self) -> None:
        """Remove what writes have left that never ended. Nobody else may be writing."""
