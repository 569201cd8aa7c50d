"""Where an event is held, and how to come."""

from __future__ import annotations

from zoneinfo import ZoneInfo

import pytest

from publisher.model import Online, Problem
from publisher.read import yaml
from publisher.read.fields import Fields
from publisher.read.venue import Venue, read_venue
from tests.read.project import spots

HOME = ZoneInfo("Europe/Copenhagen")
GEO = "write `geo: 55.676,12.568`"


def venue(text: str) -> tuple[Venue, list[Problem]]:
    node, broken = yaml.parse(text, "e.md")
    fields = Fields(node, "e.md", [*broken])
    return read_venue(fields, HOME), fields.problems


@pytest.mark.parametrize(
    ("written", "place"),
    [
        ("Rådhuset", ("Rådhuset", None, None)),
        ("Rådhuspladsen 1, 1550 København", ("Rådhuspladsen 1, 1550 København", None, None)),
        ("{name: Rådhuset}", ("Rådhuset", None, None)),
        ("{address: Rådhuspladsen 1, 1550 København}", (None, "Rådhuspladsen 1, 1550 København", None)),
        (
            "{name: Salen, 2. sal, address: Rådhuspladsen 1, 1550 København, geo: 55.676,12.568}",
            ("Salen, 2. sal", "Rådhuspladsen 1, 1550 København", "55.676,12.568"),
        ),
        ("\n  name: Rådhuset\n  geo: 55.676, 12.568", ("Rådhuset", None, "55.676,12.568")),
        ("", (None, None, None)),
    ],
)
def test_a_place_is_a_name_or_a_table(written: str, place: tuple[str | None, ...]) -> None:
    """A comma in braces cuts nothing off."""
    made, problems = venue(f"location: {written}")
    assert ((made["location"], made["address"], made["geo"]), problems) == (place, [])


@pytest.mark.parametrize(
    ("written", "geo"),
    [
        ("55.676,12.568", "55.676,12.568"),
        ("'55.6760 , 12.5680'", "55.676,12.568"),
        ("55.676;12.568", "55.676,12.568"),
        ("geo:55.676,12.568", "55.676,12.568"),
        ("55.67612345678,-0.00000001", "55.676123,0"),
        ("-90,180", "-90,180"),
        ("0,0", "0,0"),
    ],
)
def test_latitude_and_longitude_have_at_most_six_decimals(written: str, geo: str) -> None:
    made, problems = venue(f"location:\n  name: x\n  geo: {written}")
    assert (made["geo"], problems) == (geo, [])


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("12.568", GEO),
        ("55°40'N 12°34'E", GEO),
        ("91,12", "write `geo: 12,91`"),
        ("91,181", GEO),
        ("12,190", GEO),
        ("55.676 12.568", GEO),
        ("٥٥,١٢", GEO),
    ],
)
def test_what_is_no_place_on_earth_is_told(written: str, fix: str) -> None:
    made, problems = venue(f"location:\n  name: x\n  geo: {written}")
    assert (made["geo"], spots(problems), problems[0].fix) == (None, ["3:3 READ-007"], fix)


def test_a_table_without_name_and_address_is_no_place() -> None:
    assert spots(venue("location: {geo: 55.676,12.568}")[1]) == ["1:11 READ-007"]
    assert spots(venue("location: {navn: x}")[1]) == ["1:12 READ-005"]


@pytest.mark.parametrize(
    ("written", "deadline"),
    [
        ("https://x.org", "None"),
        ("{url: https://x.org}", "None"),
        ("{url: https://x.org, deadline: 2026-03-28}", "2026-03-28 23:59:00+01:00"),
        ("{url: https://x.org, deadline: 2026-03-29}", "2026-03-29 23:59:00+02:00"),
        ("{url: https://x.org, deadline: 2026-03-28 12:00}", "2026-03-28 12:00:00+01:00"),
    ],
)
def test_a_deadline_without_a_clock_is_the_end_of_its_day(written: str, deadline: str) -> None:
    made, problems = venue(f"registration: {written}")
    assert (made["registration"], str(made["deadline"]), problems) == ("https://x.org", deadline, [])


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("registration: x", "1:1 READ-007"),
        ("registration: {deadline: 2026-03-28}", "1:15 READ-007"),
        ("registration: {url: https://x.org, deadline: soon}", "1:36 READ-008"),
        ("registration: [https://x.org]", "1:1 READ-006"),
        ("online: {plattform: Zoom}", "1:10 READ-005"),
    ],
)
def test_one_mistake_is_one_problem_at_its_place(text: str, spot: str) -> None:
    assert spots(venue(text)[1]) == [spot]


def test_an_event_may_be_both_here_and_online() -> None:
    made, problems = venue("location: Room 1\nonline: {platform: Zoom, url: https://x.org}")
    assert (made["location"], made["online"]) == ("Room 1", Online(platform="Zoom", url="https://x.org"))
    assert problems == []
