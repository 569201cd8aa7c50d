"""The stream of a show: episodes, articles and announced events, newest first, and how they hang together."""

from __future__ import annotations

from operator import attrgetter

from publisher.model import Edition, Entry, Event, Person, Published
from publisher.render.stream.thread import related

__all__ = ["authors", "entries", "related", "stream"]


def entries(edition: Edition) -> tuple[Published[Entry], ...]:
    """Merge the entries of all kinds, newest first; of equal moments, episodes first."""
    every = (*edition.episodes, *edition.articles, *edition.events)
    return tuple(sorted(every, key=attrgetter("published"), reverse=True))


def stream(edition: Edition) -> tuple[Published[Entry], ...]:
    """Give the entries that are news, in the same order."""
    return tuple(item for item in entries(edition) if not item.quiet)


def authors(item: Published[Entry]) -> tuple[Person, ...]:
    """Name who made `item`: those who speak or write, and of an event the organizer."""
    if isinstance(item.entry, Event):
        return (item.entry.organizer,) if item.entry.organizer else ()
    return item.entry.persons
