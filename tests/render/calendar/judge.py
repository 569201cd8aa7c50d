"""Every rule of the catalogue for calendars (ICS, ICX, CAL), read strictly and by nobody's parser but ours.

No parser objects to most of what these forbid (ICX-008), and Google says nothing when it drops a file.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator

import webcolors

from .grammar import (
    ADDRESSES,
    COLOURS,
    FEATURES,
    LOCAL,
    MANY,
    MAY,
    MUST,
    PARAMS,
    PARTS,
    SAID,
    SINGLE,
    TEXT,
    TIMES,
    VALUES,
    ZULU,
)
from .lines import Component, Property, Unreadable, read


def faults(body: bytes) -> list[str]:
    """What is wrong with the calendar `body`, each after the code of its rule."""
    try:
        calendar = read(body)
    except Unreadable as unreadable:
        return [str(unreadable)]
    if len(body) > 1_000_000:
        return ["CAL-009: larger than clients take"]
    return [f"{fault} in {each.name}" for each in _walk(calendar) for fault in _of(each)] + [
        fault for rule in RULES for fault in rule(calendar)
    ]


def _walk(component: Component) -> Iterator[Component]:
    yield component
    for each in component.components:
        yield from _walk(each)


def _of(component: Component) -> Iterator[str]:
    """What is wrong with the properties of `component`, each by itself."""
    if component.name not in MAY:
        yield "ICS-025: not a component of ours"
        return
    counts = Counter(each.name for each in component.properties)
    for name in counts.keys() - set(MAY[component.name].split()):
        yield f"ICS-005: {name} has no place"
    for name in set(MUST[component.name].split()) - counts.keys():
        yield f"ICS-005: no {name}"
    for name in (name for name, count in counts.items() if count > 1 and name not in MANY):
        yield f"ICS-005: {name} twice"
    for each in component.properties:
        yield from _value(each)


def _value(each: Property) -> Iterator[str]:
    pattern = TEXT if each.name in SAID else VALUES.get(each.name, ".*")
    if not re.fullmatch(pattern, each.value):
        yield f"ICS-008: {each.name} is {each.value}" if each.name not in SAID else f"ICS-013: {each.value}"
    if each.name in ADDRESSES:
        yield from _address(each)
    for name, wanted in PARAMS.get(each.name, {}).items():
        if not re.fullmatch(wanted, ",".join(each.params.get(name, ()))):
            yield f"ICX-001: {each.name} has no {name} that is {wanted}"
    if not set(each.params.get("FEATURE", ())) <= FEATURES:
        yield f"ICX-005: {each.params['FEATURE']}"
    if each.name == "COLOR" and each.value not in COLOURS:
        yield f"ICX-003: {each.value}"
    if each.name == "ORGANIZER" and not re.fullmatch(r"mailto:[!-~]+", each.value):
        yield f"ICS-023: {each.value}"
    if each.name == "UID" and not 0 < len(each.value.encode()) <= 255:
        yield "ICS-014: no UID, or a long one"
    if each.name == "RRULE":
        yield from _rule(each.value)


def _address(each: Property) -> Iterator[str]:
    if not re.fullmatch(r"[a-z][a-z0-9+.-]*://[!-.0-~][!-~]*", each.value):
        yield f"ICS-023: {each.name} is {each.value}"


def _rule(value: str) -> Iterator[str]:
    """ICS-020: parts once, of values that they take; FREQ first, since old Macs know it nowhere else."""
    parts = [part.partition("=")[::2] for part in value.split(";")]
    names = [name for name, _ in parts]
    if names[0] != "FREQ" or len(set(names)) < len(names) or {"COUNT", "UNTIL"} <= set(names):
        yield f"ICS-020: {value}"
    for name, listed in parts:
        values = [listed] if name in SINGLE else listed.split(",")
        if not all(re.fullmatch(PARTS.get(name, "(?!)"), one) for one in values):
            yield f"ICS-020: {name} in {value}"


def _is_filled(calendar: Component) -> Iterator[str]:
    """ICS-004."""
    if not calendar.components:
        yield "ICS-004: no component"
    if re.search(r"\d", calendar.one("PRODID").value):
        yield "ICS-004: PRODID tells a version"


def _zones(calendar: Component) -> Iterator[str]:
    """ICS-010, CAL-005: a zone for each that is named and for no other, but in an empty calendar."""
    here = [zone.one("TZID").value.casefold() for zone in calendar.named("VTIMEZONE")]
    used = {
        each.tzid.casefold()
        for event in calendar.named("VEVENT")
        for each in event.properties
        if each.tzid is not None
    }
    if len(set(here)) < len(here) or (calendar.named("VEVENT") and set(here) != used):
        yield f"ICS-010: {here} for {used}"


def _observances(calendar: Component) -> Iterator[str]:
    """ICS-011, CAL-004; and ical.js forgets DTSTART where there are other onsets by themselves."""
    for zone in calendar.named("VTIMEZONE"):
        if not zone.components:
            yield "ICS-011: neither STANDARD nor DAYLIGHT"
        for each in zone.components:
            plain = [*each.all("DTSTART"), *each.all("RDATE")]
            if any(one.params or not re.fullmatch(LOCAL, one.value) for one in plain):
                yield "CAL-004: an onset is not in plain local form"
            listed = [one.value for one in each.all("RDATE")]
            if listed and each.value("DTSTART") not in listed:
                yield "CAL-004: not every onset is listed"
            if "UNTIL" in (rule := each.value("RRULE") or "") and not re.search(f"UNTIL={ZULU}", rule):
                yield "ICS-011: UNTIL is not in UTC"


def _form(each: Property) -> tuple[str, str | None, str | None]:
    kind = "Z" if each.value.endswith("Z") else "local" if "T" in each.value else "day"
    return kind, each.tzid, each.type


def _times(calendar: Component) -> Iterator[str]:
    """ICS-007, ICS-008, ICS-012, ICS-017, CAL-011."""
    for event in calendar.named("VEVENT"):
        start = event.one("DTSTART")
        for each in (each for each in event.properties if each.name in TIMES):
            kind, tzid, type = _form(each)
            if (kind, tzid is None, type) not in (
                ("Z", True, None),
                ("local", False, None),
                ("day", True, "DATE"),
            ):
                yield f"ICS-012: {each.name} floats, or says twice what it is"
        for end in event.all("DTEND"):
            if _form(end) != _form(start) or end.value <= start.value:
                yield f"ICS-007: from {start.value} to {end.value}"
        if event.value("DTSTAMP") != event.value("LAST-MODIFIED"):
            yield "ICS-017: DTSTAMP is not the last revision"


def _series(calendar: Component) -> Iterator[str]:
    """ICS-015, ICS-020, ICS-021: what is of a series is in the form of its start."""
    events = calendar.named("VEVENT")
    known = Counter((event.value("UID"), event.value("RECURRENCE-ID")) for event in events)
    if any(count > 1 for count in known.values()):
        yield "ICS-015: two of one UID"
    series = {event.value("UID"): event for event in events if not event.all("RECURRENCE-ID")}
    for event in events:
        master = series.get(event.value("UID"))
        if master is None:
            yield "ICS-021: a time of no series"
            continue
        form = _form(master.one("DTSTART"))
        times = [*event.all("RDATE"), *event.all("EXDATE"), *event.all("RECURRENCE-ID")]
        if any(_form(each) != form for each in times):
            yield "ICS-021: not in the form of DTSTART"
        until = re.search("UNTIL=([^;]*)", event.value("RRULE") or "")
        if until and until[1].endswith("Z") != (form[0] != "day"):
            yield f"ICS-020: {until[0]}"
        if event.all("RECURRENCE-ID"):
            if any(event.all(name) for name in ("RRULE", "RDATE", "EXDATE")):
                yield "ICS-021: a time of a series recurs"
            if event.value("SEQUENCE") != master.value("SEQUENCE"):
                yield "ICS-016: a time of a series has a SEQUENCE of its own"


def _names(calendar: Component) -> Iterator[str]:
    """ICS-030, ICX-006, CAL-007, CAL-008: what is said twice is the same."""
    pairs = (
        ("NAME", "X-WR-CALNAME"),
        ("DESCRIPTION", "X-WR-CALDESC"),
        ("REFRESH-INTERVAL", "X-PUBLISHED-TTL"),
    )
    for name, known in pairs:
        if calendar.value(name) != calendar.value(known):
            yield f"ICX-006: {name} is not {known}"
    color, apple = calendar.value("COLOR"), calendar.value("X-APPLE-CALENDAR-COLOR")
    codes = {name: webcolors.name_to_hex(name).upper() for name in COLOURS}
    if codes.get(color or "") != apple:
        yield f"CAL-008: {color} is not {apple}"
    if re.fullmatch("P?T?(0+[WDHMS]T?)*", calendar.value("REFRESH-INTERVAL") or "PT1H"):
        yield "ICX-001: an interval of nothing"


RULES: tuple[Callable[[Component], Iterator[str]], ...] = (
    _is_filled,
    _zones,
    _observances,
    _times,
    _series,
    _names,
)
