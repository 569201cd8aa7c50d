"""What is to be written, piece by piece, so that a recording of any length fits in memory."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from publisher.errors import ConflictError, StoreError

PIECE = 1024 * 1024


def checked(body: bytes | Path, sha256: str) -> Iterator[bytes]:
    """The `pieces` of `body`.

    Raises `StoreError` after the last one of a Path if that was another file than the one whose
    `sha256` was planned: somebody is still saving it.
    """
    digest = hashlib.sha256()
    for piece in pieces(body):
        digest.update(piece)
        yield piece
    if isinstance(body, Path) and digest.hexdigest() != sha256:
        raise changed(body)


def pieces(body: bytes | Path) -> Iterator[bytes]:
    """The bytes of `body`, of a Path at most 1 MiB at a time. Raises `StoreError` if it cannot be read."""
    if isinstance(body, bytes):
        yield body
        return
    try:
        with body.open("rb") as file:
            while piece := file.read(PIECE):
                yield piece
    except OSError as error:
        raise unreadable(body, error) from error


def size(body: bytes | Path) -> int:
    """The length of `body` in bytes. Raises `StoreError` if it cannot be known."""
    if isinstance(body, bytes):
        return len(body)
    try:
        return body.stat().st_size
    except OSError as error:
        raise unreadable(body, error) from error


def changed(path: Path) -> StoreError:
    """What to tell a producer whose file is not the one that was checked and planned."""
    return StoreError(
        f"{path} changed while it was being published",
        fix="Wait until it is saved, then run the same command again.",
    )


def unreadable(path: str | Path, error: OSError) -> StoreError:
    """What to tell a producer when `error` kept us from reading `path`."""
    return StoreError(
        f"cannot read {path}, which was to be published: {error.strerror}",
        fix="Is the file still there, and may you read it? Then run the same command again.",
    )


def conflict(target: str, key: str) -> ConflictError:
    """What to tell whose write came after somebody else's."""
    return ConflictError(
        f"{target}: {key} is not as it was a moment ago: somebody else is writing there",
        fix="Wait until they are done, then run the same command again.",
    )
