"""VEVENT: identity, revision, and every property that a client shows."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.model import Event, Instance, Online, Person, Published, Recurrence
from publisher.render.wire.fit import legible
from tests.render.sample import ARTICLE, CAFE, EDITION, asset

from .lines import Component, Property, read, text
from .made import DAYS, ENDLESS, FULL, LATE, WEEKLY, at, bodies, calendar_of, held, vevent_of

MEETING = ["AUDIO", "VIDEO"]


def of(item: Published[Event], name: str) -> list[Property]:
    """The properties called `name`, of the one VEVENT of `item`."""
    return vevent_of(item).all(name)


def values(event: Component, *names: str) -> list[str]:
    """Their values, with the parameters that say of which kind they are."""
    found = [each for name in names for each in event.all(name)]
    return [f"{each.tzid or each.type or ''}:{each.value}".lstrip(":") for each in found]


def test_identity_and_revision_are_those_published() -> None:
    """ICS-014, ICS-016, ICS-017, CAL-002: never the clock's."""
    item = replace(
        held(),
        guid="6fa459ea",
        sequence=7,
        published=datetime(2023, 3, 6, 8, tzinfo=UTC),
        updated=at("2023-03-20 09:15"),
    )
    names = ("UID", "SEQUENCE", "CREATED", "DTSTAMP", "LAST-MODIFIED")
    stamps = ["20230306T080000Z", "20230320T081500Z", "20230320T081500Z"]
    assert values(vevent_of(item), *names) == ["6fa459ea", "7", *stamps]


def test_what_the_vevent_shows_may_be_newer_than_the_entry() -> None:
    """CAL-002: where only the thread has changed, its stamps move all the same."""
    item = replace(held(), updated=at("2023-03-20 09:15"), revised=at("2023-04-14 08:00"))
    assert values(vevent_of(item), "DTSTAMP", "LAST-MODIFIED") == ["20230414T060000Z", "20230414T060000Z"]


@pytest.mark.parametrize(
    ("item", "expected"),
    [
        (held(), ["Europe/Copenhagen:20230331T090000", "Europe/Copenhagen:20230331T100000"]),
        (held(end=None), ["Europe/Copenhagen:20230331T090000"]),
        (held(end=at("2023-03-31 09:00")), ["Europe/Copenhagen:20230331T090000"]),
        (held(end=at("2023-03-31 08:00")), ["Europe/Copenhagen:20230331T090000"]),
        (held(timezone="UTC"), ["20230331T070000Z", "20230331T080000Z"]),
        (
            held(all_day=True, start=at("2023-03-31 00:00"), end=at("2023-04-01 00:00")),
            ["DATE:20230331", "DATE:20230401"],
        ),
        (LATE, ["20231029T003000Z", "20231029T014500Z"]),
    ],
)
def test_it_is_when_it_is(item: Published[Event], expected: list[str]) -> None:
    """An end that is none is left out: the event then takes no time (ICS-007)."""
    assert values(vevent_of(item), "DTSTART", "DTEND") == expected


def test_a_series_is_told_in_the_form_of_its_start() -> None:
    """ICS-020, ICS-021: one VEVENT for the rule, and one for each time that is not by it."""
    first, *others = calendar_of(WEEKLY).named("VEVENT")
    assert values(first, "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID") == [
        "FREQ=WEEKLY;UNTIL=20231130T235959Z",
        "Europe/Copenhagen:20230501T200000",
        "Europe/Copenhagen:20230414T090000",
    ]
    assert [values(each, "RECURRENCE-ID", "DTSTART", "DTEND", "STATUS", "SUMMARY") for each in others] == [
        [
            "Europe/Copenhagen:20230407T090000",
            "Europe/Copenhagen:20230407T090000",
            "Europe/Copenhagen:20230407T100000",
            "CANCELLED",
            "Aflyst: Café",
        ],
        [
            "Europe/Copenhagen:20230421T090000",
            "Europe/Copenhagen:20230422T140000",
            "Europe/Copenhagen:20230422T150000",
            "CONFIRMED",
            "Flyttet café",
        ],
        ["Europe/Copenhagen:20231027T090000", "20231029T013000Z", "20231029T023000Z", "CONFIRMED", "Café"],
    ]
    assert {(each.value("UID"), each.value("SEQUENCE")) for each in (first, *others)} == {
        ("uid-ugentlig", "2")
    }


def test_a_series_of_days_is_told_in_days() -> None:
    """So is what is left out of it, and changed in it."""
    first, moved = calendar_of(DAYS).named("VEVENT")
    assert values(first, "RRULE", "EXDATE") == ["FREQ=YEARLY;UNTIL=20251028", "DATE:20241028"]
    assert values(moved, "RECURRENCE-ID", "DTSTART", "DTEND") == [
        "DATE:20251028",
        "DATE:20251101",
        "DATE:20251104",
    ]


def test_more_times_may_be_told_without_a_rule() -> None:
    """Each on a line of its own, since not every client reads a list."""
    recurrence = Recurrence(added=(at("2023-05-01 09:00"), at("2023-06-01 09:00")))
    event = vevent_of(held(recurrence=recurrence))
    assert values(event, "RRULE", "RDATE") == [
        "Europe/Copenhagen:20230501T090000",
        "Europe/Copenhagen:20230601T090000",
    ]


def test_a_series_that_is_off_is_off_in_every_time() -> None:
    """A client that reads only one of its times must not show it."""
    recurrence = Recurrence(
        rule="FREQ=WEEKLY", changed=(Instance(original=at("2023-04-07 09:00"), title="Andet"),)
    )
    told = calendar_of(held(recurrence=recurrence, status="cancelled")).named("VEVENT")
    assert [values(each, "STATUS", "SUMMARY") for each in told] == [
        ["CANCELLED", "Aflyst: Café"],
        ["CANCELLED", "Aflyst: Andet"],
    ]


@pytest.mark.parametrize(
    ("status", "expected"),
    [
        ("confirmed", ["CONFIRMED", "Café"]),
        ("tentative", ["TENTATIVE", "Café"]),
        ("cancelled", ["CANCELLED", "Aflyst: Café"]),
        ("postponed", ["CANCELLED", "Udsat: Café"]),
    ],
)
def test_what_is_off_says_so_in_its_title(status: str, expected: list[str]) -> None:
    """ICS-018, ICS-019: few clients show STATUS, and none knows a postponement."""
    assert values(vevent_of(held(status=status)), "STATUS", "SUMMARY") == expected


def test_nobody_is_made_busy() -> None:
    """ICS-024."""
    assert values(vevent_of(held()), "TRANSP") == ["TRANSPARENT"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"location": "Rådhuset"}, ["Rådhuset"]),
        (
            {"location": "Rådhuset", "address": "Pladsen 1,\n8000 Aarhus"},
            ["Rådhuset, Pladsen 1, 8000 Aarhus"],
        ),
        ({"address": "Pladsen 1"}, ["Pladsen 1"]),
        ({"location": "Rådhuset", "online": Online(platform="Zoom")}, ["Rådhuset"]),
        ({"online": Online(platform="Zoom")}, ["Zoom"]),
        ({"location": " \n"}, []),
        ({}, []),
    ],
)
def test_the_place_is_on_one_line(changes: dict[str, Any], expected: list[str]) -> None:
    """Maps are asked for it; what is only on the net is at its platform."""
    assert [text(each.value) for each in of(held(**changes), "LOCATION")] == expected


def test_a_place_on_earth_and_tags_are_told() -> None:
    """ICS-013, ICS-022."""
    event = vevent_of(FULL)
    assert values(event, "GEO", "CATEGORIES") == ["56.152939;10.203921", r"politik\, ledelse,mod\;\\N"]


@pytest.mark.parametrize(
    ("online", "expected"),
    [
        (Online(platform="Zoom", url="https://z.dk/"), [("https://z.dk/", "Zoom", MEETING)]),
        (Online(platform="Google Meet", url="https://z.dk/"), [("https://z.dk/", "Google Meet", MEETING)]),
        (Online(platform='Vores; "side"', url="https://z.dk/"), [("https://z.dk/", 'Vores; "side"', None)]),
        (Online(url="https://z.dk/"), [("https://z.dk/", None, None)]),
        (Online(platform="Zoom"), []),
        (Online(join="https://z.dk/j"), []),
        (Online(join="https://z.dk/j", public=True), [("https://z.dk/j", None, None)]),
        (Online(url="https://z.dk/", join="https://z.dk/", public=True), [("https://z.dk/", None, None)]),
        (
            Online(url="https://z.dk/", join="https://z.dk/j", public=True),
            [("https://z.dk/", None, None), ("https://z.dk/j", None, None)],
        ),
    ],
)
def test_the_way_in_is_a_conference(
    online: Online, expected: list[tuple[str, str | None, list[str] | None]]
) -> None:
    """ICX-005: what it can do is told where it is known; the private one nowhere."""
    told = of(held(online=online), "CONFERENCE")
    assert [
        (each.value, each.params.get("LABEL", [None])[0], each.params.get("FEATURE")) for each in told
    ] == expected
    assert all(each.type == "URI" for each in told)


def test_an_organizer_is_an_address_with_a_name() -> None:
    """ICS-013, ICS-023 and RFC 6868: with every sign that the name has."""
    (organizer,) = of(FULL, "ORGANIZER")
    assert (organizer.value, organizer.params) == (
        "mailto:cafe@example.dk",
        {"CN": ['CO-PI; "Caféen": A^B\n']},
    )


def test_an_organizer_without_an_address_is_a_contact() -> None:
    """RFC 5545 §3.8.4.3 takes no name alone."""
    event = vevent_of(held(organizer=Person(name="CO-PI")))
    assert values(event, "ORGANIZER", "CONTACT") == ["CO-PI"]
    assert values(vevent_of(held(organizer=Person(name=" ", email=" "))), "ORGANIZER", "CONTACT") == []


def test_a_picture_is_a_badge() -> None:
    """ICX-004."""
    (image,) = of(held(image=asset("art/x-aaaaaaaaaaaa.jpg", "image/jpeg")), "IMAGE")
    assert image.value == "https://example.dk/podcast/art/x-aaaaaaaaaaaa.jpg"
    assert image.params == {"VALUE": ["URI"], "DISPLAY": ["BADGE"], "FMTTYPE": ["image/jpeg"]}


def test_the_address_is_that_of_our_page() -> None:
    """Where everything else is told."""
    assert values(vevent_of(held(link="https://example.org/")), "URL") == [
        "https://example.dk/podcast/events/cafe.html"
    ]


def test_what_came_of_it_is_related() -> None:
    """The thread, by the identities that subscribers know."""
    article = replace(ARTICLE, entry=replace(ARTICLE.entry, event=CAFE.entry.path))
    made = read(bodies(replace(EDITION, articles=(article,)))["events.ics"])
    (event,) = made.named("VEVENT")
    assert [(each.value, each.params) for each in event.all("RELATED-TO")] == [
        ("1b4e28ba-2fa1-51d2-883f-0016d3cca427", {"RELTYPE": ["CHILD"]}),
        ("https://old.example/?p=7", {"RELTYPE": ["CHILD"]}),
    ]


def test_two_events_of_one_recording_are_siblings() -> None:
    """Neither came of the other."""
    other = replace(CAFE, entry=replace(CAFE.entry, path="004-cafe"), guid="andet", slug="andet")
    edition = replace(EDITION, events=(CAFE, other), calendar=(CAFE,))
    (event,) = read(bodies(edition)["events.ics"]).named("VEVENT")
    kin = {each.value: each.params["RELTYPE"] for each in event.all("RELATED-TO")}
    assert kin == {"andet": ["SIBLING"], "1b4e28ba-2fa1-51d2-883f-0016d3cca427": ["CHILD"]}


def test_an_event_has_the_colour_of_its_calendar() -> None:
    """ICX-003: a client that mixes calendars knows it by that; what is no colour is not told."""
    (event,) = calendar_of(held(), color="turquoise").named("VEVENT")
    assert values(event, "COLOR") == ["turquoise"]
    (plain,) = calendar_of(held(), color="#40e0d0").named("VEVENT")
    assert values(plain, "COLOR") == []


def test_html_stands_beside_the_description() -> None:
    """ICX-010: what Outlook shows."""
    event = vevent_of(ENDLESS)
    (html,) = event.all("X-ALT-DESC")
    assert html.params == {"FMTTYPE": ["text/html"]}
    assert text(html.value).startswith("<html><body>")
    assert text(event.one("DESCRIPTION").value) == "https://example.dk/podcast/events/evig.html"


@given(st.text(st.characters(exclude_categories=[])))
@settings(derandomize=True, deadline=None)
def test_any_text_is_told_back(written: str) -> None:
    """In values and in parameters, with every sign that iCalendar can carry."""
    person = Person(name=written, email="a@example.dk")
    event = vevent_of(held(title=written, tags=(written, "x"), organizer=person, location=written))
    fitted = legible(written)
    assert text(event.one("SUMMARY").value) == (fitted.strip() or "cafe")
    assert event.one("ORGANIZER").params["CN"] == [fitted]
    assert text(event.one("CATEGORIES").value) == f"{fitted},x"


def test_a_series_whose_first_end_clocks_show_twice_says_how_long_it_takes() -> None:
    """By its clock, readers would take the end for the first of the two, or for no time at all (ICS-007)."""
    end = at("2027-10-31 02:30").replace(fold=1)
    weekly = Recurrence(rule="FREQ=WEEKLY;COUNT=3")
    vevent = vevent_of(held(start=at("2027-10-31 02:30"), end=end, recurrence=weekly))
    assert vevent.value("DURATION") == "PT1H"
    assert not vevent.all("DTEND")
