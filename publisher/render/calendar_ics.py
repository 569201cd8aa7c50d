"""events.ics and events/<slug>.ics: iCalendar (RFC 5545, RFC 7986; ICS-*, CAL-*).

Times are in UTC, which every client gets right for events that happen once (CAL-006). There is no
METHOD: these are subscriptions, not invitations (ICS-029).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Timezone, TimezoneStandard, vCalAddress, vText, vUri
from icalendar import Event as VEvent

from publisher.model import Artifact, Edition, Event, Online, Person, Published
from publisher.render.stream.keys import calendar_key, page
from publisher.render.wire import artifact
from publisher.render.wire.fit import ascii_url

KEY = "events.ics"
TYPE = "text/calendar; charset=utf-8"
STATUS = {"confirmed": "CONFIRMED", "tentative": "TENTATIVE"}
"""What is neither is off for now: iCalendar knows no postponement (ICS-019)."""


def render(edition: Edition) -> Iterator[Artifact]:
    """Make the calendar to subscribe to, and one of each event to save."""
    calendar = _calendar(_vevent(edition, item) for item in edition.events)
    # The library knows neither as text, and would escape nothing.
    for name in ("name", "x-wr-calname"):
        calendar.add(name, vText(edition.show.title))
    calendar.add("x-wr-timezone", edition.show.timezone)
    if not edition.events:
        calendar.add_component(_vtimezone(edition.show.timezone))
    yield artifact(KEY, TYPE, calendar.to_ical())
    for item in edition.events:
        yield artifact(calendar_key(item), TYPE, _calendar([_vevent(edition, item)]).to_ical())


def _calendar(events: Iterable[VEvent]) -> Calendar:
    calendar = Calendar()
    calendar.add("version", "2.0")
    calendar.add("prodid", "-//Publisher//Publisher//EN")
    for event in events:
        calendar.add_component(event)
    return calendar


def _vevent(edition: Edition, item: Published[Event]) -> VEvent:
    event = item.entry
    url = edition.url(page(item))
    vevent = VEvent()
    vevent.add("uid", item.guid)
    _add_dates(vevent, item)
    vevent.add("summary", event.title)
    vevent.add("description", f"{event.excerpt}\n\n{url}".lstrip())
    vevent.add("url", vUri(url))
    vevent.add("status", STATUS.get(event.status, "CANCELLED"))
    # Who may listen if they like is not busy (ICS-024).
    vevent.add("transp", "TRANSPARENT")
    if event.tags:
        vevent.add("categories", list(event.tags))
    _add_place(vevent, event)
    _add_organizer(vevent, event.organizer)
    return vevent


def _add_dates(vevent: VEvent, item: Published[Event]) -> None:
    vevent.add("dtstart", item.entry.start.astimezone(UTC))
    if item.entry.end:
        vevent.add("dtend", item.entry.end.astimezone(UTC))
    vevent.add("created", item.published.astimezone(UTC))
    # Without METHOD, DTSTAMP is the last revision, not the moment of the build (ICS-017).
    vevent.add("dtstamp", item.updated.astimezone(UTC))
    vevent.add("last-modified", item.updated.astimezone(UTC))
    vevent.add("sequence", item.sequence)


def _add_place(vevent: VEvent, event: Event) -> None:
    online = event.online or Online()
    location = event.location or online.platform
    if location:
        vevent.add("location", location)
    for url in dict.fromkeys((online.url, online.join if online.public else None)):
        if url:
            # The library guesses no VALUE, and RFC 7986 §5.11 demands one.
            vevent.add("conference", vUri(url), parameters={"VALUE": "URI"})


def _add_organizer(vevent: VEvent, organizer: Person | None) -> None:
    if organizer and organizer.email:
        address = vCalAddress(ascii_url(f"mailto:{organizer.email}"))
        address.params["CN"] = organizer.name
        vevent.add("organizer", address)


def _vtimezone(name: str) -> Timezone:
    """Make the component that a calendar without events must have (ICS-004).

    Nothing refers to it, so it holds the zone's standard offset only. The library's own would list
    onsets decades ahead, with a comment that names the library.
    """
    zone = ZoneInfo(name)
    offset = min(datetime(2025, month, 1, tzinfo=zone).utcoffset() or timedelta() for month in (1, 7))
    standard = TimezoneStandard()
    standard.add("dtstart", datetime(2025, 1, 1))  # noqa: DTZ001 - RFC 5545 §3.6.5 wants it local
    standard.add("tzoffsetfrom", offset)
    standard.add("tzoffsetto", offset)
    timezone = Timezone()
    timezone.add("tzid", name)
    timezone.add_component(standard)
    return timezone
