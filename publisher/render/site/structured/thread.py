"""How entries hang together: what was recorded, and what tells of what (schema.org/CreativeWork)."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING, cast

from publisher.model import Article, Entry, Event, Published
from publisher.render.site.structured.happening import happening
from publisher.render.site.structured.thing import Thing, thing
from publisher.render.stream import related
from publisher.render.stream.keys import page

if TYPE_CHECKING:
    from publisher.render.site.frame import Frame


def thread(frame: Frame, item: Published[Entry]) -> dict[str, list[Thing]]:
    """Name the others in the thread of `item`, by what they are to it."""
    found: dict[str, list[Thing]] = defaultdict(list)
    for other in related(frame.edition, item):
        if relation := _relation(item.entry, other.entry):
            found[relation].append(_name(frame, other))
    return dict(found)


def _relation(entry: Entry, other: Entry) -> str | None:
    """Say what `other` is to `entry`; of one kind, they only stand in the same thread."""
    if entry.kind == other.kind:
        return None
    if isinstance(entry, Event):
        return "recordedIn" if entry.recording == other.path else "subjectOf"
    if isinstance(entry, Article):
        return "about"
    if isinstance(other, Event):
        return "recordedAt" if other.recording == entry.path else "about"
    return "subjectOf"


def _name(frame: Frame, other: Published[Entry]) -> Thing:
    """Say which entry it is; an event is told with when and where, without which it is none (LD-001)."""
    if isinstance(other.entry, Event):
        return thing("Event", **happening(frame, cast(Published[Event], other)))
    url = frame.url(page(other))
    if isinstance(other.entry, Article):
        return thing("Article", headline=other.entry.title, url=url)
    return thing("PodcastEpisode", name=other.entry.title, url=url)
