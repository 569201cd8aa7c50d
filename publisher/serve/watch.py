"""Files that change, found by looking: works on every disk, network and container, and needs nothing."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

Look = dict[Path, tuple[int, int, int]]
"""When each file was changed, its length and its number on the disk."""


def look(places: Iterable[Path], is_skipped: Callable[[str], bool] = lambda name: False) -> Look:
    """Every file at or below `places` whose name is not skipped. What vanishes meanwhile is not there."""
    found: Look = {}
    waiting = list(places)
    while waiting:
        place = waiting.pop()
        try:
            status = place.stat()
            if place.is_dir():
                with os.scandir(place) as inside:
                    waiting += [Path(one.path) for one in inside if _is_watched(one, is_skipped)]
            else:
                found[place] = (status.st_mtime_ns, status.st_size, status.st_ino)
        except OSError:
            continue
    return found


def changes(known: Look, look: Callable[[], Look], pause: Callable[[], object]) -> Iterator[tuple[Path, ...]]:
    """What differs from what is `known`, whenever anything does and has come to rest.

    At rest is what is the same before and after a `pause`: a recording that is being copied is not.
    """
    while True:
        now = look()
        while now != known:
            pause()
            before, now = now, look()
            if now == before:
                changed = {path for path, _ in known.items() ^ now.items()}
                known = now
                yield tuple(sorted(changed))
        pause()


def _is_watched(entry: os.DirEntry[str], is_skipped: Callable[[str], bool]) -> bool:
    """Whether to look at it; linked folders are not entered, since nobody reads there."""
    return not is_skipped(entry.name) and not (entry.is_symlink() and entry.is_dir())
