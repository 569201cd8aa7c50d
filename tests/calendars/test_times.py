"""Whole days, series and zones: five programs put them at the same instants."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest

from tests.calendars.programs import NAMES, read
from tests.calendars.seen import Reading, Seen
from tests.calendars.times import (
    ADDED,
    CANCELLED,
    FIRST,
    FRONTS,
    KEPT,
    MOVED,
    ONCE,
    PLAIN,
    REGULAR,
    SECOND,
    TIMES,
)
from tests.calendars.told import told
from tests.read.project import new_project

Readings = dict[str, dict[str, Reading]]
EXPAND = [name for name in NAMES if name != "icalendar"]
NO_RDATE = {"node-ical": {ADDED}}
"""What programs miss that know no RDATE."""
ONE_HOUR = {"recurring-ical-events": {SECOND: FIRST}}
"""What programs mistake that put UTC on the clocks of X-WR-TIMEZONE, and forget which of two hours it was."""


@pytest.fixture(scope="module")
def readings(tmp_path_factory: pytest.TempPathFactory) -> Readings:
    """What programs read after each step, and then of zones that nobody knows by name."""
    show = new_project(tmp_path_factory.mktemp("times"))
    calendars = {issue.name: issue.files["events.ics"] for issue in told(show, TIMES)}
    calendars["nowhere"] = re.sub(rb"(TZID[=:])\w+/", rb"\1Nowhere-", calendars["excepted"])
    return dict(zip(calendars, read(list(calendars.values())), strict=True))


def times(program: str, *those: Seen) -> set[Seen]:
    """They happen, as far as `program` can know; which of them a VEVENT of its own tells of is not asked."""
    mistaken = ONE_HOUR.get(program, {})
    known = set(those) - NO_RDATE.get(program, set())
    return {replace(mistaken.get(one, one), original="") for one in known}


@pytest.mark.parametrize("program", EXPAND)
def test_a_program_puts_everything_at_its_instants(program: str, readings: Readings) -> None:
    read = readings["announced"][program]
    assert set(read.times or ()) == times(program, *ONCE, *REGULAR, *PLAIN)
    assert len(read.events) == len(FRONTS)


@pytest.mark.parametrize("program", EXPAND)
def test_a_series_has_its_exceptions(program: str, readings: Readings) -> None:
    """Some are moved, cancelled, left out or added; SEQUENCE rises for all of them."""
    happening = times(program, *ONCE, *REGULAR, *KEPT, MOVED, *CANCELLED, ADDED)
    assert set(readings["excepted"][program].times or ()) == happening


@pytest.mark.parametrize("program", NAMES)
def test_a_changed_time_names_the_one_it_was(program: str, readings: Readings) -> None:
    """RECURRENCE-ID is the instant that the rule gives (ICS-021)."""
    assert {seen for seen in readings["excepted"][program].events if seen.original} == {MOVED, *CANCELLED}


@pytest.mark.parametrize("program", ["icalendar", "recurring-ical-events", "ical.js"])
def test_the_calendar_alone_says_what_its_zones_are(program: str, readings: Readings) -> None:
    """ICS-010: who knows none by name has them from VTIMEZONE, as far as it is read.

    node-ical reads none, and ical finds no onset in one that has no RRULE.
    """
    assert readings["nowhere"][program] == readings["excepted"][program]
