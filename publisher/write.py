"""Artifacts → a folder on this machine: made aside whole, then put in the old one's place.

Unlike a store, which makes one object at a time whole, this makes the folder whole: whoever looks
sees the old build or the new one, and a build that dies leaves the old one.
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


def write(artifacts: Iterable[Artifact], ledger: bytes, out: Path) -> tuple[int, int]:
    """Make `out` equal to `artifacts` and `ledger`; how many files were written and removed.

    Files at the top of `out` that are not ours stay. Raises PublisherError and leaves `out` as it
    was when anything cannot be written.
    """
    aside, old = _beside(out, "new"), _beside(out, "old")
    try:
        _recover(out, old)
        shutil.rmtree(aside, ignore_errors=True)
        aside.mkdir(parents=True)
        wanted = {artifact.key: artifact for artifact in artifacts}
        written = sum(_prepare(artifact, out / key, aside / key) for key, artifact in sorted(wanted.items()))
        (aside / LEDGER).write_bytes(ledger)
        removed = len(_ours(out) - set(wanted))
        _bring(out, aside)
        if out.exists():
            out.rename(old)
        aside.rename(out)
        shutil.rmtree(old, ignore_errors=True)
        return written, removed
    except OSError as error:
        _recover(out, old)
        raise _failed(out, error) from error
    finally:
        shutil.rmtree(aside, ignore_errors=True)


def _beside(out: Path, what: str) -> Path:
    return out.with_name(f".{out.name}.{what}")


def _recover(out: Path, old: Path) -> None:
    """Put the old build back where a run died, or failed, between the two renames."""
    if old.exists() and not out.exists():
        old.rename(out)
    shutil.rmtree(old, ignore_errors=True)


def _prepare(artifact: Artifact, place: Path, aside: Path) -> bool:
    """Put the artifact's bytes `aside`; whether they are not at `place` already."""
    aside.parent.mkdir(parents=True, exist_ok=True)
    if _is_equal(artifact, place):
        _keep(place, aside)
        return False
    if isinstance(artifact.body, Path):
        shutil.copyfile(artifact.body, aside)
    else:
        aside.write_bytes(artifact.body or b"")
    return True


def _is_equal(artifact: Artifact, place: Path) -> bool:
    if not place.is_file() or place.is_symlink() or place.stat().st_size != artifact.size:
        return False
    with place.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest() == artifact.sha256


def _keep(place: str | Path, aside: str | Path) -> None:
    """The same file at both places, copied only where the disk knows no second name for a file."""
    try:
        os.link(place, aside)
    except OSError:
        shutil.copy2(place, aside)


def _bring(out: Path, aside: Path) -> None:
    """Bring along what somebody else put at the top of `out`."""
    for path in sorted(out.iterdir()) if out.exists() else ():
        if path.name in OURS or (aside / path.name).exists():
            continue
        if path.is_dir() and not path.is_symlink():
            shutil.copytree(path, aside / path.name, symlinks=True, copy_function=_keep)
        elif not _is_ours(path.name):
            shutil.copy2(path, aside / path.name, follow_symlinks=False)


def _is_ours(name: str) -> bool:
    """Whether an older build may have written the file at the top."""
    return name.startswith(("podcast", "feed.", "events.", "sitemap")) or name in PAGES


def _ours(out: Path) -> set[str]:
    """The keys that an older build has made."""
    folders = (path for name in OURS for path in (out / name).rglob("*"))
    return {path.relative_to(out).as_posix() for path in folders if path.is_file()}


def _failed(out: Path, error: OSError) -> PublisherError:
    return PublisherError(
        f"{out} cannot be written: {error.strerror or error}",
        fix="check that there is room on the disk and that you may write there; nothing was changed",
    )
