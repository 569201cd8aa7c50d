"""What a publish changed for listeners, and who has been told of it. URLs are absolute."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PODCAST = "podcast.xml"
"""The key of the feed that podcast apps subscribe to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFeed:
    """A feed or calendar to subscribe to that has other bytes now. `type` is its media type."""

    key: str
    url: str
    type: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedEntry:
    """An episode, event or article that is new, changed or removed; `url` is that of its page."""

    change: Literal["new", "changed", "removed"]
    kind: str
    guid: str
    title: str | None = None
    """None where it is gone and nobody remembers."""
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class News:
    """What the revision changed. `guid` is the show's."""

    guid: str
    title: str
    base_url: str
    revision: int
    feeds: tuple[ChangedFeed, ...] = ()
    """Sorted by key."""
    entries: tuple[ChangedEntry, ...] = ()
    """In the order of the ledger: by first publication."""
    stale: tuple[str, ...] = ()
    """Every URL whose copies elsewhere are old now, sorted."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """Whether somebody has been told. Nothing here is a secret."""

    by: str
    """The kind of notification, as in `publisher.tell`."""
    whom: str
    """A host, a distribution or a program."""
    of: str = ""
    """The key of a feed, where it was told of that one."""
    wrong: str | None = None
    """Why it could not be told."""
    fix: str = ""
