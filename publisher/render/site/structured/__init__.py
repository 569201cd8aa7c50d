"""What a page says to machines of what it says to people, as JSON-LD by schema.org (LD-*)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from publisher.model import Article, Entry, Episode, Event, Published
from publisher.render.site.keys import ABOUT, HOME, SUBSCRIBE
from publisher.render.site.structured.article import written
from publisher.render.site.structured.episode import podcast_episode
from publisher.render.site.structured.event import event
from publisher.render.site.structured.show import series, series_with_voices, site
from publisher.render.site.structured.thing import Thing, graph, thing

if TYPE_CHECKING:
    from publisher.render.site.frame import Frame

Crumbs = tuple[tuple[str, str], ...]
"""The way from the home page to a page, it among them: the key and the name of each."""


def structured(frame: Frame, item: Published[Entry] | None, key: str, crumbs: Crumbs = ()) -> Thing:
    """Tell of the page at `key`, which is of `item` if it is of any."""
    return graph(_things(frame, item, key, crumbs))


def _things(frame: Frame, item: Published[Any] | None, key: str, crumbs: Crumbs) -> Iterator[Thing]:
    if key == HOME:
        yield site(frame.edition)
    if key in (HOME, SUBSCRIBE):
        yield series(frame.edition)
    if key == ABOUT:
        yield series_with_voices(frame.edition)
    if item:
        yield from _entry(frame, item)
    if len(crumbs) > 1:
        yield _way(frame, crumbs)


def _entry(frame: Frame, item: Published[Any]) -> Iterator[Thing]:
    if isinstance(item.entry, Episode):
        yield podcast_episode(frame, item)
    elif isinstance(item.entry, Event):
        yield event(frame, item)
    elif isinstance(item.entry, Article):
        yield written(frame, item)


def _way(frame: Frame, crumbs: Crumbs) -> Thing:
    """Say where a page stands (schema.org/BreadcrumbList)."""
    steps = [
        thing("ListItem", position=position, name=name, item=frame.url(key))
        for position, (key, name) in enumerate(crumbs, 1)
    ]
    return thing("BreadcrumbList", itemListElement=steps)
