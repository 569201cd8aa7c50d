"""An entry as lists show it: a marker of its kind, its title, and the few facts that people choose by."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from publisher.model import Entry, Episode, Event, Published
from publisher.render.site.frame import Frame
from publisher.render.site.pictures import Image
from publisher.render.stream.happening import OFF, state, when
from publisher.render.stream.keys import page
from publisher.render.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Leaf:
    """A day as a calendar with a leaf for each has it: "fre", "31", "mar", "2023"; `iso` is its date."""

    weekday: str
    day: str
    month: str
    year: str
    iso: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """An entry in a list. `marks` are words that set it apart from most others."""

    kind: str
    href: str
    title: str
    excerpt: str
    date: datetime
    """When it was published; when it starts, of an event."""
    image: Image | None = None
    marks: tuple[str, ...] = ()
    duration: timedelta | None = None
    """How long an episode lasts."""
    number: str | None = None
    """What apps show for the number of an episode."""
    leaf: Leaf | None = None
    """The day of an event."""
    when: str | None = None
    place: str | None = None
    off: bool = False
    """Whether an event is cancelled or postponed."""


def cards(frame: Frame, items: Iterable[Published[Entry]]) -> tuple[Card, ...]:
    """Show `items` in their order."""
    return tuple(card(frame, item) for item in items)


def card(frame: Frame, item: Published[Entry]) -> Card:
    """Show `item`."""
    entry = item.entry
    shown = Card(
        kind=entry.kind,
        href=frame.url(page(item)),
        title=entry.title,
        excerpt=entry.excerpt,
        date=item.published,
        image=frame.gallery.image(entry.image),
        marks=tuple(marks(frame.w, item)),
    )
    if isinstance(entry, Event):
        return _event(frame, item.guid, entry, shown)
    if isinstance(entry, Episode):
        length = item.enclosure.duration if item.enclosure else timedelta()
        return replace(shown, duration=length or None, number=number(entry))
    return shown


def _event(frame: Frame, guid: str, event: Event, shown: Card) -> Card:
    start = frame.begins(guid, event)
    online = (event.online.platform or frame.w.text("Online")) if event.online else None
    return replace(
        shown,
        date=start,
        leaf=leaf(frame.w, start, event.timezone),
        when=when(state(event), frame.w, start),
        place=" · ".join(filter(None, (event.location, online))) or None,
        off=event.status in OFF,
    )


def leaf(w: Words, moment: datetime, timezone: str) -> Leaf:
    """Show the day that `moment` is on in `timezone`."""
    from babel.dates import format_date

    here = moment.astimezone(ZoneInfo(timezone))
    weekday, day, month, year = (
        format_date(here, one, w.locale).rstrip(".") for one in ("EEE", "d", "MMM", "y")
    )
    return Leaf(weekday=weekday, day=day, month=month, year=year, iso=here.date().isoformat())


def number(episode: Episode) -> str | None:
    """Give what apps show for the number of `episode`."""
    if episode.episode_display:
        return episode.episode_display
    return None if episode.episode is None else str(episode.episode)


def marks(w: Words, item: Published[Entry]) -> Iterator[str]:
    """Say what sets `item` apart: that it is not public yet, a trailer, off, or not for children."""
    entry, unseen = item.entry, item.unseen
    if unseen:
        yield w.text("Draft") if unseen == "draft" else w.text("Scheduled")
    if isinstance(entry, Episode):
        if entry.type != "full":
            yield w.text("Trailer") if entry.type == "trailer" else w.text("Bonus")
        if entry.explicit:
            yield w.text("Explicit")
    if isinstance(entry, Event):
        yield from _status(w, entry)


def _status(w: Words, event: Event) -> Iterator[str]:
    if event.status == "cancelled":
        yield w.text("Cancelled")
    elif event.status == "postponed":
        yield w.text("Postponed")
    elif event.status == "tentative":
        yield w.text("Not confirmed yet")
