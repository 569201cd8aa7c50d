"""Files as the system knows them without being opened: whether any may have changed since.

As in git, a file that was written in the same tick of the clock in which it was looked at may be written
again without a trace. Such a one is not believed (git's Documentation/technical/racy-git.adoc).
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

TICK = 100_000_000
"""Nanoseconds in which the clocks of most file systems stand still, and some more."""
COARSE = 2_000_000_000
"""The same of those that count seconds, or two of them."""
SECOND = 1_000_000_000

Known = tuple[int, int, int, int]
"""Size, times of the last change of bytes and of anything, in nanoseconds, and inode of a file.

The time of the bytes can be set back, as `cp -p` does over another file; the other cannot (POSIX, ctime).
"""


def known(stat: os.stat_result) -> Known:
    """What tells whether a file is the same as before."""
    return stat.st_size, stat.st_mtime_ns, stat.st_ctime_ns, stat.st_ino


def is_settled(one: Known, moment: int) -> bool:
    """Whether a file that was so at `moment`, in nanoseconds, can only change by being another `Known`."""
    _, written, changed, _ = one
    tick = TICK if written % SECOND or changed % SECOND else COARSE
    return max(written, changed) + tick < moment


def fingerprint(folder: Path) -> bytes | None:
    """A digest of all that is in `folder`, or None where that does not tell, as just after a change."""
    moment = time.time_ns()
    digest = blake2b(digest_size=16)
    try:
        for entry in _walk(str(folder)):
            one = known(entry.stat())
            if not is_settled(one, moment) or (entry.is_symlink() and entry.is_dir()):
                return None
            digest.update(f"{entry.path} {one}\n".encode(errors="surrogateescape"))
    except OSError:
        return None
    return digest.digest()


def _walk(folder: str) -> Iterator[os.DirEntry[str]]:
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda one: one.name)
    for entry in entries:
        yield entry
        if entry.is_dir(follow_symlinks=False):
            yield from _walk(entry.path)
