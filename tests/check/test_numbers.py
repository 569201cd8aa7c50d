"""Numbers tell apps in which order to play, and trailers what is to come."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from publisher.check.numbers import has_a_number_of_its_own, has_numbers_in_a_serial, has_one_trailer
from publisher.model import Site

from .site import SHOW, episode, found, said, site


def made(*fields: dict[str, Any], type: str = "episodic") -> Site:
    """A show of episodes with these fields."""
    episodes = (episode(f"00{number}", **one) for number, one in enumerate(fields))
    return site(*episodes, show=replace(SHOW, type=type))


def test_a_serial_needs_numbers() -> None:
    serial = made({}, {"episode": 1}, {"type": "trailer"}, {"type": "bonus"}, {"draft": True}, type="serial")
    assert found(has_numbers_in_a_serial, serial) == ["APPLE-035 error"]
    assert "apps cannot tell when it comes" in said(has_numbers_in_a_serial, serial)[0]
    assert found(has_numbers_in_a_serial, made({})) == []


@pytest.mark.parametrize(
    ("first", "second", "is_told"),
    [
        ({"episode": 1}, {"episode": 1}, True),
        ({"episode": 1, "season": 1}, {"episode": 1, "season": 1}, True),
        ({"episode": 1, "season": 1}, {"episode": 1, "season": 2}, False),
        ({"episode": 1}, {"episode": 2}, False),
        ({"episode": 1}, {"episode": 1, "type": "bonus"}, False),
        ({"episode": 1, "type": "trailer"}, {"episode": 1}, False),
        ({"episode": 1}, {"episode": 1, "draft": True}, False),
        ({"season": 1}, {"season": 1}, False),
    ],
)
def test_a_number_is_one_full_episodes_own(
    first: dict[str, Any], second: dict[str, Any], is_told: bool
) -> None:
    assert found(has_a_number_of_its_own, made(first, second)) == (["NUMBER-001 warning"] if is_told else [])


def test_the_other_episode_is_named() -> None:
    message, _ = said(has_a_number_of_its_own, made({"episode": 4, "season": 2}, {"episode": 4, "season": 2}))
    assert message == "000 is episode 4 of season 2 too: apps mix the two up"


@pytest.mark.parametrize(
    ("first", "second", "whose"),
    [
        ({}, {}, "the show"),
        ({"season": 2}, {"season": 2}, "season 2"),
        ({"season": 2, "episode": 3}, {"season": 2, "episode": 3}, "episode 3"),
        ({}, {"season": 1}, None),
        ({"season": 1}, {"season": 2}, None),
        ({"season": 1, "episode": 1}, {"season": 1}, None),
        ({}, {"type": "full"}, None),
    ],
)
def test_of_two_trailers_apple_shows_one(
    first: dict[str, Any], second: dict[str, Any], whose: str | None
) -> None:
    two = made({"type": "trailer"} | first, {"type": "trailer"} | second)
    assert found(has_one_trailer, two) == (["APPLE-075 warning"] if whose else [])
    assert whose is None or f"a trailer of {whose} too" in said(has_one_trailer, two)[0]
