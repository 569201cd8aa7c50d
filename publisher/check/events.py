"""What people must know of an event (standards: LD-001, LD-002, ICS-007, ICS-014).

What is asked of a series besides is in `recurrence`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC

from publisher.check import is_told, waiting_events
from publisher.model import Event, Problem, Rule, Session, Severity, Site
from publisher.model.source import GOOGLE_EVENT, RFC5545

PLACE = Rule("LD-001", Severity.WARNING, "An event is at a place with an address, or online", GOOGLE_EVENT)
WHOLE = Rule("LD-002", Severity.WARNING, "An event has an end and a description", GOOGLE_EVENT)
ENDS = Rule("ICS-007", Severity.ERROR, "An event ends after it starts", f"{RFC5545}#section-3.8.2.2")
UID = Rule("ICS-014", Severity.ERROR, "An event's UID is at most 255 bytes", f"{RFC5545}#section-3.8.4.7")
DEADLINE = Rule("EVENT-002", Severity.WARNING, "Who wants to come signs up before the event starts")
PROGRAMME = Rule("EVENT-003", Severity.WARNING, "What is in the programme happens during the event")
FACTS = Rule("EVENT-005", Severity.WARNING, "Place, price, audience and capacity are said in a line each")

LONGEST = 255
"""Bytes of a UID, characters of a line."""


def is_somewhere(site: Site) -> Iterator[Problem]:
    """LD-001."""
    for event in _held(site):
        is_online = event.online and (event.online.platform or event.online.url or event.online.join)
        is_there = event.location or event.address
        if not is_there and not is_online and not is_told(site, event.origin, "location"):
            message = "it is not said where the event is: nobody could come"
            fix = "write `location: …`, or `online: {platform: …, url: https://…}`"
            yield PLACE.at(event.origin.at("location", "online"), message, fix)


def has_an_address(site: Site) -> Iterator[Problem]:
    """LD-001; a place with a number in its name is taken for an address itself."""
    for event in _held(site):
        name = event.location or ""
        told = is_told(site, event.origin, "location") or is_told(site, event.origin, "address")
        if name and not event.address and not re.search(r"\d", name) and not told:
            message = "the place has no address: who is not from there cannot find it"
            short = name if re.fullmatch(r"[\w ]{1,40}", name) else "…"
            fix = f"write `location: {{name: {short}, address: …}}`, with street and town"
            yield PLACE.at(event.origin.at("location"), message, fix)


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


def ends_after_start(site: Site) -> Iterator[Problem]:
    """ICS-007."""
    for event in waiting_events(site):
        # By local clocks, the hour that comes twice would take no time.
        start, end = event.start.astimezone(UTC), event.end and event.end.astimezone(UTC)
        if end and end <= start:
            what = "ends before it starts" if end < start else "takes no time"
            message = "its last day is before its first" if event.all_day else f"the event {what}"
            yield ENDS.at(event.origin.at("end"), message, "write an end after its start, or remove it")


def has_a_uid_that_calendars_take(site: Site) -> Iterator[Problem]:
    """ICS-014."""
    for event in waiting_events(site):
        if event.guid and len(event.guid.encode()) > LONGEST:
            message = f"uid has {len(event.guid.encode())} bytes, more than calendars take"
            fix = "write the one it had in the other calendar, or remove the line"
            yield UID.at(event.origin.at("uid"), message, fix)


def is_signed_up_for_before_it_starts(site: Site) -> Iterator[Problem]:
    """EVENT-002: of a series, its last time counts, and one without end has none."""
    for event in _held(site):
        is_endless = event.recurrence and event.recurrence.last is None
        if event.deadline is None or is_endless:
            continue
        start = max((event.start, *(event.recurrence.starts if event.recurrence else ())))
        if event.deadline > start:
            message = f"the deadline is after the event has started, on {start:%Y-%m-%d %H:%M}"
            fix = "write an earlier deadline, or remove it: people can sign up until the event starts"
            yield DEADLINE.at(event.origin.at("registration.deadline"), message, fix)


def has_a_programme_that_fits(site: Site) -> Iterator[Problem]:
    """EVENT-003."""
    for event in _held(site):
        for number, session in enumerate(event.programme):
            for message, fix in _misfits(session, event):
                place = event.origin.at(f"programme.{number}", "programme")
                yield PROGRAMME.at(place, f"the programme has an item that {message}", fix)


def has_facts_that_fit(site: Site) -> Iterator[Problem]:
    """EVENT-005: calendars show them in a row beside the title."""
    for event in waiting_events(site):
        facts = {"location": event.location, "price": event.price, "audience": event.audience}
        for key, fact in (facts | {"capacity": event.capacity}).items():
            if fact and len(fact) > LONGEST:
                message = f"{key} has {len(fact)} characters, where one line is shown"
                yield FACTS.at(event.origin.at(key), message, "write it shorter, and the rest into the text")


def _misfits(session: Session, event: Event) -> Iterator[tuple[str, str]]:
    """What is wrong with when `session` is, as the end of a sentence, with what to do."""
    start, end = session.start, session.end
    if event.end and event.end <= event.start:
        return
    if start and end and end <= start:
        yield f"ends at {end:%H:%M}, before it starts", "write a later end, after midnight with its date"
    elif start and start < event.start:
        fix = f"write a later time, or its whole date: `{start:%Y-%m-%d %H:%M}`"
        yield f"starts at {start:%H:%M}, before the event does, at {event.start:%H:%M}", fix
    elif start and event.end and (end or start) > event.end:
        fix = "write an earlier time, or a later `end` for the event"
        yield f"is on until {end or start:%H:%M}, after the event is over, at {event.end:%H:%M}", fix


def _held(site: Site) -> Iterator[Event]:
    """Events that people may still come to, as far as their producer knows."""
    return (event for event in waiting_events(site) if event.status != "cancelled")
