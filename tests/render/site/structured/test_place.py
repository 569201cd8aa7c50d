"""place: there, on the net, or both (LD-001, LD-004)."""

from __future__ import annotations

from typing import Any

import pytest

from publisher.model import Online
from publisher.render.site.structured.place import where
from tests.render.sample import EDITION

from .made import cafe

THERE = {"location": "Rådhuset", "address": "Åvej 1"}
ZOOM = Online(platform="Zoom", url="https://example.dk/zoom")


@pytest.mark.parametrize(
    ("words", "mode", "kinds"),
    [
        ({"online": ZOOM}, "Online", ["VirtualLocation"]),
        ({"online": None, **THERE}, "Offline", ["Place"]),
        ({"online": ZOOM, **THERE}, "Mixed", ["Place", "VirtualLocation"]),
    ],
)
def test_people_take_part_where_it_is(words: dict[str, Any], mode: str, kinds: list[str]) -> None:
    made: Any = where(EDITION, cafe(**words))
    assert made["eventAttendanceMode"] == f"https://schema.org/{mode}EventAttendanceMode"
    assert [place["@type"] for place in made["location"]] == kinds


def test_what_nobody_told_is_not_made_up() -> None:
    assert where(EDITION, cafe(online=None)) == {}


@pytest.mark.parametrize(
    ("words", "name", "address"),
    [
        (THERE, "Rådhuset", "Åvej 1"),
        ({"location": "Rådhuset, Åvej 1"}, "Rådhuset, Åvej 1", "Rådhuset, Åvej 1"),
        ({"address": "Åvej 1"}, "Åvej 1", "Åvej 1"),
    ],
)
def test_a_place_has_a_name_and_an_address(words: dict[str, Any], name: str, address: str) -> None:
    made: Any = where(EDITION, cafe(online=None, geo="55.6,12.5", **words))
    (place,) = made["location"]
    assert (place["name"], place["address"]) == (name, address)
    assert place["geo"] == {"@type": "GeoCoordinates", "latitude": 55.6, "longitude": 12.5}


@pytest.mark.parametrize(
    ("online", "registration", "url"),
    [
        (Online(url="https://a.dk/", join="https://a.dk/j", public=True), "https://a.dk/r", "https://a.dk/j"),
        (Online(url="https://a.dk/"), "https://a.dk/r", "https://a.dk/"),
        (Online(platform="Zoom"), "https://a.dk/r", "https://a.dk/r"),
        (Online(platform="Zoom"), None, "https://example.dk/podcast/events/innovationscafe.html"),
    ],
)
def test_the_net_has_an_address(online: Online, registration: str | None, url: str) -> None:
    """LD-001: where people join, else where they learn how."""
    made: Any = where(EDITION, cafe(online=online, registration=registration))
    assert made["location"][0]["url"] == url
