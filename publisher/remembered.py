"""Revisions that this machine has seen, below `.publisher/cache/`: a publish that changes nothing asks once.

A revision never changes, so what is remembered of one is right for ever. Nothing depends on it: where
the disk is full or read-only, or a file is damaged, the target is asked.
"""

from __future__ import annotations

import hashlib
from contextlib import suppress
from pathlib import Path
from secrets import token_hex

KEPT = 8
"""Revisions that are remembered."""
DIGEST = 64
"""Letters of the sha256 that each file begins with."""


class Remembered:
    """The newest revisions, each in a file of its own in `folder`, behind its sha256."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def get(self, name: str) -> bytes | None:
        """The bytes of the revision called `name`, or None."""
        with suppress(OSError):
            known = (self._folder / f"{name}.json").read_bytes()
            data = known[DIGEST:]
            if hashlib.sha256(data).hexdigest().encode() == known[:DIGEST]:
                return data
        return None

    def put(self, name: str, data: bytes) -> None:
        """Remember it, and forget the oldest."""
        file = self._folder / f"{name}.json"
        with suppress(OSError):
            if file.exists():
                return
            self._folder.mkdir(parents=True, exist_ok=True)
            aside = self._folder / f".{token_hex(8)}"
            try:
                aside.write_bytes(hashlib.sha256(data).hexdigest().encode() + data)
                aside.replace(file)
            finally:
                aside.unlink(missing_ok=True)
            old = sorted(self._folder.glob("*.json"), key=lambda one: one.stat().st_mtime)[:-KEPT]
            for one in old:
                one.unlink(missing_ok=True)
