"""VEVENT: an event, and each time of a series that is not as its rule has it (RFC 5545 §3.6.1, RFC 7986 §5).

Identity and revision come from what was published, never from the clock: clients take a change only
where SEQUENCE and DTSTAMP moved (CAL-002, ICS-016, ICS-017).
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, timedelta

from icalendar import Event as VEvent
from icalendar import vCalAddress, vDuration, vRecur, vUri

from publisher.model import Edition, Event, Online, Person, Published
from publisher.render.calendar.clock import Clock, clock, is_twice
from publisher.render.calendar.colour import hexadecimal
from publisher.render.calendar.describe import describe
from publisher.render.calendar.instance import instances
from publisher.render.calendar.value import Text, categories, geo, uri
from publisher.render.stream import related
from publisher.render.stream.keys import page
from publisher.render.stream.news import titled
from publisher.render.wire.fit import ascii_url
from publisher.render.words import words

STATUS = {"confirmed": "CONFIRMED", "tentative": "TENTATIVE"}
"""What is neither is off for now: iCalendar knows no postponement (ICS-019)."""
MEETINGS = frozenset("bigbluebutton jitsi meet skype teams webex whereby zoom".split())
"""Platforms on which people see and hear each other, as words of their names."""


def vevents(edition: Edition, item: Published[Event]) -> Iterator[VEvent]:
    """Make the VEVENT of `item`, and one more for each time that is not as the others."""
    event, form = item.entry, clock(item.entry)
    series = _vevent(edition, item)
    _add_recurrence(series, event, form)
    yield series
    for original, changed in instances(event):
        instance = _vevent(edition, replace(item, entry=changed))
        instance.add("recurrence-id", form.value(original))
        yield instance


def _vevent(edition: Edition, item: Published[Event]) -> VEvent:
    event, w = item.entry, words(edition.show.language)
    vevent = VEvent()
    vevent.add("uid", Text(item.guid))
    vevent.add("summary", Text(titled(event.title, event.status, w)))
    vevent.add("status", STATUS.get(event.status, "CANCELLED"))
    # Who may come if they like is not busy (ICS-024).
    vevent.add("transp", "TRANSPARENT")
    vevent.add("url", vUri(edition.url(page(item))))
    _add_revision(vevent, item)
    _add_times(vevent, event)
    _add_words(vevent, edition, item)
    _add_place(vevent, event)
    _add_organizer(vevent, event.organizer)
    _add_looks(vevent, edition, event)
    return vevent


def _add_revision(vevent: VEvent, item: Published[Event]) -> None:
    vevent.add("created", item.published.astimezone(UTC))
    # Without METHOD, DTSTAMP is the last revision, not the moment of the build (ICS-017).
    revised = (item.revised or item.updated).astimezone(UTC)
    vevent.add("dtstamp", revised)
    vevent.add("last-modified", revised)
    vevent.add("sequence", item.sequence)


def _add_times(vevent: VEvent, event: Event) -> None:
    form = clock(event)
    vevent.add("dtstart", form.value(event.start))
    # In UTC, since clocks of one zone are compared as they show.
    if event.end and (length := event.end.astimezone(UTC) - event.start.astimezone(UTC)) > timedelta():
        if event.recurrence and form.tzid and is_twice(event.end, form.zone):
            # By its clock the end would be taken for the other one, or for none.
            vevent.add("duration", vDuration(length))
        else:
            vevent.add("dtend", form.value(event.end))


def _add_recurrence(vevent: VEvent, event: Event, form: Clock) -> None:
    """Write the times of a series in the form of its start (ICS-020, ICS-021), one on a line."""
    recurrence = event.recurrence
    if not recurrence:
        return
    if recurrence.rule:
        vevent.add("rrule", vRecur.from_ical(recurrence.rule))
    for name, moments in (("rdate", recurrence.added), ("exdate", recurrence.excluded)):
        for moment in moments:
            vevent.add(name, form.value(moment))


def _add_words(vevent: VEvent, edition: Edition, item: Published[Event]) -> None:
    description = describe(edition, item)
    vevent.add("description", Text(description.text))
    vevent.add("x-alt-desc", Text(description.html, params={"FMTTYPE": "text/html"}))
    if item.entry.tags:
        vevent.add("categories", categories(item.entry.tags))
    for other in related(edition, item):
        kinship = "SIBLING" if isinstance(other.entry, Event) else "CHILD"
        vevent.add("related-to", Text(other.guid, params={"RELTYPE": kinship}))


def _add_place(vevent: VEvent, event: Event) -> None:
    online = event.online or Online()
    place = [line.strip(" ,") for line in f"{event.location or ''}\n{event.address or ''}".splitlines()]
    location = ", ".join(filter(None, place)) or online.platform
    if location:
        vevent.add("location", Text(location))
    if event.geo:
        vevent.add("geo", geo(event.geo))
    parameters = _conference(online.platform) if online.platform else {}
    for url in dict.fromkeys(filter(None, (online.url, online.join))):
        vevent.add("conference", uri(url, **parameters))


def _conference(platform: str) -> dict[str, str | list[str]]:
    is_meeting = not MEETINGS.isdisjoint(platform.casefold().split())
    return {"LABEL": platform} | ({"FEATURE": ["AUDIO", "VIDEO"]} if is_meeting else {})


def _add_organizer(vevent: VEvent, organizer: Person | None) -> None:
    """Name who can be asked: ORGANIZER takes an address only (§3.8.4.3)."""
    if not organizer:
        return
    address = ascii_url(f"mailto:{organizer.email or ''}").removesuffix("mailto:")
    if address:
        vevent.add("organizer", vCalAddress(address, params={"CN": organizer.name}))
    elif organizer.name.strip():
        vevent.add("contact", Text(organizer.name))


def _add_looks(vevent: VEvent, edition: Edition, event: Event) -> None:
    if event.image:
        image = uri(edition.url(event.image.key), DISPLAY="BADGE", FMTTYPE=event.image.type)
        vevent.add("image", image)
    if hexadecimal(edition.show.calendar.color):
        vevent.add("color", edition.show.calendar.color)
