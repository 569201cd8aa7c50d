"""Which entries are on which topic: those that have its tag, however it is typed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TypeVar
from unicodedata import normalize

from publisher.model import Entry, Published, Topic

E = TypeVar("E", bound=Entry)


def topics(declared: Iterable[Topic], entry: Entry) -> tuple[Topic, ...]:
    """Give the topics that `entry` is on."""
    tags = {folded(tag) for tag in entry.tags}
    return tuple(topic for topic in declared if folded(topic.tag) in tags)


def by_tag(items: Iterable[Published[E]]) -> dict[str, list[Published[E]]]:
    """Sort `items` by their folded tags, each once at each."""
    found: dict[str, list[Published[E]]] = defaultdict(list)
    for item in items:
        for tag in {folded(tag): None for tag in item.entry.tags}:
            found[tag].append(item)
    return found


def folded(tag: str) -> str:
    """Write `tag` as all do who mean the same, whatever keyboard and case they use."""
    return normalize("NFC", normalize("NFC", tag).casefold()).strip()
