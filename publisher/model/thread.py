"""The thread: an event, the episodes that came of it, and the articles that tell of either."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator

from publisher.model.entry import Article, Entry, Episode
from publisher.model.event import Event


def threads(entries: Collection[Entry]) -> dict[str, tuple[str, ...]]:
    """The paths of the others in the thread of each entry that is in one, by its path.

    Events come first, then episodes, then articles, each in the order of `entries`. An entry that
    names one who is not among `entries` is in no thread with it.
    """
    kinds = (Event, Episode, Article)
    order = {entry.path: entry for kind in kinds for entry in entries if isinstance(entry, kind)}
    rank = {path: place for place, path in enumerate(order)}
    tied: dict[str, set[str]] = defaultdict(set)
    for path, entry in order.items():
        for other in _named(entry):
            if other in order and other != path:
                tied[path].add(other)
                tied[other].add(path)
    found: dict[str, tuple[str, ...]] = {}
    for path in order:
        if path in tied and path not in found:
            whole = sorted(_reach(path, tied), key=rank.__getitem__)
            found |= {one: tuple(other for other in whole if other != one) for one in whole}
    return found


def _named(entry: Entry) -> Iterator[str]:
    if isinstance(entry, Episode | Article) and entry.event:
        yield entry.event
    if isinstance(entry, Event | Article) and entry.recording:
        yield entry.recording


def _reach(path: str, tied: dict[str, set[str]]) -> set[str]:
    """Everything that hangs together with `path`."""
    found, waiting = {path}, [path]
    while waiting:
        new = tied[waiting.pop()] - found
        found |= new
        waiting += new
    return found
