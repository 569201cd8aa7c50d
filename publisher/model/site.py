"""All that was read of a project."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from publisher.model.entry import Article, Entry, Episode
from publisher.model.event import Event
from publisher.model.look import Theme
from publisher.model.problem import Problem
from publisher.model.show import Show


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """Everything that was read, with what reading it found wrong. Entries are sorted by path."""

    show: Show
    episodes: tuple[Episode, ...] = ()
    events: tuple[Event, ...] = ()
    articles: tuple[Article, ...] = ()
    problems: tuple[Problem, ...] = ()
    ignored: tuple[str, ...] = ()
    """Files that nothing was made of, relative to the project."""
    theme: Theme = field(default=Theme())

    @property
    def entries(self) -> Iterator[Entry]:
        """Every entry, episodes first."""
        yield from self.episodes
        yield from self.events
        yield from self.articles
