"""Things as tests ask for them: the parts of a page's JSON-LD, and editions in which something is to come."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from publisher.model import Edition, Event, Published, Upcoming
from publisher.render.site.frame import Frame
from publisher.render.site.structured.event import event
from tests.render.sample import CAFE, EDITION


def coming(*items: Published[Event]) -> Edition:
    """The sample with these events, all of them to come."""
    return replace(
        EDITION, events=items, upcoming=tuple(Upcoming(item=item, start=item.entry.start) for item in items)
    )


def cafe(**words: Any) -> Published[Event]:
    """The café with other words."""
    return replace(CAFE, entry=replace(CAFE.entry, **words))


def told(item: Published[Event], edition: Edition | None = None) -> dict[str, Any]:
    """What is told of an event, that is to come unless the edition says otherwise."""
    return event(Frame(edition or coming(item)), item)
