"""What people must know of an event to come."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.check.events import (
    has_a_description,
    has_a_uid_that_calendars_take,
    has_an_end,
    is_somewhere,
)
from publisher.model import Event, Online

from .site import event, found, said, site

BARE = event(online=None, end=None, excerpt="")


@pytest.mark.parametrize(
    "somewhere",
    [
        {"location": "Rådhuset"},
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


def test_an_event_has_an_end_and_a_description() -> None:
    assert found(has_an_end, site(BARE)) == ["LD-002 warning"]
    assert said(has_an_end, site(BARE))[1] == "write `end: 2026-01-31 …` with the time"
    assert found(has_a_description, site(BARE)) == ["LD-002 warning"]
    assert found(has_a_description, site(replace(BARE, html="<p>Kom!</p>"))) == []


@pytest.mark.parametrize("gone", [{"draft": True}, {"status": "cancelled"}])
def test_what_nobody_can_come_to_needs_nothing(gone: dict[str, object]) -> None:
    unheld = site(replace(BARE, **gone))  # type: ignore[arg-type]
    assert [found(check, unheld) for check in (is_somewhere, has_an_end, has_a_description)] == [[], [], []]


@pytest.mark.parametrize(("uid", "expected"), [("ø" * 127, []), ("ø" * 128, ["ICS-014 error"]), (None, [])])
def test_a_uid_is_counted_in_bytes(uid: str | None, expected: list[str]) -> None:
    assert found(has_a_uid_that_calendars_take, site(event(guid=uid))) == expected
