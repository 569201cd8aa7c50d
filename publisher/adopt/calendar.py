"""A calendar (iCalendar, RFC 5545) into events.

Every VEVENT becomes one, together with those that override times of it. What our events cannot hold is
told, and the rest kept; what nobody else is to know, invitees and alarms, is not even read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from publisher.adopt import Adoption, Source
from publisher.adopt.vevent.event import make_draft
from publisher.adopt.vevent.lines import Calendar, Text, read_calendars, read_lines
from publisher.adopt.vevent.rules import SAME, SERIES, WHOLE
from publisher.adopt.vevent.vevent import VEvent, make_vevent
from publisher.adopt.vevent.zones import Zones
from publisher.errors import PublisherError
from publisher.model import Place, Problem

HEAD = 100_000
"""Bytes in which a calendar must begin; what is before it was added on the way."""
OTHERS = {"VTODO": "tasks", "VJOURNAL": "journal entries", "VFREEBUSY": "busy times"}

_BEGIN = re.compile(rb"^[ \t\xef\xbb\xbf]*BEGIN:VCALENDAR", re.MULTILINE)
_LONG_AGO = datetime(1, 1, 1, tzinfo=UTC)


def recognises(data: bytes) -> bool:
    """Tell whether there is a line that begins a calendar."""
    head = data[:HEAD]
    if head.startswith((b"\xff\xfe", b"\xfe\xff")):
        head = head.decode("utf-16", "replace").encode()
    return bool(_BEGIN.search(head.replace(b"\r", b"\n")))


def adopt(source: Source) -> Adoption:
    """Make an event of each VEVENT. Raises PublisherError for a calendar that cannot have any."""
    text = read_lines(source.data)
    calendars = read_calendars(text, source.name)
    told = list(_damage(text, source.name))
    events = [event for one in calendars for event in _events(one, source, told)]
    if not events:
        _raise_if_other(calendars, source.name)
    made = (make_draft(event, overrides, source) for event, overrides in _grouped(events))
    drafts = sorted((one for one in made if one), key=lambda draft: (draft.start, draft.title))
    return Adoption(drafts=tuple(drafts), problems=tuple(told), title=_title(calendars))


def _damage(text: Text, name: str) -> Iterator[Problem]:
    if text.foreign:
        message = (
            "the calendar is not written in UTF-8; it is read as Windows' and old programs' Latin letters"
        )
        fix = "look whether all letters are right, above all å, é and the like"
        yield WHOLE.at(Place(file=name, line=text.foreign), message, fix)
    if not text.lines[-1][1].upper().startswith("END:VCALENDAR"):
        message = "the calendar has no END:VCALENDAR: maybe its last events are missing"
        yield WHOLE.at(Place(file=name, line=text.lines[-1][0]), message, "look whether all of it is there")


def _events(calendar: Calendar, source: Source, told: list[Problem]) -> Iterator[VEvent]:
    zones = Zones(calendar, ZoneInfo(source.show.timezone))
    method = next((one.text.upper() for one in calendar.properties() if one.name == "METHOD"), "")
    for component in calendar.named("VEVENT"):
        yield make_vevent(component, zones, file=source.name, method=method, told=told)


def _raise_if_other(calendars: Iterable[Calendar], name: str) -> None:
    """Raise PublisherError for a calendar of something else; one of time zones alone has no events yet."""
    kinds = {component.name for calendar in calendars for component in calendar.components}
    others = [word for kind, word in OTHERS.items() if kind in kinds]
    if others:
        fix = "export the calendar that has the events"
        raise PublisherError(f"{name} has {' and '.join(others)}, but no events", fix=fix)
    if not kinds:
        raise PublisherError(
            f"{name} is a calendar without anything in it", fix="export it again, or another one"
        )


def _title(calendars: Iterable[Calendar]) -> str | None:
    """What the first calendar that has a name calls itself."""
    said = (one for calendar in calendars for one in calendar.properties())
    return next((one.text for one in said if one.name in ("NAME", "X-WR-CALNAME") and one.text), None)


def _grouped(events: Iterable[VEvent]) -> Iterator[tuple[VEvent, list[VEvent]]]:
    """Each event with what overrides times of it: those with its UID and a RECURRENCE-ID."""
    groups: dict[object, list[VEvent]] = {}
    for event in events:
        groups.setdefault(event.uid or object(), []).append(event)
    for group in groups.values():
        overrides = _latest_overrides(one for one in group if one.first("RECURRENCE-ID"))
        masters = [one for one in group if not one.first("RECURRENCE-ID")]
        if masters:
            yield _latest(masters), overrides
        else:
            yield _without_series(overrides)


def _latest(alike: list[VEvent]) -> VEvent:
    """The latest of several events that say they are the same; told."""
    latest = max(alike, key=_age)
    if len(alike) > 1:
        lines = ", ".join(str(one.line) for one in alike if one is not latest)
        message = f"has the same UID as what stands in line {lines}: only this, the latest, is kept"
        latest.tell(SAME, message, "give the others a UID of their own if they are other events")
    return latest


def _latest_overrides(overrides: Iterable[VEvent]) -> list[VEvent]:
    latest: dict[str, VEvent] = {}
    for one in overrides:
        found = one.first("RECURRENCE-ID")
        key = f"{found.params.get('TZID', '')}:{found.value}" if found else ""
        latest[key] = max(latest.get(key, one), one, key=_age)
    return list(latest.values())


def _age(event: VEvent) -> tuple[int, datetime, int]:
    return event.sequence, event.stamp or _LONG_AGO, event.line


def _without_series(overrides: list[VEvent]) -> tuple[VEvent, list[VEvent]]:
    """Times of a series that is not in the file: the first as an event, the others as times of it."""
    first, *others = sorted(overrides, key=lambda one: (one.moment("DTSTART") or _LONG_AGO, one.line))
    message = "is a time of a series that is not in this calendar"
    first.tell(SERIES, f"{message}: only what is here is kept", "look whether there are more")
    alone = {name: found for name, found in first.properties.items() if name != "RECURRENCE-ID"}
    return replace(first, properties=alone), others
