"""`memory:`, a target that is gone when the command ends: for tests and for trying things out."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from publisher.model import StoredObject
from publisher.store.body import pieces
from publisher.store.interface import Progress
from publisher.store.key import check_key, check_prefix


class MemoryStore:
    """Objects in a dict; a write is one assignment, so it is whole for readers in other threads."""

    def __init__(self) -> None:
        self._objects: dict[str, tuple[StoredObject, bytes]] = {}

    @property
    def name(self) -> str:
        """`memory:`."""
        return "memory:"

    def get(self, key: str) -> bytes | None:
        """The bytes at `key`, or None."""
        check_key(key, self.name)
        found = self._objects.get(key)
        return found[1] if found else None

    def head(self, key: str) -> StoredObject | None:
        """Everything that `put` was told of the object at `key`, or None."""
        check_key(key, self.name)
        found = self._objects.get(key)
        return found[0] if found else None

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
        """Keep `body`, all of it in memory."""
        check_key(key, self.name)
        data = b"".join(pieces(body, sha256))
        self._objects[key] = (
            StoredObject(key=key, size=len(data), sha256=sha256, type=type, cache=cache),
            data,
        )
        progress(len(data))

    def delete(self, key: str) -> None:
        """Forget the object at `key`."""
        check_key(key, self.name)
        self._objects.pop(key, None)

    def list(self, prefix: str = "") -> Iterator[StoredObject]:
        """The objects of this moment, oldest first."""
        check_prefix(prefix, self.name)
        for stored, _ in tuple(self._objects.values()):
            if stored.key.startswith(prefix):
                yield stored
