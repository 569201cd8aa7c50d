"""The stream of a show: episodes, articles and announced events, newest first, and how they hang together."""

from __future__ import annotations

from operator import attrgetter

from publisher.model import Edition, Entry, Episode, Event, Person, Published


def stream(edition: Edition) -> tuple[Published[Entry], ...]:
    """Merge the entries of all kinds, newest first; of equal moments, episodes first."""
    entries = (*edition.episodes, *edition.articles, *edition.events)
    return tuple(sorted(entries, key=attrgetter("published"), reverse=True))


def authors(item: Published[Entry]) -> tuple[Person, ...]:
    """Name who made `item`: those who speak or write, and of an event the organizer."""
    if isinstance(item.entry, Event):
        return (item.entry.organizer,) if item.entry.organizer else ()
    return item.entry.persons


def related(edition: Edition, item: Published[Entry]) -> tuple[Published[Entry], ...]:
    """Follow the thread: the episodes that came of an event, the events an episode follows up."""
    if isinstance(item.entry, Event):
        return tuple(other for other in edition.episodes if _follows(other.entry, item.entry))
    if isinstance(item.entry, Episode):
        return tuple(other for other in edition.events if _follows(item.entry, other.entry))
    return ()


def _follows(episode: Episode, event: Event) -> bool:
    return episode.event == event.path or event.recording == episode.path
