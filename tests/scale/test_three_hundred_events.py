"""300 events are a calendar that clients take, and 300 that come from elsewhere are no news."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from icalendar import Calendar

from tests.calendars.feeds import guids
from tests.calendars.programs import NAMES, read
from tests.calendars.seen import Reading, Seen
from tests.calendars.told import attempt, files, publish
from tests.read.project import Project, new_project
from tests.scale.events import PLAIN, RICH, add_event

EVENTS = 300
MOST = 300_000
"""Bytes; Outlook and Google give up on calendars that are much larger (CAL-009)."""
NOW = "2019-01-01T06:00:00Z"
FEEDS = ("events.xml", "feed.xml", "feed.atom", "feed.json")


def build(show: Project, more: str) -> dict[str, bytes]:
    """What is built of 300 events that nobody dated, half of them over."""
    for number in range(EVENTS):
        add_event(show, number, more)
    code, said = attempt(show, "build", "--at", NOW)
    assert code == 0, said
    return files(show.root / "feeds")


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bytes]:
    return build(new_project(tmp_path_factory.mktemp("many")), PLAIN)


@pytest.fixture(scope="module")
def readings(built: dict[str, bytes]) -> dict[str, Reading]:
    (made,) = read([built["events.ics"]])
    return made


def test_the_calendar_is_small_enough(built: dict[str, bytes]) -> None:
    assert built["events.ics"].count(b"BEGIN:VEVENT") == EVENTS
    assert len(built["events.ics"]) < MOST


def test_a_calendar_of_events_of_which_everything_is_said_is_small_enough(tmp_path: Path) -> None:
    """Of what is over longest there is a summary; the page, which is named, tells the rest."""
    calendar = build(new_project(tmp_path), RICH)["events.ics"]
    assert len(calendar) < MOST
    events = sorted(Calendar.from_ical(calendar).events, key=lambda event: event.start)
    assert len(events) == EVENTS
    told = [str(event["DESCRIPTION"]) for event in events]
    assert all(each.startswith("Tre kommuner fortæller") for each in told)
    assert all(each.endswith(str(event["URL"])) for each, event in zip(told, events, strict=True))
    in_full = ["Pris: Gratis" in each for each in told]
    assert in_full == sorted(in_full)
    assert sum(in_full) > 50


@pytest.mark.parametrize("program", NAMES)
def test_every_program_finds_all_of_them(program: str, readings: dict[str, Reading]) -> None:
    assert readings[program].events == readings["icalendar"].events
    assert len({seen.uid for seen in readings[program].events}) == EVENTS


@pytest.mark.parametrize("feed", FEEDS)
def test_what_is_over_is_no_news(feed: str, built: dict[str, bytes], readings: dict[str, Reading]) -> None:
    """And what is to come is, though nobody dated it."""
    coming = {seen.uid for seen in readings["icalendar"].events if seen.end > NOW}
    assert 100 < len(coming) < 200
    assert set(guids(feed, built[feed])) == coming


@pytest.fixture(scope="module")
def imported(built: dict[str, bytes], tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A show that has brought all of them along when they are over."""
    show = new_project(tmp_path_factory.mktemp("imported"))
    (show.root / "old.ics").write_bytes(built["events.ics"])
    code, said = attempt(show, "import", "old.ics")
    assert code == 0, said
    publish(show, "2026-02-01 08:00")
    return show


def test_what_is_imported_from_the_past_floods_no_feed(imported: Project) -> None:
    made = files(imported.root / "public")
    assert [feed for feed in FEEDS if guids(feed, made[feed])] == []


def test_what_is_imported_is_exported_as_it_was(imported: Project, readings: dict[str, Reading]) -> None:
    """UIDs, instants, status, SEQUENCE and titles; the revision is our own."""
    (made,) = read([files(imported.root / "public")["events.ics"]])
    for program in NAMES:
        assert unstamped(made[program]) == unstamped(readings[program])


def unstamped(read: Reading) -> list[Seen]:
    return [replace(seen, stamp="") for seen in read.events]
