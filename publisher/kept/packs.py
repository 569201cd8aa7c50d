"""Bytes one after the other in files of their own, which are called packs: put there once, and never moved.

A copy of this process has packs of its own, so that nobody waits for another one.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Sequence
from contextlib import suppress
from io import FileIO
from pathlib import Path
from secrets import token_hex
from threading import Lock
from typing import NamedTuple


class Place(NamedTuple):
    """The name of a pack, and the number of its bytes before those that are meant."""

    pack: str
    start: int


class Packs:
    """The packs in `folder`. Threads and copies of this process may share it.

    Whatever goes wrong with a file, it is as if nothing had been put there.
    """

    def __init__(self, folder: Path) -> None:
        self._folder, self._run, self._lock = folder, token_hex(8), Lock()
        self._process = os.getpid()
        self._writing: FileIO | None = None
        self._reading: dict[str, FileIO] = {}

    def put(self, values: Sequence[bytes]) -> Place | None:
        """Where the values lie from now on, one after the other; None where there is no room for them."""
        data = b"".join(values)
        with self._lock, suppress(OSError):
            self._forget_the_files_of_others()
            if self._writing is None:
                self._folder.mkdir(parents=True, exist_ok=True)
                self._writing = FileIO(self._folder / f"{self._run}-{self._process}", "ab")
            start = self._writing.tell()
            if self._writing.write(data) == len(data):
                return Place(Path(os.fsdecode(self._writing.name)).name, start)
        return None

    def get(self, place: Place, size: int) -> bytes | None:
        """So many bytes from there on."""
        with self._lock, suppress(OSError):
            self._forget_the_files_of_others()
            if place.pack not in self._reading:
                self._reading[place.pack] = FileIO(self._folder / place.pack)
            file = self._reading[place.pack]
            file.seek(place.start)
            data = file.read(size)
            return data if len(data) == size else None
        return None

    def is_ours(self, place: Place) -> bool:
        """Whether this run has put there what is there."""
        return place.pack.startswith(self._run)

    def sizes(self) -> dict[str, int]:
        """The bytes of each pack that there is."""
        with suppress(OSError), os.scandir(self._folder) as found:
            return {one.name: one.stat().st_size for one in found}
        return {}

    def keep_only(self, names: Collection[str]) -> None:
        """Let go of all other packs."""
        for name in self.sizes().keys() - names:
            with suppress(OSError):
                (self._folder / name).unlink()

    def close(self) -> None:
        """Let go of the files."""
        with self._lock:
            for file in (self._writing, *self._reading.values()):
                if file:
                    file.close()
            self._writing, self._reading = None, {}

    def _forget_the_files_of_others(self) -> None:
        """A copy must not move the place in a file at which the process reads that it is a copy of."""
        if self._process != os.getpid():
            self._process, self._writing, self._reading = os.getpid(), None, {}
