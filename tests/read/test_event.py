"""event.md into an Event."""

from __future__ import annotations

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

import pytest

from publisher.model import Event, Online, Person, Session
from tests.read.project import Project

HOME = ZoneInfo("Europe/Copenhagen")


def event(project: Project, front: str) -> Event:
    """The event with this front matter, which has no problems."""
    project.entry("a/event.md", front)
    made = project.only()
    assert isinstance(made, Event)
    return made


def test_an_event_is_what_its_file_says(project: Project) -> None:
    made = event(
        project,
        "title: x\nstart: 2026-01-31 09:00\nend: 2026-01-31 10:00\nuid: 1e5\nlocation: Room 1\n"
        "online:\n  platform: Zoom\n  url: https://x.org\n  join: https://x.org/secret\n"
        "registration: https://x.org/go\nspeakers: [A]\norganizer: {name: B, email: b@x.org}\n"
        "audience: All\nprice: 0\ncapacity: 40 seats\nstatus: postponed\nsequence: 7\n"
        "programme: [09:05 Welcome]\nrecurrence: FREQ=WEEKLY;COUNT=2",
    )
    assert (made.start, made.end) == (
        datetime(2026, 1, 31, 9, tzinfo=HOME),
        datetime(2026, 1, 31, 10, tzinfo=HOME),
    )
    assert (made.guid, made.location, made.price, made.status) == ("1e5", "Room 1", "0", "postponed")
    assert (made.audience, made.capacity, made.sequence, made.all_day) == ("All", "40 seats", 7, False)
    assert made.programme == (Session(title="Welcome", start=datetime(2026, 1, 31, 9, 5, tzinfo=HOME)),)
    assert made.recurrence
    assert tuple(made.recurrence.starts)[1] == datetime(2026, 2, 7, 9, tzinfo=HOME)
    assert made.online == Online(platform="Zoom", url="https://x.org", join="https://x.org/secret")
    assert (made.persons, made.organizer) == ((Person(name="A"),), Person(name="B", email="b@x.org"))


def test_its_times_are_those_of_its_own_zone(project: Project) -> None:
    made = event(project, "title: x\nstart: 2026-01-31 09:00\ntimezone: America/New_York")
    assert made.start.isoformat() == "2026-01-31T09:00:00-05:00"
    assert made.timezone == "America/New_York"


def test_a_time_with_an_offset_is_shown_by_the_clocks_of_the_place(project: Project) -> None:
    made = event(project, "title: x\nstart: 2026-01-31T09:00:00Z")
    assert (made.start, made.start.isoformat()) == (
        datetime(2026, 1, 31, 9, tzinfo=UTC),
        "2026-01-31T10:00:00+01:00",
    )


def test_days_without_clocks_are_whole(project: Project) -> None:
    made = event(project, "title: x\nstart: 2026-05-28\nend: 2026-05-29")
    assert (made.all_day, made.start, made.end) == (
        True,
        datetime(2026, 5, 28, tzinfo=HOME),
        datetime(2026, 5, 30, tzinfo=HOME),
    )


def test_a_time_that_its_zone_skips_is_told_and_one_of_another_is_not(project: Project) -> None:
    event(project, "title: x\nstart: 2026-03-29 02:30\ntimezone: Europe/London")
    project.entry("a/event.md", "title: x\nstart: 2026-03-29 02:30")
    assert project.told() == ["episodes/a/event.md:3:1 READ-008"]
    assert project.read().problems[0].fix == "write `start: 2026-03-29 03:30`, year first"


@pytest.mark.parametrize(
    ("front", "spot"),
    [
        ("title: x", "2:1 ICS-005"),
        ("title: x\nstart:", "3:1 ICS-005"),
        ("title: x\nstarts: 2026-01-31 09:00", "3:1 READ-005"),
        ("title: x\nstart: 09:00", "3:1 READ-008"),
        ("title: x\nstart: [a", "3:8 READ-002"),
        ("title: x\nstart: 2026-01-31 09:00\ntimezone: Mars", "4:1 READ-009"),
        ("title: x\nstart: 2026-01-31 09:00\nonline: Zoom", "4:1 READ-006"),
        ("title: x\nstart: 2026-01-31 09:00\nonline: {link: a}", "4:10 READ-005"),
        ("title: x\nstart: 2026-01-31 09:00\nstatus: canceled", "4:1 READ-007"),
        ("title: x\nstart: 2026-01-31 09:00\nguid: x", "4:1 READ-005"),
        ("title: x\nstart: 2026-01-31 09:00\nsequence: 2147483648", "4:1 READ-007"),
        ("title: x\nstart: 2026-01-31 09:00\nend: 2026-01-31", "4:1 EVENT-006"),
        ("title: x\nstart: 2026-01-31 09:00\nrecurrence: weekly", "4:1 ICS-020"),
        ("title: x\nstart: 2026-01-31 09:00\nprogram: [09:05 x]", "4:1 READ-005"),
    ],
)
def test_one_mistake_is_one_problem_at_its_place(project: Project, front: str, spot: str) -> None:
    project.entry("a/event.md", front)
    assert project.told() == [f"episodes/a/event.md:{spot}"]


def test_the_zone_is_named_as_front_matter_is_written(project: Project) -> None:
    project.entry("a/event.md", "title: x\nstart: 2026-01-31\ntimezone: Mars")
    assert project.read().problems[0].fix == "write `timezone: Europe/Copenhagen` or another place"


def test_joining_is_private_unless_the_producer_says_public(project: Project) -> None:
    for written, public in (("true", True), ("yes", True), ("no", False), ("maybe", False)):
        project.entry(
            "a/event.md", f"title: x\nstart: 2026-01-31\nonline: {{join: 'https://x.org', public: {written}}}"
        )
        (made,) = project.read().events
        assert made.online
        assert made.online.public is public


def test_a_draft_is_held_to_the_rules_of_writing_only(project: Project) -> None:
    project.entry(
        "a/event.md", "title: x\nstart: 2026-01-31 09:00\nrecurrence: FREQ=MONTHLY;BYDAY=1MO\ndraft: true"
    )
    assert project.told() == []
    project.entry("a/event.md", "title: x\nstart: soon\ndraft: true")
    assert project.told() == ["episodes/a/event.md:3:1 READ-008"]
