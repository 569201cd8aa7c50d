"""Entries as they were read before: read again only where a file of theirs is another one by now.

A file is the same by its size, time and inode, else by its sha256. What an entry has looked for and not
found counts too: so the names beside it are part of what it was read from.
"""

from __future__ import annotations

import os
from collections import defaultdict
from collections.abc import Iterator
from hashlib import blake2b, file_digest
from pathlib import Path
from typing import NamedTuple
from unicodedata import normalize

import msgspec

from publisher.kept.files import Known, is_settled, known
from publisher.kept.table import Table
from publisher.kept.values import dumped, loaded
from publisher.model import Episode, Show
from publisher.read.earlier import Found, Read

PENDING = 8 * 1024 * 1024
"""Bytes that are collected before they are written down."""
PAGE = 500
"""Entries that are looked up at once."""
BEYOND = b"\xff"
"""After every name: no UTF-8 begins so."""
File = tuple[str, Known, bool, str]
"""Path, what it was known by, whether it can only change by being another `Known`, and sha256."""


class Kept(NamedTuple):
    """What is kept of an entry that was read without a problem."""

    surroundings: bytes
    """A digest of all that it depends on but files."""
    version: bytes
    """A digest of the entry."""
    files: list[File]
    """Every file that it was read from."""
    entry: memoryview


_decode = msgspec.msgpack.Decoder(Kept).decode


class Entries:
    """Readings of the project at `root`, by the paths of their entries.

    `stamp` stands for the program. `versions` tells, of each entry that is kept, which one it is.
    """

    def __init__(self, table: Table, root: Path, stamp: bytes, moment: int) -> None:
        self._table, self._root, self._stamp, self._moment = table, root, stamp, moment
        self._kept: dict[bytes, bytes] = {}
        self._from, self._to = b"", b""
        self._new: dict[bytes, bytes] = {}
        self._pending = 0
        self._found: dict[bytes, bytes] = {}
        self._beside: dict[Path, tuple[str, dict[str, tuple[str, ...]]]] = {}
        self.versions: dict[str, bytes] = {}

    def find(self, found: Found, show: Show) -> Read | None:
        """The entry as it was read before, if it would be read so again."""
        path = found.path.encode()
        self._found[path] = around = self._surroundings(found, show)
        row = self._row(path)
        if row is None:
            return None
        try:
            kept = _decode(row)
        except msgspec.MsgspecError:
            return None  # Another version of this program has written it.
        if kept.surroundings != around:
            return None
        files = []
        for before in kept.files:
            now = self._again(before)
            if now is None:
                return None
            files.append(now)
        if files != kept.files:
            self._write(path, msgspec.msgpack.encode(kept._replace(files=files)))
        return self._read(found, kept)

    def lay(self, found: Found, made: Read) -> bytes | Read:
        """What is kept of what was `made` now; nothing of what is wrong, which may be mended elsewhere."""
        entry = made.entry
        if entry is None or made.problems or (isinstance(entry, Episode) and entry.absent):
            return made
        digests = dict(_digests(made))
        try:
            files = [self._look(str(path), digests.get(path)) for path in sorted(made.used)]
        except OSError:
            return made
        # Written since this run began, one may hold something else by now than what was read.
        if any(not is_sure and Path(path) not in digests for path, _, is_sure, _ in files):
            return made
        data = dumped(entry)
        version = blake2b(data, digest_size=16).digest()
        around = self._found[found.path.encode()]
        return msgspec.msgpack.encode(Kept(around, version, files, memoryview(data)))

    def keep(self, found: Found, laid: bytes | Read) -> Read:
        """Keep what was laid down."""
        if isinstance(laid, Read):
            return laid
        self._write(found.path.encode(), laid)
        return self._read(found, _decode(laid))

    def _read(self, found: Found, kept: Kept) -> Read:
        """What is kept as it was read."""
        self.versions[found.path] = kept.version
        # Paths that are there need not be made again.
        here = {str(one): one for one in (found.markdown, *found.audio) if one}
        used = frozenset(here.get(name) or Path(name) for name, *_ in kept.files)
        return Read(loaded(kept.entry), used, ())

    def close(self) -> None:
        """Write down what is new, and forget entries that are no more."""
        self._flush()
        self._table.drop(self._table.names() - self._found.keys())

    def _row(self, path: bytes) -> bytes | None:
        """The row of that name. They are asked for in their order, and not all in memory at once."""
        if not self._from <= path < self._to:
            self._kept = self._table.page(path, PAGE)
            self._from = path
            # What comes after the last of them is for another page.
            self._to = max(self._kept) + b"\0" if self._kept else BEYOND
        return self._kept.pop(path, None)

    def _write(self, name: bytes, row: bytes) -> None:
        self._new[name] = row
        self._pending += len(row)
        if self._pending > PENDING:
            self._flush()

    def _flush(self) -> None:
        self._table.put(self._new.items())
        self._new, self._pending = {}, 0

    def _look(self, path: str, sha256: str | None) -> File:
        now = known(os.stat(path))  # noqa: PTH116 - of tens of thousands
        if sha256 is None:
            with open(path, "rb") as file:  # noqa: PTH123
                sha256 = file_digest(file, "sha256").hexdigest()
        return path, now, is_settled(now, self._moment), sha256

    def _again(self, file: File) -> File | None:
        """The file as it is now, if it holds what it held."""
        path, before, is_sure, sha256 = file
        try:
            now = known(os.stat(path))  # noqa: PTH116
            if now == before and is_sure:
                return file
            seen = self._look(path, None) if now[0] == before[0] else None
        except OSError:
            return None
        return seen if seen and seen[3] == sha256 else None

    def _surroundings(self, found: Found, show: Show) -> bytes:
        """A digest of all that a reading depends on but the files that it was read from."""
        folder, beside = self._place(found.folder)
        names = _tree(found.folder) if found.path == folder else beside.get(_stem(found.path), ())
        told = (
            *(str(self._root), show.timezone, show.base_url, show.language, found.kind, found.path),
            *(str(found.markdown), *map(str, found.audio), *names),
        )
        text = "\0".join(told).encode(errors="surrogateescape")
        return blake2b(text, key=self._stamp, digest_size=16).digest()

    def _place(self, folder: Path) -> tuple[str, dict[str, tuple[str, ...]]]:
        """Where `folder` is below episodes/, and the names in it by what they begin with, up to each dot."""
        if folder not in self._beside:
            below = normalize("NFC", folder.relative_to(self._root / "episodes").as_posix())
            self._beside[folder] = below, _siblings(folder)
        return self._beside[folder]


def _digests(made: Read) -> Iterator[tuple[Path, str]]:
    """The sha256 of files that have been read to their ends."""
    yield from made.digests
    entry = made.entry
    if entry is None:
        return
    if isinstance(entry, Episode) and entry.recording:
        yield entry.recording.path, entry.recording.sha256
    for asset in (*entry.assets, *filter(None, (entry.image,))):
        yield asset.path, asset.sha256


def _stem(path: str) -> str:
    return path.rpartition("/")[2]


def _siblings(folder: Path) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for name in sorted(os.listdir(folder)):  # noqa: PTH208
        parts = normalize("NFC", name).split(".")
        for end in range(1, len(parts)):
            found[".".join(parts[:end])].append(name)
    return {stem: tuple(names) for stem, names in found.items()}


def _tree(folder: Path) -> Iterator[str]:
    """Every name below `folder`."""
    for place, folders, files in os.walk(folder):
        folders.sort()
        yield place
        yield from sorted(files)
