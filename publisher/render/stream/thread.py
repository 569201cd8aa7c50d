"""The thread that an entry is in, as every format shows it. What hangs together is the model's rule."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping

from publisher.model import Edition, Entry, Published, threads
from publisher.render.stream.once import once

MOST = 12
"""How many of a kind are shown of a long thread, as of a series: the newest."""

Threads = Mapping[str, tuple[Published[Entry], ...]]
"""By the path of an entry, the others of its thread."""


def related(edition: Edition, item: Published[Entry]) -> tuple[Published[Entry], ...]:
    """Give the others in the thread of `item`: events, then episodes, then articles, newest first."""
    return _threads(edition).get(item.entry.path, ())


@once
def _threads(edition: Edition) -> Threads:
    items = {made.entry.path: made for made in (*edition.events, *edition.episodes, *edition.articles)}
    joined = threads([made.entry for made in items.values()])
    return {path: _newest(tuple(items[other] for other in others)) for path, others in joined.items()}


def _newest(thread: tuple[Published[Entry], ...]) -> tuple[Published[Entry], ...]:
    if len(thread) <= MOST:
        return thread
    seen: Counter[str] = Counter()
    kept = []
    for other in thread:
        seen[other.entry.kind] += 1
        if seen[other.entry.kind] <= MOST:
            kept.append(other)
    return tuple(kept)
