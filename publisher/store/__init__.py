"""Targets: one file a kind, all keeping the contract of `interface`."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

from publisher.errors import StoreError

if TYPE_CHECKING:
    from publisher.store.bucket import Bucket
    from publisher.store.interface import Store


def open_store(target: str, *, endpoint: str | None = None, region: str | None = None, base: Path) -> Store:
    """The store that `target` means: `memory:`, `s3://bucket/prefix`, or a folder, relative to `base`.

    Nothing is read or written yet. Raises `StoreError` for a target or endpoint that cannot be one.
    """
    if target == "memory:":
        from publisher.store.memory import MemoryStore

        return MemoryStore()
    if target.startswith("s3:"):
        return _open_bucket(target, endpoint, region)
    if re.match(r"[A-Za-z][A-Za-z0-9+.-]*://", target):
        raise StoreError(
            f"{target.partition('://')[0]}:// is not a kind of target",
            fix="Write s3://bucket/prefix, or the path of a folder.",
        )
    return _open_folder(target, base)


def open_split(
    target: str, state: str, *, endpoint: str | None = None, region: str | None = None, base: Path
) -> tuple[Store, Store]:
    """The store that `target` means with its record at `state`, both at one server; and the target alone.

    Raises `StoreError` as `open_store` does.
    """
    from publisher.store.split import SplitStore

    public, record = (
        open_store(place, endpoint=endpoint, region=region, base=base) for place in (target, state)
    )
    both = target.startswith("s3:") and state.startswith("s3:")
    return SplitStore(public, record, alike=both), public


def is_same(one: str, other: str, base: Path) -> bool:
    """Whether two targets are one place: by their letters, or as folders by where they lead."""
    if ":" in one or ":" in other:
        return one.rstrip("/") == other.rstrip("/")
    return _folder(one, base).resolve() == _folder(other, base).resolve()


def open_bucket(target: str, *, endpoint: str | None = None, region: str | None = None) -> Bucket | None:
    """The bucket that `target` means, to be set up; None where it is another kind of target.

    Raises `StoreError` as `open_store` does.
    """
    if not target.startswith("s3:"):
        return None
    bucket, prefix = _parts(target)
    from publisher.store.s3_setup import S3Bucket

    return S3Bucket(bucket, prefix, endpoint=endpoint, region=region)


def _open_bucket(target: str, endpoint: str | None, region: str | None) -> Store:
    bucket, prefix = _parts(target)
    from publisher.store.s3 import S3Store

    return S3Store(bucket, prefix, endpoint=endpoint, region=region)


def _parts(target: str) -> tuple[str, str]:
    """The bucket and the prefix that an `s3://` target names."""
    bucket, _, prefix = target.removeprefix("s3:").removeprefix("//").partition("/")
    if "@" in bucket:
        raise StoreError(
            "the target has a user name in it",
            fix="Write s3://bucket/prefix; keys go into the environment or a profile.",
        )
    if not bucket or not target.startswith("s3://"):
        raise StoreError(f"{target} names no bucket", fix="Write s3://bucket or s3://bucket/prefix.")
    return bucket, prefix.strip("/")


def _open_folder(target: str, base: Path) -> Store:
    if not target.strip():
        raise StoreError(
            "the target is empty", fix="Write the path of a folder, s3://bucket/prefix, or leave target out."
        )
    from publisher.store.folder import FolderStore

    return FolderStore(_folder(target, base))


def _folder(target: str, base: Path) -> Path:
    path = Path(target)
    return path.expanduser() if target.startswith("~/") else base / path
