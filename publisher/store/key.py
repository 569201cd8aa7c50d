"""Which keys a store takes: one rule, so that what fits one target fits them all.

The limits are S3's (1,024 bytes), those of file systems and SeaweedFS (255 bytes between slashes) and
RFC 3986's (dot segments vanish on the way to the server).
"""

from __future__ import annotations

from publisher.errors import StoreError

UNFINISHED = ".~"
"""How the name of a file begins that a folder store has not finished; no key has such a segment."""


def check_key(key: str, target: str) -> None:
    """Raise a `StoreError` that names `target` unless `key` may name an object."""
    if reason := _fault(key):
        raise StoreError(
            f"{target}: {key[:80]!r} cannot be the key of an object: {reason}",
            fix="Keys are made of slugs and file names: rename what this one is made of.",
        )


def check_prefix(prefix: str, target: str) -> None:
    """Raise a `StoreError` that names `target` if the folder part of `prefix` cannot be one of a key."""
    folder, slash, _ = prefix.rpartition("/")
    if slash:
        check_key(folder, target)


def _fault(key: str) -> str | None:
    segments = key.split("/")
    if not (key.isascii() and key.isprintable()) or "\\" in key:
        return "a character in it is a backslash, a control character or not ASCII"
    if any(segment in ("", ".", "..") for segment in segments):
        return "a part of it between slashes is empty, `.` or `..`"
    if any(segment.startswith(UNFINISHED) for segment in segments):
        return f"a part of it begins with `{UNFINISHED}`, which marks unfinished files"
    if len(key) > 1024 or max(map(len, segments)) > 255:
        return "it is over 1,024 bytes, or over 255 between two slashes"
    return None
