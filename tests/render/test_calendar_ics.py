"""events.ics: what calendars need, by the letter of RFC 5545."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from icalendar import Calendar
from icalendar import Event as VEvent

from publisher.model import Edition, Event, Online
from publisher.render import render

from .sample import CAFE, EMPTY, SHOW

SINGLE = "events/innovationscafe.ics"


def calendar_of(edition: Edition, key: str = "events.ics") -> Calendar:
    """The calendar at `key` as the icalendar library reads it."""
    (body,) = (artifact.body for artifact in render(edition) if artifact.key == key)
    assert isinstance(body, bytes)
    return Calendar.from_ical(body)


def vevent_of(edition: Edition, **changes: object) -> VEvent:
    """The one event of `edition`, with `changes` to it."""
    event: Event = replace(CAFE.entry, **changes)  # type: ignore[arg-type]
    (vevent,) = calendar_of(replace(edition, events=(replace(CAFE, entry=event),))).events
    return vevent


@pytest.mark.parametrize("key", ["events.ics", SINGLE])
def test_calendars_are_as_their_goldens(golden: Callable[[str], None], key: str) -> None:
    """The whole document, for people to read."""
    golden(key)


@pytest.mark.parametrize("key", ["events.ics", SINGLE])
def test_lines_end_in_crlf_and_hold_at_most_75_octets(body: Callable[[str], bytes], key: str) -> None:
    """ICS-001…003: Google drops the whole file otherwise, silently; a fold splits no character."""
    lines = body(key).split(b"\r\n")
    assert lines.pop() == b""
    for line in lines:
        assert len(line) <= 75
        assert line.decode().isprintable()


def test_icalendar_reads_the_event_back(edition: Edition) -> None:
    """A second opinion on times, identity and text."""
    vevent: Any = vevent_of(edition)
    assert not vevent.errors
    assert (vevent["uid"], vevent["sequence"]) == (CAFE.guid, CAFE.sequence)
    assert vevent["summary"] == CAFE.entry.title
    assert (vevent.start, vevent.end) == (CAFE.entry.start, CAFE.entry.end)
    assert vevent["dtstamp"].dt == vevent["last-modified"].dt == CAFE.updated
    assert vevent["created"].dt == CAFE.published
    assert [str(tag) for tag in vevent["categories"].cats] == list(CAFE.entry.tags)
    assert vevent["organizer"].params["CN"].replace("'", '"') == 'CO-PI, "Caféen"'


def test_the_name_of_the_calendar_is_escaped() -> None:
    """ICS-013: the library takes NAME for a value of no known type."""
    written = calendar_of(replace(EMPTY, show=replace(SHOW, title="Mod, mandat; m\\m\nog mere"))).to_ical()
    assert written.count(rb"NAME:Mod\, mandat\; m\\m\nog mere") == 2


def test_times_are_in_utc(body: Callable[[str], bytes]) -> None:
    """CAL-006: no client can get the zone wrong."""
    dates = re.findall(rb"^(?:DT\w+|CREATED|LAST-MODIFIED)\b(.*)\r$", body("events.ics"), re.MULTILINE)
    assert len(dates) == 5
    assert all(re.fullmatch(rb":\d{8}T\d{6}Z", date) for date in dates)


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("confirmed", "CONFIRMED"),
        ("tentative", "TENTATIVE"),
        ("cancelled", "CANCELLED"),
        ("postponed", "CANCELLED"),
    ],
)
def test_status_is_one_that_calendars_know(edition: Edition, status: str, expected: str) -> None:
    """ICS-019: what is postponed is off until there is a new date."""
    assert vevent_of(edition, status=status)["status"] == expected


def test_nobody_is_invited_and_nobody_is_busy(edition: Edition) -> None:
    """ICS-024, ICS-029: a subscription has no METHOD and blocks no time."""
    assert "method" not in calendar_of(edition)
    assert vevent_of(edition)["transp"] == "TRANSPARENT"


@pytest.mark.parametrize(("public", "expected"), [(False, 1), (True, 2)])
def test_the_way_in_is_told_only_where_it_is_public(edition: Edition, public: bool, expected: int) -> None:
    """online.join leaves the house by consent only."""
    online = Online(platform="Zoom", url="https://z.dk/", join="https://z.dk/j", public=public)
    assert len(vevent_of(edition, online=online).conferences) == expected


def test_place_and_organizer_are_told_when_known(edition: Edition) -> None:
    """A room beats a platform; an organizer without e-mail is no calendar address."""
    assert vevent_of(edition, location="Rådhuset")["location"] == "Rådhuset"
    bare = vevent_of(edition, online=None, organizer=None, end=None, tags=(), excerpt="")
    assert not {"location", "organizer", "dtend", "categories", "conference"} & {key.lower() for key in bare}
    assert bare["description"] == "https://example.dk/podcast/events/innovationscafe.html"


@pytest.mark.parametrize(
    ("zone", "offset"),
    [
        ("Europe/Copenhagen", "+0100"),
        ("Australia/Sydney", "+1000"),
        ("Europe/Dublin", "+0000"),
        ("UTC", "+0000"),
    ],
)
def test_a_calendar_without_events_has_the_zone_of_the_show(zone: str, offset: str) -> None:
    """ICS-004, ICS-011: a calendar needs a component, and a zone its standard time."""
    calendar = calendar_of(replace(EMPTY, show=replace(SHOW, timezone=zone)))
    (component,) = calendar.subcomponents
    (standard,) = component.subcomponents
    assert (component.name, component["tzid"]) == ("VTIMEZONE", zone)
    assert standard["tzoffsetto"].to_ical() == standard["tzoffsetfrom"].to_ical() == offset
    assert standard["dtstart"].to_ical() == b"20250101T000000"
