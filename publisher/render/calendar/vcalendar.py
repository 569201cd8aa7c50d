"""VCALENDAR: events with the zones they use, and what the calendar is called (RFC 5545 §3.6, RFC 7986 §5).

There is no METHOD: these are subscriptions, not invitations (ICS-029). What the standard has a property
for and clients read from another is said twice (ICS-030, ICX-006, CAL-007, CAL-008).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from icalendar import Calendar, vDuration, vUri
from icalendar import Event as VEvent

from publisher.model import Edition, Event, Published, over
from publisher.render.calendar.clock import clock
from publisher.render.calendar.colour import hexadecimal
from publisher.render.calendar.value import Text, uri
from publisher.render.calendar.vevent import vevents
from publisher.render.calendar.vtimezone import vtimezone
from publisher.render.stream.keys import home, page

ENOUGH = 300_000
"""Octets that a calendar to subscribe to stays under as long as that can be done."""
NEVER = datetime.max.replace(tzinfo=UTC)


def vcalendar(edition: Edition, items: tuple[Published[Event], ...]) -> Calendar:
    """Make a calendar of `items`, with a VTIMEZONE for each zone that they name."""
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Publisher//Publisher//EN")
    for zone, first, last in _zones(items):
        calendar.add_component(vtimezone(zone, first, last))
    for item in items:
        for vevent in vevents(edition, item):
            calendar.add_component(vevent)
    return calendar


def subscription(edition: Edition, key: str) -> Calendar:
    """Make the calendar to subscribe to at `key`; without events it holds the show's zone (ICS-004)."""
    calendar = vcalendar(edition, edition.calendar)
    _add_names(calendar, edition)
    _add_refresh(calendar, edition, key)
    _add_looks(calendar, edition)
    if not edition.calendar:
        calendar.add_component(vtimezone(edition.show.timezone, edition.updated.year, edition.updated.year))
    _lighten(calendar, edition)
    return calendar


def _zones(items: tuple[Published[Event], ...]) -> Iterator[tuple[str, int, int | None]]:
    """Find the zones that times are told in, and from which year through which; None is for ever."""
    used: dict[str, list[Event]] = defaultdict(list)
    for item in items:
        if tzid := clock(item.entry).tzid:
            used[tzid].append(item.entry)
    for zone, events in sorted(used.items()):
        years = {time.astimezone(ZoneInfo(zone)).year for event in events for time in _times(event)}
        yield zone, min(years), None if any(over(event) is None for event in events) else max(years)


def _times(event: Event) -> Iterator[datetime]:
    yield from filter(None, (event.start, event.end, over(event)))
    if event.recurrence:
        yield from (*event.recurrence.added, *event.recurrence.excluded)
        for one in event.recurrence.changed:
            yield from filter(None, (one.original, one.start, one.end))


def _add_names(calendar: Calendar, edition: Edition) -> None:
    show = edition.show
    title = (show.calendar.title or "").strip() or show.title
    description = (show.calendar.description or "").strip() or show.description
    for name, text in (("name", title), ("description", description)):
        calendar.add(name, Text(text))
    for name, text in (("x-wr-calname", title), ("x-wr-caldesc", description)):
        calendar.add(name, Text(text))
    calendar.add("x-wr-timezone", Text(show.timezone))
    calendar.add("url", vUri(home(edition)))


def _add_refresh(calendar: Calendar, edition: Edition, key: str) -> None:
    """Say where it is, when it last changed, and how often to look (ICX-001, ICX-002)."""
    refresh = edition.show.calendar.refresh
    calendar.add("source", uri(edition.url(key)))
    revised = (item.revised or item.updated for item in edition.calendar)
    calendar.add("last-modified", max([edition.updated, *revised]))
    calendar.add("refresh-interval", vDuration(refresh, params={"VALUE": "DURATION"}))
    calendar.add("x-published-ttl", vDuration(refresh))


def _add_looks(calendar: Calendar, edition: Edition) -> None:
    show = edition.show
    if show.cover:
        image = uri(edition.url(show.cover.key), DISPLAY="BADGE", FMTTYPE=show.cover.type)
        calendar.add("image", image)
    if code := hexadecimal(show.calendar.color):
        calendar.add("color", show.calendar.color)
        calendar.add("x-apple-calendar-color", code)


def _lighten(calendar: Calendar, edition: Edition) -> None:
    """Make the calendar small enough for clients (CAL-009), beginning with what is over longest.

    First it loses the HTML, then all but the summary and the link to the page, which says everything,
    and then the summary, tags and picture.
    """
    size = len(calendar.to_ical())
    items = {item.guid: item for item in edition.calendar}
    oldest = sorted(calendar.events, key=lambda one: over(items[str(one["uid"])].entry) or NEVER)
    for lose in (_lose_html, _lose_details, _lose_rest):
        for vevent in oldest:
            if size < ENOUGH:
                return
            before = len(vevent.to_ical())
            lose(vevent, edition, items[str(vevent["uid"])])
            size -= before - len(vevent.to_ical())


def _lose_html(vevent: VEvent, edition: Edition, item: Published[Event]) -> None:
    del vevent["x-alt-desc"]


def _lose_details(vevent: VEvent, edition: Edition, item: Published[Event]) -> None:
    vevent["description"] = Text("\n\n".join(filter(None, (item.entry.excerpt, edition.url(page(item))))))


def _lose_rest(vevent: VEvent, edition: Edition, item: Published[Event]) -> None:
    vevent["description"] = Text(edition.url(page(item)))
    for name in ("categories", "image"):
        vevent.pop(name, None)
