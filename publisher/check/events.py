"""What people must know of an event (standards: LD-001, LD-002, ICS-014). When it ends is in `entries`."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check import is_told
from publisher.model import Event, Problem, Rule, Severity, Site
from publisher.model.source import GOOGLE_EVENT, RFC5545

PLACE = Rule("LD-001", Severity.WARNING, "An event is somewhere, or online", GOOGLE_EVENT)
WHOLE = Rule("LD-002", Severity.WARNING, "An event has an end and a description", GOOGLE_EVENT)
UID = Rule("ICS-014", Severity.ERROR, "An event's UID is at most 255 bytes", f"{RFC5545}#section-3.8.4.7")

LONGEST = 255
"""Bytes."""


def is_somewhere(site: Site) -> Iterator[Problem]:
    """LD-001."""
    for event in _held(site):
        is_online = event.online and (event.online.platform or event.online.url or event.online.join)
        if not event.location and not is_online and not is_told(site, event.origin, "location"):
            message = "it is not said where the event is: nobody could come"
            fix = "write `location: …`, or `online: {platform: …, url: https://…}`"
            yield PLACE.at(event.origin.at("location", "online"), message, fix)


def has_an_end(site: Site) -> Iterator[Problem]:
    """LD-002."""
    for event in _held(site):
        if event.end is None and not is_told(site, event.origin, "end"):
            message = "it is not said when the event ends: calendars show it without length"
            fix = f"write `end: {event.start:%Y-%m-%d} …` with the time"
            yield WHOLE.at(event.origin.at("end", "start"), message, fix)


def has_a_description(site: Site) -> Iterator[Problem]:
    """LD-002."""
    for event in _held(site):
        if not event.excerpt and not event.html and not is_told(site, event.origin, "summary"):
            message = "nothing is said of this event but its title"
            fix = "write `summary: …`, one or two sentences that make somebody come"
            yield WHOLE.at(event.origin.at("summary"), message, fix)


def has_a_uid_that_calendars_take(site: Site) -> Iterator[Problem]:
    """ICS-014."""
    for event in site.events:
        if not event.draft and event.guid and len(event.guid.encode()) > LONGEST:
            message = f"uid has {len(event.guid.encode())} bytes, more than calendars take"
            fix = "write the one it had in the other calendar, or remove the line"
            yield UID.at(event.origin.at("uid"), message, fix)


def _held(site: Site) -> Iterator[Event]:
    """Events that people may still come to, as far as their producer knows."""
    return (event for event in site.events if not event.draft and event.status != "cancelled")
