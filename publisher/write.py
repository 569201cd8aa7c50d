"""Artifacts → a folder on this machine: what differs is written aside, then moved into place.

A build that fails, or dies while it writes, leaves the old one. One that dies while it moves is
finished by the next, before that does anything else.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections import deque
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import partial
from pathlib import Path
from typing import Protocol

from publisher.errors import PublisherError
from publisher.model import Artifact
from publisher.spread import spread

LEDGER = "ledger.json"
OURS = frozenset("archive art articles assets episodes events media search tags".split())
"""Folders that a build owns: what is in them and is not in the new build was in an old one."""
PAGES = frozenset("404.html about.html index.html people.html search.html subscribe.html".split())
"""The pages of its own that a build has at the top."""


def raise_if_foreign(out: Path) -> None:
    """Raise PublisherError where `out` is a folder in use that no build has made, or leads elsewhere."""
    links = [path for path in (out, *(out / name for name in OURS)) if path.is_symlink()]
    if links:
        raise PublisherError(
            f"{links[0]} is a link: what it leads to might be lost", fix="build into a folder without links"
        )
    try:
        foreign = out.exists() and not (out / LEDGER).is_file() and any(out.iterdir())
    except OSError as error:
        raise _failed(out, error) from error
    if foreign:
        raise PublisherError(
            f"{out} is not empty and was not made by a build: what is in it might be lost",
            fix="choose another folder with --out, or empty it",
        )


class Seen(Protocol):
    """What is remembered of files: one that is as it was then need not be read again."""

    def sha256(self, path: str, stat: os.stat_result) -> str | None:
        """What the file at `path` held when it was last seen, if it can only be the same."""

    def note(self, path: str, stat: os.stat_result, sha256: str, *, ours: bool = False) -> None:
        """Remember what it holds; `ours` is a file that was made just now."""


class Nothing:
    """Nothing is remembered."""

    def sha256(self, path: str, stat: os.stat_result) -> str | None:
        """Nothing."""
        return None

    def note(self, path: str, stat: os.stat_result, sha256: str, *, ours: bool = False) -> None:
        """Nothing."""


def is_written(artifacts: Iterable[Artifact], out: Path, seen: Seen) -> bool:
    """Whether all that a build makes in `out` is there, and no more."""
    wanted = {artifact.key: artifact for artifact in artifacts}
    try:
        equal, gone = _compared(wanted, out, seen)
    except OSError:
        return False
    return len(equal) == len(wanted) and not gone


def write_ledger(ledger: bytes, out: Path) -> None:
    """Write the ledger of a build alone. Raises PublisherError where that cannot be done."""
    aside = out.with_name(f".{out.name}.new")
    try:
        _fill(aside, [], ledger)
        _finish(aside, out)
    except OSError as error:
        raise _failed(out, error) from error


def write(
    artifacts: Iterable[Artifact], ledger: bytes, out: Path, seen: Seen | None = None
) -> tuple[int, int]:
    """Make `out` equal to `artifacts` and `ledger`; how many files were written and removed.

    Files at the top of `out` that are not ours stay. Raises PublisherError and leaves `out` as it
    was when anything cannot be written.
    """
    aside, seen = out.with_name(f".{out.name}.new"), seen or Nothing()
    wanted = {artifact.key: artifact for artifact in artifacts}
    try:
        _finish(aside, out)
        equal, gone = _compared(wanted, out, seen)
        new = [artifact for key, artifact in sorted(wanted.items()) if key not in equal]
        try:
            _fill(aside, new, ledger)
        except BaseException:
            shutil.rmtree(aside, ignore_errors=True)
            raise
        _finish(aside, out)
        for key in gone:
            (out / key).unlink(missing_ok=True)
        _tidy(out, {key.rpartition("/")[0] for key in gone})
        for artifact in new:
            place = f"{out}/{artifact.key}"
            seen.note(place, os.stat(place), artifact.sha256, ours=True)  # noqa: PTH116
        return len(new), sum("/" in key for key in gone)
    except OSError as error:
        raise _failed(out, error) from error


def _fill(aside: Path, new: list[Artifact], ledger: bytes) -> None:
    """Write what is `new` aside, the ledger last: with it, all is there."""
    shutil.rmtree(aside, ignore_errors=True)
    aside.mkdir(parents=True)
    for folder in sorted({above for artifact in new for above in _above(artifact.key)}):
        os.mkdir(f"{aside}/{folder}")  # noqa: PTH102 - there may be ten thousand
    # Whatever happens, no copy writes on by the time this is over.
    deque(spread(partial(_put, f"{aside}"), new), maxlen=0)
    (aside / LEDGER).write_bytes(ledger)


def _put(folder: str, artifact: Artifact) -> None:
    body, place = artifact.content, f"{folder}/{artifact.key}"
    if isinstance(body, Path):
        shutil.copyfile(body, place)
    else:
        with open(place, "wb") as file:  # noqa: PTH123 - there may be tens of thousands
            file.write(body or b"")


def _above(key: str) -> Iterator[str]:
    """Every folder that the file at `key` is in."""
    folder = key.rpartition("/")[0]
    while folder:
        yield folder
        folder = folder.rpartition("/")[0]


def _finish(aside: Path, out: Path) -> None:
    """Bring what was written aside, as a whole, to its place; also what a run has left that died."""
    if not (aside / LEDGER).is_file():
        shutil.rmtree(aside, ignore_errors=True)
        return
    if not out.exists():
        aside.rename(out)
        return
    for place, _, files in os.walk(aside):
        into = out / Path(place).relative_to(aside)
        into.mkdir(exist_ok=True)
        for name in files:
            if name != LEDGER or place != str(aside):
                os.replace(f"{place}/{name}", into / name)  # noqa: PTH105
    (aside / LEDGER).replace(out / LEDGER)
    shutil.rmtree(aside, ignore_errors=True)


def _tidy(out: Path, folders: set[str]) -> None:
    """Remove those of `folders` that are empty by now, and what is empty without them."""
    for folder in sorted(folders, reverse=True):
        while folder:
            with suppress(OSError):
                (out / folder).rmdir()
            folder = folder.rpartition("/")[0]


def _compared(wanted: dict[str, Artifact], out: Path, seen: Seen) -> tuple[set[str], list[str]]:
    """The keys of what is in `out` as it is `wanted`, and of what is there of ours and is not wanted."""
    equal, gone = set(), []
    for key, stat in _there(out):
        if key not in wanted:
            gone += [key] if _is_ours(key) else []
        elif _is(wanted[key], out, stat, seen):
            equal.add(key)
    return equal, gone


def _there(out: Path) -> Iterator[tuple[str, os.stat_result]]:
    """The files at the top of `out` and in our folders, links apart. Of all at once it would be 20 MB."""
    folders = [""]
    while folders:
        folder = folders.pop()
        with suppress(FileNotFoundError), os.scandir(f"{out}/{folder}") as entries:
            for entry in entries:
                key = f"{folder}{entry.name}"
                if entry.is_dir(follow_symlinks=False):
                    folders += [f"{key}/"] if folder or key in OURS else []
                elif entry.is_file(follow_symlinks=False):
                    yield key, entry.stat(follow_symlinks=False)


def _is(artifact: Artifact, out: Path, stat: os.stat_result, seen: Seen) -> bool:
    """Whether the file that is there has the artifact's bytes."""
    if stat.st_size != artifact.size:
        return False
    place = f"{out}/{artifact.key}"
    sha256 = seen.sha256(place, stat)
    if sha256 is None:
        with open(place, "rb") as file:  # noqa: PTH123 - there may be tens of thousands
            sha256 = hashlib.file_digest(file, "sha256").hexdigest()
        seen.note(place, stat, sha256)
    return sha256 == artifact.sha256


def _is_ours(key: str) -> bool:
    """Whether an older build may have written it."""
    return "/" in key or key.startswith(("podcast", "feed.", "events.", "sitemap")) or key in PAGES


def _failed(out: Path, error: OSError) -> PublisherError:
    return PublisherError(
        f"{out} cannot be written: {error.strerror or error}",
        fix="check that there is room on the disk and that you may write there; nothing was changed",
    )
