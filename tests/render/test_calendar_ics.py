"""events.ics and events/<slug>.ics as whole documents, by the letter and by other people's readers.

What each part of them says has its tests in calendar/.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from icalendar import Calendar
from icalendar import Event as VEvent

from publisher.model import Edition, Event, Instance, Online, Person, Recurrence, Session

from .calendar.judge import faults
from .calendar.made import EVERY, at, bodies, edition_of, held
from .sample import CAFE, EDITION, EMPTY, SHOW

SINGLE = "events/innovationscafe.ics"
ANY = st.text(st.characters(exclude_categories=[]), max_size=90) | st.sampled_from(
    [
        "",
        " ",
        "\\",
        "\\N",
        "a\\nb",
        "^n^'^^",
        '";:,',
        "\r\n\n",
        "BEGIN:VEVENT",
        "\ufeff",
        "\u2028",
        "æ" * 90,
        "=;",
    ]
)


def calendar_of(edition: Edition, key: str = "events.ics") -> Calendar:
    """The calendar at `key` as the icalendar library reads it."""
    return Calendar.from_ical(bodies(edition)[key])


def vevent_of(edition: Edition, **changes: Any) -> VEvent:
    """The one event of `edition`, with `changes` to it."""
    event: Event = replace(CAFE.entry, **changes)
    (vevent,) = calendar_of(replace(edition, calendar=(replace(CAFE, entry=event),))).events
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


@pytest.mark.parametrize(
    "edition",
    [EDITION, EMPTY, edition_of(*EVERY), *(edition_of(item, color="teal") for item in EVERY)],
    ids=["sample", "empty", "every", *(item.slug for item in EVERY)],
)
def test_every_calendar_keeps_every_rule(edition: Edition) -> None:
    """The catalogue, read by the letter: ICS, ICX and CAL."""
    made = bodies(edition)
    assert {key: found for key, body in made.items() if (found := faults(body))} == {}
    assert len(made) == 1 + len(edition.events)


@given(ANY)
@settings(max_examples=150, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_text_keeps_every_rule(text: str) -> None:
    """Wherever people write, in the calendar and in its events, once and in a series."""
    person = Person(name=text, role=text, email="a@example.dk")
    item = held(
        title=text,
        excerpt=text,
        persons=(person,),
        organizer=person,
        tags=(text, text),
        location=text,
        address=text,
        online=Online(platform=text, url=f"https://a.dk/{text}", join=f"https://b.dk/?{text}", public=True),
        registration=f"https://example.dk/?q={text}",
        audience=text,
        price=text,
        capacity=text,
        programme=(Session(title=text, speakers=(text,)),),
        recurrence=Recurrence(
            rule="FREQ=DAILY;COUNT=3",
            changed=(Instance(original=at("2023-04-01 09:00"), title=text, location=text),),
        ),
    )
    edition = edition_of(replace(item, guid=f"uid-{text[:40]}"), title=text, description=text)
    show = replace(edition.show, title=text, description=text)
    for body in bodies(replace(edition, show=show)).values():
        assert faults(body) == []
        (first, second) = Calendar.from_ical(body).events
        assert not first.errors + second.errors


def test_icalendar_reads_the_event_back(edition: Edition) -> None:
    """A second opinion on times, identity and text."""
    vevent: Any = vevent_of(edition)
    assert not vevent.errors
    assert (vevent["uid"], vevent["sequence"]) == (CAFE.guid, CAFE.sequence)
    assert vevent["summary"] == CAFE.entry.title
    assert (vevent.start, vevent.end) == (CAFE.entry.start, CAFE.entry.end)
    assert vevent["dtstart"].params["TZID"] == "Europe/Copenhagen"
    assert vevent["dtstamp"].dt == vevent["last-modified"].dt == CAFE.updated
    assert vevent["created"].dt == CAFE.published
    assert [str(tag) for tag in vevent["categories"].cats] == list(CAFE.entry.tags)
    assert vevent["organizer"].params["CN"].replace("'", '"') == 'CO-PI, "Caféen"'


def test_the_name_of_the_calendar_is_escaped() -> None:
    """ICS-013: the library takes NAME for a value of no known type."""
    written = calendar_of(replace(EMPTY, show=replace(SHOW, title="Mod, mandat; m\\m\nog mere"))).to_ical()
    assert written.count(rb"NAME:Mod\, mandat\; m\\m\nog mere") == 2


def test_nobody_is_invited_and_nobody_is_busy(edition: Edition) -> None:
    """ICS-024, ICS-029: a subscription has no METHOD and blocks no time."""
    assert "method" not in calendar_of(edition)
    assert vevent_of(edition)["transp"] == "TRANSPARENT"


@pytest.mark.parametrize(("public", "expected"), [(False, 1), (True, 2)])
def test_the_way_in_is_told_only_where_it_is_public(edition: Edition, public: bool, expected: int) -> None:
    """online.join leaves the house by consent only."""
    online = Online(platform="Zoom", url="https://z.dk/", join="https://z.dk/j", public=public)
    assert len(vevent_of(edition, online=online).conferences) == expected


def test_what_is_not_known_is_not_told(edition: Edition) -> None:
    """No property without a value."""
    bare = vevent_of(
        edition, online=None, organizer=None, end=None, tags=(), excerpt="", persons=(), registration=None,
        audience=None, price=None,
    )  # fmt: skip
    said = {key.lower() for key in bare}
    assert (
        not {"location", "geo", "organizer", "contact", "dtend", "categories", "conference", "image"} & said
    )
    assert str(bare["description"]).endswith("\n\nhttps://example.dk/podcast/events/innovationscafe.html")


def test_the_same_events_make_the_same_zones_in_any_order() -> None:
    """A calendar is not to change for a reason that nobody sees."""
    later = held("senere", start=at("2024-06-01 09:00"), end=at("2024-06-01 09:00") + timedelta(hours=1))
    forth, back = (bodies(edition_of(*items))["events.ics"] for items in ((held(), later), (later, held())))
    assert forth != back
    assert forth.partition(b"BEGIN:VEVENT")[0] == back.partition(b"BEGIN:VEVENT")[0]
