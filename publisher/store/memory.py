"""`memory:`, a target that is gone when the command ends: for tests and for trying things out."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from threading import Lock

from publisher.model import StoredObject, Version
from publisher.store.body import checked, conflict
from publisher.store.carrying import carry
from publisher.store.interface import Conditions, Progress
from publisher.store.key import check_key, check_prefix


class MemoryStore:
    """Objects in a dict; a write is one assignment, so it is whole for readers in other threads."""

    def __init__(self) -> None:
        self._objects: dict[str, tuple[StoredObject, bytes]] = {}
        self._written: dict[str, tuple[int, datetime]] = {}
        self._lock = Lock()
        self._count = 0

    @property
    def name(self) -> str:
        """`memory:`."""
        return "memory:"

    @property
    def record(self) -> str:
        """The same: the record is in it."""
        return self.name

    def get(self, key: str) -> bytes | None:
        """The bytes at `key`, or None."""
        check_key(key, self.name)
        found = self._objects.get(key)
        return found[1] if found else None

    def read(self, key: str) -> Version | None:
        """The bytes at `key` with the count of the write that left them, or None."""
        check_key(key, self.name)
        with self._lock:
            if key not in self._objects:
                return None
            count, written = self._written[key]
            age = datetime.now(UTC) - written
            return Version(data=self._objects[key][1], tag=str(count), written=written, age=age)

    def tag(self, key: str) -> str | None:
        """The count of the write that left what stands at `key`, or None."""
        found = self.read(key)
        return found.tag if found else None

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
        new: bool = False,
        progress: Progress = lambda sent: None,
    ) -> bool:
        """Keep `body`, all of it in memory; False: look at it."""
        check_key(key, self.name)
        data = b"".join(checked(body, sha256))
        told = StoredObject(key=key, size=len(data), sha256=sha256, type=type, cache=cache)
        with self._lock:
            if new and key in self._objects:
                raise conflict(self.name, key)
            self._keep(told, data)
        progress(len(data))
        return False

    def swap(self, key: str, body: bytes, *, type: str, cache: str, sha256: str, tag: str | None) -> str:
        """Keep `body` if the count of writes at `key` is still `tag`."""
        check_key(key, self.name)
        told = StoredObject(key=key, size=len(body), sha256=sha256, type=type, cache=cache)
        with self._lock:
            if tag != (self._tag(key) if key in self._objects else None):
                raise conflict(self.name, key)
            self._keep(told, body)
            return self._tag(key)

    def copy(self, key: str, target: str, *, type: str, cache: str, sha256: str) -> str | None:
        """Write the bytes at `key` at `target` too, if they are those."""
        return carry(self, key, self, target, type=type, cache=cache, sha256=sha256)

    @property
    def conditions(self) -> Conditions:
        """`quoted`: every condition is kept."""
        return "quoted"

    def adapt(self, conditions: Conditions) -> None:
        """Nothing to adapt."""

    def probe(self, key: str) -> Conditions:
        """`quoted`, without a look."""
        return "quoted"

    def _tag(self, key: str) -> str:
        return str(self._written[key][0])

    def _keep(self, told: StoredObject, data: bytes) -> None:
        self._count += 1
        self._written[told.key] = (self._count, datetime.now(UTC))
        self._objects[told.key] = (told, data)

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

    def sweep(self) -> None:
        """Nothing: no write is left unfinished."""
