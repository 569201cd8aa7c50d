"""Artifacts → a folder on this machine: written aside, then renamed into place.

Unlike a store, which makes one object at a time whole, this makes the folder whole: nothing in it
changes until every byte of the new build is on the disk.
"""

from __future__ import annotations

import hashlib
import os
import shutil
from collections.abc import Iterable
from pathlib import Path

from publisher.errors import PublisherError
from publisher.model import Artifact

LEDGER = "ledger.json"
OURS = ("art", "articles", "assets", "episodes", "events", "media", "tags")
"""Folders that a build owns: what is in them and is not in the new build was in an old one."""
ASIDE = ".new-build"


def raise_if_foreign(out: Path) -> None:
    """Raise PublisherError where `out` is a folder in use that no build has made."""
    try:
        foreign = out.exists() and not (out / LEDGER).is_file() and any(out.iterdir())
    except OSError as error:
        raise _failed(out, error) from error
    if foreign:
        raise PublisherError(
            f"{out} is not empty and was not made by a build: what is in it might be lost",
            fix="choose another folder with --out, or empty it",
        )


def write(artifacts: Iterable[Artifact], ledger: bytes, out: Path) -> tuple[int, int]:
    """Make `out` equal to `artifacts` and `ledger`; how many files were written and removed.

    Files at the top of `out` that are not ours stay. Raises PublisherError and leaves `out` as it
    was when anything cannot be written.
    """
    wanted = {artifact.key: artifact for artifact in artifacts}
    aside = out / ASIDE
    try:
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        ready = [key for key in sorted(wanted, key=_order) if _prepare(wanted[key], out / key, aside / key)]
        (aside / LEDGER).write_bytes(ledger)
        for key in (*ready, LEDGER):
            (out / key).parent.mkdir(parents=True, exist_ok=True)
            (aside / key).replace(out / key)
        return len(ready), _sweep(out, set(wanted))
    except OSError as error:
        raise _failed(out, error) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _order(key: str) -> tuple[bool, str]:
    """Pages and what they need before the feeds that name them."""
    return "/" not in key and not key.endswith(".html"), key


def _prepare(artifact: Artifact, place: Path, aside: Path) -> bool:
    """Put the artifact's bytes `aside` unless they are at `place` already."""
    if place.is_file() and place.stat().st_size == artifact.size:
        with place.open("rb") as file:
            if hashlib.file_digest(file, "sha256").hexdigest() == artifact.sha256:
                return False
    aside.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(artifact.body, Path):
        shutil.copyfile(artifact.body, aside)
    else:
        aside.write_bytes(artifact.body or b"")
    return True


def _sweep(out: Path, wanted: set[str]) -> int:
    """Remove the files of older builds, and the folders that this leaves empty."""
    removed = 0
    for name in OURS:
        for folder, _, files in os.walk(out / name, topdown=False):
            here = Path(folder)
            stale = [here / file for file in files if (here / file).relative_to(out).as_posix() not in wanted]
            for path in stale:
                path.unlink()
            removed += len(stale)
            if not any(here.iterdir()):
                here.rmdir()
    return removed


def _failed(out: Path, error: OSError) -> PublisherError:
    return PublisherError(
        f"{out} cannot be written: {error.strerror or error}",
        fix="check that there is room on the disk and that you may write there; nothing was changed",
    )
