"""Where drafts go in episodes/, and which of them are there already."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from itertools import count, takewhile

from publisher.adopt import Draft
from publisher.model import Event

LONGEST = 76
"""Characters of a folder's name, so that a number has room in the 80 of a slug."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelved:
    """The drafts by the names of their new folders, and the events that others are already."""

    new: Mapping[str, Draft]
    known: tuple[Event, ...] = ()


def shelve(
    drafts: Iterable[Draft],
    events: Mapping[str, Event],
    taken: Iterable[str],
    slug: Callable[[str], str],
) -> Shelved:
    """Give every draft a folder `<day>-<title>` of its own, but those that are among `events`, by UID.

    `taken` are the slugs of what there is. A draft without a UID is known by its folder and start.
    """
    free = _Shelf({event.path: event for event in events.values()}, set(taken), slug)
    known: list[Event] = []
    new: dict[str, Draft] = {}
    for draft in drafts:
        name = free.name(draft)
        found = events.get(draft.uid) if draft.uid else free.claim(name, draft)
        if found:
            known.append(found)
        else:
            new[free.take(name)] = draft
    return Shelved(new=new, known=tuple(known))


class _Shelf:
    def __init__(self, events: dict[str, Event], taken: set[str], slug: Callable[[str], str]) -> None:
        self.events, self.taken, self.slug = events, taken, slug
        self.claimed: set[str] = set()

    def name(self, draft: Draft) -> str:
        """The name it would have, were it alone."""
        name = self.slug(f"{draft.day} {draft.title}")
        return name if len(name) <= LONGEST else name[: LONGEST + 1].rpartition("-")[0]

    def claim(self, name: str, draft: Draft) -> Event | None:
        """The event that `draft` is: each is one draft's, since there may be several alike."""
        alike = takewhile(lambda one: one is not None, map(self.events.get, _numbered(name)))
        for event in alike:
            if event and event.start == draft.start and event.path not in self.claimed:
                self.claimed.add(event.path)
                return event
        return None

    def take(self, name: str) -> str:
        """The first free name like this."""
        found = next(one for one in _numbered(name) if one not in self.taken)
        self.taken.add(found)
        return found


def _numbered(name: str) -> Iterable[str]:
    return (name if number == 1 else f"{name}-{number}" for number in count(1))
