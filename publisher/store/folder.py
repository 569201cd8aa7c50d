"""A folder as target: a key is a path below it. It keeps bytes and sizes, no type, cache or sha256.

A file is written aside and then moved into place (POSIX rename(2): a reader has the old one or the
new one). It is not synced to the disk: what a power cut takes, the next publish writes again.
"""

from __future__ import annotations

import errno
import hashlib
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from pathlib import Path
from secrets import token_hex
from threading import Lock
from typing import BinaryIO

from publisher.errors import StoreError
from publisher.model import StoredObject, Version
from publisher.store.body import checked, conflict
from publisher.store.carrying import carry
from publisher.store.interface import Conditions, Progress
from publisher.store.key import UNFINISHED, check_key, check_prefix
from publisher.store.lock import lock

LOCK = f".publisher/{UNFINISHED}lock"
LEFT = re.compile(rf"{re.escape(UNFINISHED)}[0-9a-f]{{16}}")
"""How files are called until they are finished. Others too begin names in that way."""
ABSENT = (FileNotFoundError, NotADirectoryError, IsADirectoryError)

_ROOM = ("the disk is full", "Make room on that disk and run again; what was there before is untouched.")
_RIGHT = ("this user may not", "Give yourself the right to read and write there, or choose another target.")
_CLASH = (
    "a file stands where a folder is needed, or a folder where a file is",
    "A folder cannot keep both `x` and `x/y`: rename one of them, or move away what stands in the way.",
)
_REASONS = {
    errno.ENOSPC: _ROOM,
    errno.EDQUOT: _ROOM,
    errno.EACCES: _RIGHT,
    errno.EPERM: _RIGHT,
    errno.EROFS: ("it is read-only", "Make it writable, or choose another target."),
    errno.EEXIST: _CLASH,
    errno.EISDIR: _CLASH,
    errno.ENOTDIR: _CLASH,
    errno.ENAMETOOLONG: ("its path is too long for this file system", "Choose a target nearer to the root."),
    errno.EFBIG: ("it is too large for this file system", "Choose a target on another disk."),
}
"""errno → what happened, what to do."""


class FolderStore:
    """Objects as files below `root`, which is made when first written to. Links in it are refused."""

    def __init__(self, root: Path) -> None:
        self._root = root.absolute()
        self._mutex = Lock()
        self._shape = Lock()  # a folder must not be pruned between its making and its first file

    @property
    def name(self) -> str:
        """The absolute path of the folder."""
        return str(self._root)

    @property
    def record(self) -> str:
        """The same: the record is in it."""
        return self.name

    def get(self, key: str) -> bytes | None:
        """The bytes at `key`, or None."""
        with self._at(key, "read") as path:
            try:
                return path.read_bytes()
            except ABSENT:
                return None

    def read(self, key: str) -> Version | None:
        """The bytes at `key`, marked by their sha256, and the age of their file, or None."""
        with self._at(key, "read") as path:
            try:
                with path.open("rb") as file:
                    data, mtime = file.read(), os.fstat(file.fileno()).st_mtime
            except ABSENT:
                return None
        written = datetime.fromtimestamp(mtime, UTC)
        age = max(timedelta(), datetime.now(UTC) - written)
        return Version(data=data, tag=hashlib.sha256(data).hexdigest(), written=written, age=age)

    def tag(self, key: str) -> str | None:
        """The sha256 of the bytes at `key`, or None."""
        found = self.head(key)
        return found.sha256 if found else None

    def head(self, key: str) -> StoredObject | None:
        """The size and sha256 of the object at `key`, read where it stands, or None."""
        with self._at(key, "look at") as path:
            try:
                with path.open("rb") as file:
                    digest = hashlib.file_digest(file, "sha256").hexdigest()
                    return StoredObject(key=key, size=file.tell(), sha256=digest)
            except ABSENT:
                return None

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
        """Write `body` 1 MiB at a time and make the folders it needs; False: a look reads it.

        Type, cache and sha256 are not kept.
        """
        with self._at(key, "write") as path, self._aside(path.parent) as file:
            for piece in checked(body, sha256):
                file.write(piece)
                progress(len(piece))
            file.close()
            self._place(Path(file.name), path, key, new=new)
        return False

    def _place(self, file: Path, path: Path, key: str, *, new: bool) -> None:
        """Give the finished `file` its name, which a `new` one must be the first to have (POSIX link(2))."""
        if not new:
            file.replace(path)
            return
        try:
            os.link(file, path)
        except FileExistsError:
            raise conflict(self.name, key) from None

    def swap(self, key: str, body: bytes, *, type: str, cache: str, sha256: str, tag: str | None) -> str:
        """Write `body` if the bytes at `key` still have the sha256 `tag`; one process at a time."""
        with self._alone():
            there = self.head(key)
            if (there.sha256 if there else None) != tag:
                raise conflict(self.name, key)
            self.put(key, body, type=type, cache=cache, sha256=sha256)
        return hashlib.sha256(body).hexdigest()

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

    @contextmanager
    def _alone(self) -> Iterator[None]:
        """Keep every other process, and thread, that wants the same out until the end."""
        with self._told("lock it"), self._mutex:
            self._check_root()
            place = self._root / LOCK
            place.parent.mkdir(parents=True, exist_ok=True)
            with place.open("wb") as file:
                lock(file)
                yield

    def delete(self, key: str) -> None:
        """Remove the file and the folders that it leaves empty."""
        with self._at(key, "delete") as path:
            if path.is_file():
                path.unlink(missing_ok=True)
                self._prune(path.parent)

    def list(self, prefix: str = "") -> Iterator[StoredObject]:
        """Every file whose key starts with `prefix`; unfinished files and links are none."""
        check_prefix(prefix, self.name)
        folder = prefix.rpartition("/")[0]
        with self._told(f"list {prefix or 'its objects'}"):
            for key, length in _files(self._locate(folder), f"{folder}/" if folder else ""):
                if key.startswith(prefix):
                    yield StoredObject(key=key, size=length)

    def sweep(self) -> None:
        """Remove the unfinished files of processes that were killed."""
        with self._told("clear it up"):
            for folder, _, names in os.walk(self._root):
                for name in filter(LEFT.fullmatch, names):
                    Path(folder, name).unlink(missing_ok=True)

    @contextmanager
    def _at(self, key: str, verb: str) -> Iterator[Path]:
        """The path of `key`; an OSError inside becomes a StoreError that says what we wanted to do."""
        check_key(key, self.name)
        with self._told(f"{verb} {key}"):
            yield self._locate(key)

    def _locate(self, key: str) -> Path:
        path = self._root.joinpath(*key.split("/"))
        for part in (path, *path.parents):
            if part == self._root:
                self._check_root()
                return path
            if part.is_symlink():
                break
        raise StoreError(
            f"{self.name}: {key} leads out of this folder, or is a link",
            fix="A target holds files and folders only: put them there instead of links, or choose another.",
        )

    def _check_root(self) -> None:
        if self._root.exists() and not self._root.is_dir():
            raise StoreError(
                f"{self.name} is a file, not a folder",
                fix="Choose a folder as target, or move the file away.",
            )

    @contextmanager
    def _aside(self, folder: Path) -> Iterator[BinaryIO]:
        """A new unfinished file in `folder`. Unless it is moved, no trace of it is left."""
        try:
            with self._shape:
                folder.mkdir(parents=True, exist_ok=True)
                file = (folder / f"{UNFINISHED}{token_hex(8)}").open("xb")
            try:
                with file:
                    yield file
            finally:
                Path(file.name).unlink(missing_ok=True)
        finally:
            self._prune(folder)

    def _prune(self, folder: Path) -> None:
        """Remove `folder` and its parents as far as they are empty, never the root."""
        with self._shape:
            while folder != self._root:
                try:
                    folder.rmdir()
                except FileNotFoundError:
                    pass
                except OSError:
                    return
                folder = folder.parent

    @contextmanager
    def _told(self, doing: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            what, fix = _REASONS.get(
                error.errno or 0, (error.strerror or str(error), "Check the disk and run again.")
            )
            raise StoreError(f"{self.name}: cannot {doing}: {what}", fix=fix) from error


def _files(folder: Path, start: str) -> Iterator[tuple[str, int]]:
    """Key and length of every file below `folder`, whose own key is `start`. What vanishes is not there."""
    try:
        with os.scandir(folder) as entries:
            found = [entry for entry in entries if not entry.name.startswith(UNFINISHED)]
    except ABSENT:
        return
    for entry in found:
        if entry.is_dir(follow_symlinks=False):
            yield from _files(Path(entry.path), f"{start}{entry.name}/")
        elif entry.is_file(follow_symlinks=False):
            try:
                yield f"{start}{entry.name}", entry.stat(follow_symlinks=False).st_size
            except FileNotFoundError:
                continue
