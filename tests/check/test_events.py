"""What people must know of an event to come."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from itertools import count

import pytest

from publisher.check.events import (
    ends_after_start,
    has_a_description,
    has_a_programme_that_fits,
    has_a_uid_that_calendars_take,
    has_an_address,
    has_an_end,
    has_facts_that_fit,
    is_signed_up_for_before_it_starts,
    is_somewhere,
)
from publisher.model import Event, Online, Recurrence, Session

from .site import START, event, found, said, site

BARE = event(online=None, end=None, excerpt="")
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


@pytest.mark.parametrize(
    "somewhere",
    [
        {"location": "Rådhuset"},
        {"address": "Rådhuspladsen 1"},
        {"online": Online(platform="Zoom")},
        {"online": Online(url="https://example.org")},
        {"online": Online(join="https://example.org/secret")},
    ],
)
def test_an_event_is_somewhere(somewhere: dict[str, object]) -> None:
    assert found(is_somewhere, site(replace(BARE, **somewhere))) == []  # type: ignore[arg-type]


@pytest.mark.parametrize("nowhere", [BARE, replace(BARE, online=Online())])
def test_an_event_nowhere_is_a_warning(nowhere: Event) -> None:
    assert found(is_somewhere, site(nowhere)) == ["LD-001 warning"]
    assert said(is_somewhere, site(nowhere))[0] == "it is not said where the event is: nobody could come"


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ({"location": "Rådhuset"}, ["LD-001 warning"]),
        ({"location": "Rådhuset", "online": Online(platform="Zoom")}, ["LD-001 warning"]),
        ({"location": "Rådhuset", "address": "Rådhuspladsen, København"}, []),
        ({"location": "Rådhuspladsen 1, 1550 København"}, []),
        ({"online": Online(platform="Zoom")}, []),
        ({"location": "Rådhuset", "status": "cancelled"}, []),
        ({}, []),
    ],
)
def test_a_place_has_an_address(place: dict[str, object], expected: list[str]) -> None:
    """A name with a number in it is taken for one."""
    assert found(has_an_address, site(replace(BARE, **place))) == expected  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("name", "shown"), [("Rådhuset", "Rådhuset"), ("Sal A, i gården", "…"), ("x" * 99, "…")]
)
def test_the_line_to_write_for_an_address_has_the_name(name: str, shown: str) -> None:
    """Where it can stand there without quotes."""
    fix = said(has_an_address, site(replace(BARE, location=name)))[1]
    assert fix == f"write `location: {{name: {shown}, address: …}}`, with street and town"


def test_an_event_has_an_end_and_a_description() -> None:
    assert found(has_an_end, site(BARE)) == ["LD-002 warning"]
    assert said(has_an_end, site(BARE))[1] == "write `end: 2026-01-31 …` with the time"
    assert found(has_a_description, site(BARE)) == ["LD-002 warning"]
    assert found(has_a_description, site(replace(BARE, html="<p>Kom!</p>"))) == []


@pytest.mark.parametrize("gone", [{"draft": True}, {"status": "cancelled"}])
def test_what_nobody_can_come_to_needs_nothing(gone: dict[str, object]) -> None:
    unheld = site(replace(BARE, **gone))  # type: ignore[arg-type]
    rules = (is_somewhere, has_an_address, has_an_end, has_a_description, has_a_programme_that_fits)
    assert [found(check, unheld) for check in rules] == [[]] * 5


@pytest.mark.parametrize(("uid", "expected"), [("ø" * 127, []), ("ø" * 128, ["ICS-014 error"]), (None, [])])
def test_a_uid_is_counted_in_bytes(uid: str | None, expected: list[str]) -> None:
    assert found(has_a_uid_that_calendars_take, site(event(guid=uid))) == expected


@pytest.mark.parametrize(
    ("end", "all_day", "message"),
    [
        (START - MINUTE, False, "the event ends before it starts"),
        (START, False, "the event takes no time"),
        (START, True, "its last day is before its first"),
        (START - 48 * HOUR, True, "its last day is before its first"),
    ],
)
def test_an_event_ends_after_it_starts(end: datetime, all_day: bool, message: str) -> None:
    wrong = event(end=end, all_day=all_day)
    assert found(ends_after_start, site(wrong)) == ["ICS-007 error"]
    assert said(ends_after_start, site(wrong))[0] == message


@pytest.mark.parametrize("fields", [{"end": None}, {"end": START + MINUTE}, {"end": START, "draft": True}])
def test_an_event_may_be_short_or_without_an_end(fields: dict[str, object]) -> None:
    assert found(ends_after_start, site(replace(event(), **fields))) == []  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("deadline", "expected"), [(None, []), (START, []), (START + MINUTE, ["EVENT-002 warning"])]
)
def test_the_deadline_is_before_the_event(deadline: datetime | None, expected: list[str]) -> None:
    assert found(is_signed_up_for_before_it_starts, site(event(deadline=deadline))) == expected


@pytest.mark.parametrize(("hours", "expected"), [(48, []), (49, ["EVENT-002 warning"])])
def test_of_a_series_the_deadline_is_before_the_last_time(hours: int, expected: list[str]) -> None:
    daily = Recurrence(
        starts=tuple(START + day * 24 * HOUR for day in range(3)), last=START + 2 * 24 * HOUR + HOUR
    )
    made = event(deadline=START + hours * HOUR, recurrence=daily)
    assert found(is_signed_up_for_before_it_starts, site(made)) == expected


def test_a_series_without_end_has_no_last_time_that_a_deadline_could_miss() -> None:
    """Nor does anybody go through its times to find one."""
    endless = Recurrence(rule="FREQ=DAILY", starts=(START + day * 24 * HOUR for day in count()))
    made = event(deadline=START + 9999 * 24 * HOUR, recurrence=endless)
    assert found(is_signed_up_for_before_it_starts, site(made)) == []


@pytest.mark.parametrize(
    ("session", "message"),
    [
        (Session(title="x"), None),
        (Session(title="x", start=START), None),
        (Session(title="x", start=START + HOUR), None),
        (Session(title="x", start=START, end=START + HOUR), None),
        (
            Session(title="x", start=START - MINUTE),
            "the programme has an item that starts at 05:59, before the event does, at 06:00",
        ),
        (
            Session(title="x", start=START + HOUR + MINUTE),
            "the programme has an item that is on until 07:01, after the event is over, at 07:00",
        ),
        (
            Session(title="x", start=START, end=START + HOUR + MINUTE),
            "the programme has an item that is on until 07:01, after the event is over, at 07:00",
        ),
        (
            Session(title="x", start=START, end=START),
            "the programme has an item that ends at 06:00, before it starts",
        ),
    ],
)
def test_the_programme_is_inside_of_the_event(session: Session, message: str | None) -> None:
    made = site(event(programme=(Session(title="y", start=START), session)))
    assert [problem.message for problem in has_a_programme_that_fits(made)] == ([message] if message else [])


def test_an_event_without_an_end_may_go_on() -> None:
    late = Session(title="x", start=START + 9 * HOUR)
    assert found(has_a_programme_that_fits, site(event(end=None, programme=(late,)))) == []


def test_an_event_that_ends_before_it_starts_is_told_of_once() -> None:
    wrong = event(end=START - HOUR, programme=(Session(title="x", start=START),))
    assert found(has_a_programme_that_fits, site(wrong)) == []


@pytest.mark.parametrize("key", ["location", "price", "audience", "capacity"])
def test_a_fact_is_one_line(key: str) -> None:
    assert found(has_facts_that_fit, site(event(**{key: "x" * 255}))) == []
    assert found(has_facts_that_fit, site(event(**{key: "x" * 256}))) == ["EVENT-005 warning"]
