"""A bucket that counts what it is asked, keeps the record, and of everything else only that it is there.

It answers as `publisher.store.s3` does: it vouches for what came in one request, and larger files come in
parts (`publisher.store.s3_parts`).
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path

from publisher.model import Artifact, StoredObject, Version
from publisher.plan import stored
from publisher.standing import HEAD
from publisher.store.interface import Progress
from publisher.store.memory import MemoryStore
from publisher.store.parts import PART, part_size

WRITES = ("PUT", "POST", "LIST")
"""What hosts bill as the dear class; GET and HEAD are the cheap one, and DELETE is free."""


class CountingStore(MemoryStore):
    """`expect` says what is about to be written, since the bytes do not."""

    def __init__(self) -> None:
        super().__init__()
        self.asked: list[str] = []
        """A list, because threads may append to it at once."""
        self.largest_head = 0
        self._expected: dict[str, StoredObject] = {}
        self._there: dict[str, StoredObject] = {}

    def expect(self, artifacts: Iterable[Artifact]) -> None:
        """What `put` and `swap` are given at these keys is that, whatever the bytes."""
        self._expected = {one.key: stored(one) for one in artifacts}
        self.asked, self.largest_head = [], 0

    @property
    def requests(self) -> tuple[int, int]:
        """How many of the dear class, and of the cheap one, since `expect`."""
        count = Counter(self.asked)
        writes = sum(count[name] for name in WRITES)
        return writes, count["GET"] + count["HEAD"]

    def get(self, key: str) -> bytes | None:
        """Count it; only the record has bytes."""
        self.asked.append("GET")
        return super().get(key)

    def read(self, key: str) -> Version | None:
        """Count it; only the record has bytes."""
        self.asked.append("GET")
        return super().read(key)

    def tag(self, key: str) -> str | None:
        """Count it; the sha256 will do for what has no bytes."""
        self.asked.append("HEAD")
        known = self._there.get(key)
        return known.sha256 if known else None

    def head(self, key: str) -> StoredObject | None:
        """Count it; what was expected at `key`, once it is there."""
        self.asked.append("HEAD")
        return self._there.get(key)

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
        """Count what it takes to send what is expected; whether it is vouched for."""
        known = self._expected.get(key)
        if known is None:
            self.asked.append("PUT")
            return super().put(key, body, type=type, cache=cache, sha256=sha256, new=new)
        self._there[key] = known
        if known.size <= PART:
            self.asked.append("PUT")
            return True
        # Two looks for what was begun earlier, a beginning, an end, and the parts between them.
        parts = -(-known.size // part_size(known.size))
        self.asked += ["LIST", "LIST", "POST", "POST", *["PUT"] * parts]
        return False

    def swap(self, key: str, body: bytes, *, type: str, cache: str, sha256: str, tag: str | None) -> str:
        """Count it; a feed is replaced whatever its version."""
        self.asked.append("PUT")
        if known := self._expected.get(key):
            self._there[key] = known
            return str(known.sha256)
        if key == HEAD:
            self.largest_head = max(self.largest_head, len(body))
        return super().swap(key, body, type=type, cache=cache, sha256=sha256, tag=tag)

    def copy(self, key: str, target: str, *, type: str, cache: str, sha256: str) -> str | None:
        """Count the look and the copy, which hosts bill as they do a PUT."""
        self.asked += ["HEAD", "PUT"]
        return sha256
