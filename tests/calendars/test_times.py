"""Whole days, series and zones: five programs put them at the same instants."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.calendars.programs import NAMES, read
from tests.calendars.seen import Reading, Seen
from tests.calendars.times import ADDED, CANCELLED, KEPT, MOVED, ONCE, PLAIN, REGULAR, TIMES
from tests.calendars.told import told
from tests.read.project import new_project

Readings = dict[str, dict[str, Reading]]
EXPAND = [name for name in NAMES if name != "icalendar"]
NO_RDATE = {"node-ical": {ADDED}}
"""What programs miss that know no RDATE."""


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Readings:
    """What programs read after each step, and then of zones that nobody knows by name."""
    show = new_project(tmp_path_factory.mktemp("times"))
    calendars = {issue.name: issue.files["events.ics"] for issue in told(show, TIMES)}
    calendars["nowhere"] = re.sub(rb"(TZID[=:])\w+/", rb"\1Nowhere-", calendars["excepted"])
    return dict(zip(calendars, read(list(calendars.values())), strict=True))


def times(*those: Seen) -> set[Seen]:
    """They happen; which of them a VEVENT of its own tells of is not asked."""
    return {replace(one, original="") for one in those}


@pytest.mark.parametrize("program", EXPAND)
def test_a_program_puts_everything_at_its_instants(program: str, readings: Readings) -> None:
    read = readings["announced"][program]
    assert set(read.times or ()) == times(*ONCE, *REGULAR, *PLAIN)
    assert len(read.events) == 8


@pytest.mark.parametrize("program", EXPAND)
def test_a_series_has_its_exceptions(program: str, readings: Readings) -> None:
    """One time is moved, one cancelled, one left out and one added; SEQUENCE rises for all of them."""
    happening = times(*ONCE, *REGULAR, *KEPT, MOVED, CANCELLED, ADDED)
    assert set(readings["excepted"][program].times or ()) == happening - NO_RDATE.get(program, set())


@pytest.mark.parametrize("program", NAMES)
def test_a_changed_time_names_the_one_it_was(program: str, readings: Readings) -> None:
    """RECURRENCE-ID is the instant that the rule gives (ICS-021)."""
    assert {seen for seen in readings["excepted"][program].events if seen.original} == {MOVED, CANCELLED}


@pytest.mark.parametrize("program", ["icalendar", "recurring-ical-events", "ical.js"])
def test_the_calendar_alone_says_what_its_zones_are(program: str, readings: Readings) -> None:
    """ICS-010: who knows none by name has them from VTIMEZONE, as far as it is read.

    node-ical reads none, and ical finds no onset in one that has no RRULE.
    """
    assert readings["nowhere"][program] == readings["excepted"][program]
