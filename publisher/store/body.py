"""What is to be written, piece by piece, so that a recording of any length fits in memory."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from publisher.errors import StoreError

PIECE = 1024 * 1024


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


def unreadable(path: str | Path, error: OSError) -> StoreError:
    """What to tell a producer when `error` kept us from reading `path`."""
    return StoreError(
        f"cannot read {path}, which was to be published: {error.strerror}",
        fix="Is the file still there, and may you read it? Then run the same command again.",
    )
