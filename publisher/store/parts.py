"""A large file as parts, read once from front to back: what is sent is what was hashed."""

from __future__ import annotations

import hashlib
from contextlib import ExitStack
from dataclasses import dataclass
from mmap import mmap
from pathlib import Path
from threading import BoundedSemaphore
from typing import BinaryIO, Self

from publisher.store.body import size, unreadable

PART = 8 * 1024 * 1024
"""Bytes of every part but the last, unless there would be too many."""
MOST = 10_000
"""Parts that an object may have."""
ROOM = BoundedSemaphore(4)
"""Parts of all files together that may be in memory."""


class ChangedError(Exception):
    """The file is another one than was planned."""


@dataclass(frozen=True, slots=True)
class Part:
    """One of them, in memory until the end of `with`."""

    number: int
    """From 1."""
    data: mmap
    """Of the system and not of Python's: that would keep more than twice as much for later."""

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.data.close()
        ROOM.release()


class Parts:
    """The parts of `file`, which is at `path`, each made when there is `ROOM` for it.

    Raises ChangedError, after the last if not before, where the file is not what `sha256` says; and
    StoreError where it cannot be read.
    """

    def __init__(self, path: Path, file: BinaryIO, sha256: str) -> None:
        self._path, self._file, self._sha256 = path, file, sha256
        self._left, self._digest, self._number = size(path), hashlib.sha256(), 0
        self._length = part_size(self._left)

    def __iter__(self) -> Self:
        return self

    def __next__(self) -> Part:
        if self._left:
            data = self._read(min(self._length, self._left))
            self._left -= len(data)
            self._number += 1
            return Part(self._number, data)
        if self._digest.hexdigest() != self._sha256:
            raise ChangedError
        raise StopIteration

    def _read(self, length: int) -> mmap:
        """The next `length` bytes, in a room that is kept."""
        with ExitStack() as failing:
            failing.enter_context(ROOM)
            data = failing.enter_context(mmap(-1, length))
            try:
                read = self._file.readinto(data)  # type: ignore[attr-defined]
            except OSError as error:
                raise unreadable(self._path, error) from error
            if read != length:
                raise ChangedError
            self._digest.update(data)
            failing.pop_all()
        return data


def part_size(length: int) -> int:
    """The size of the parts of a file of `length` bytes: equal, as R2 wants them, and not too many."""
    pieces = -(-length // MOST)
    return max(PART, -(-pieces // 1024**2) * 1024**2)
