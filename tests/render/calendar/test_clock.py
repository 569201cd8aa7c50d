"""Clocks: in which form the times of an event are told."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from icalendar import Event as VEvent

from publisher.model import Event, Recurrence
from publisher.render.calendar.clock import GREENWICH, UTC_NAMES, clock, is_second, is_twice

from .made import COPENHAGEN, at, held

SECOND = at("2023-10-29 02:30").replace(fold=1)


def written(event: Event, moment: datetime) -> str:
    """`moment` as a property of `event`, without its name."""
    vevent = VEvent()
    vevent.add("dtstart", clock(event).value(moment))
    lines = str(vevent.to_ical(), "utf-8").splitlines()
    (line,) = (line for line in lines if line.startswith("DTSTART"))
    return line.removeprefix("DTSTART")


def test_a_time_is_told_by_the_clocks_of_the_place() -> None:
    """However it arrives: settled moments are in UTC."""
    event = held().entry
    assert written(event, event.start) == ";TZID=Europe/Copenhagen:20230331T090000"
    assert written(event, event.start.astimezone(UTC)) == ";TZID=Europe/Copenhagen:20230331T090000"


@pytest.mark.parametrize("zone", ["Asia/Calcutta", "Europe/Busingen", "Etc/GMT-3", "Etc/Greenwich"])
def test_a_zone_keeps_the_name_it_was_given(zone: str) -> None:
    """The library knows which are the same, and takes another of them."""
    event = held(timezone=zone, start=at("2023-03-31 09:00", zone)).entry
    assert written(event, event.start) == f";TZID={zone}:20230331T090000"


@pytest.mark.parametrize("zone", sorted(UTC_NAMES))
def test_what_is_utc_by_any_name_has_no_zone(zone: str) -> None:
    """ICS-008: a Z, and no TZID; and these have never been anything else."""
    event = held(timezone=zone, start=at("2023-03-31 09:00", zone)).entry
    assert written(event, event.start) == ":20230331T090000Z"
    assert datetime(1950, 1, 1, tzinfo=ZoneInfo(zone)).tzname() == "UTC"
    assert datetime(1950, 1, 1, tzinfo=ZoneInfo(GREENWICH)).utcoffset() == timedelta()


@pytest.mark.parametrize("zone", ["UTC", "Etc/Zulu"])
def test_a_series_in_utc_names_a_zone_with_the_same_time(zone: str) -> None:
    """Every time of it alike (ICS-021); a time that is on its own is told as any other in UTC."""
    event = held(
        timezone=zone, start=at("2023-03-31 09:00", zone), recurrence=Recurrence(rule="FREQ=DAILY")
    ).entry
    assert written(event, event.start) == ";TZID=Etc/GMT:20230331T090000"
    single = replace(event, recurrence=None)
    assert written(single, event.start) == ":20230331T090000Z"


def test_whole_days_are_dates() -> None:
    """The day that it is where the event is, though it is another in UTC."""
    event = held(all_day=True, start=at("2023-03-31 00:00"), end=at("2023-04-01 00:00")).entry
    assert written(event, event.start.astimezone(UTC)) == ";VALUE=DATE:20230331"


@pytest.mark.parametrize(
    "changes",
    [{"start": SECOND}, {"start": at("2023-10-29 01:00"), "end": SECOND}, {"end": SECOND.replace(fold=0)}],
    ids=["start", "end", "end, the first time"],
)
def test_what_clocks_show_twice_is_told_in_utc(changes: dict[str, Any]) -> None:
    """Readers differ on which of the two it is (RFC 5545 §3.3.5); start and end are told alike (ICS-007)."""
    event = held(**changes).entry
    assert written(event, SECOND) == ":20231029T013000Z"
    first = held(start=SECOND.replace(fold=0)).entry
    assert written(first, first.start) == ":20231029T003000Z"


def test_a_series_keeps_to_local_time() -> None:
    """In UTC it would be an hour off for half of the year."""
    event = held(start=SECOND, recurrence=Recurrence(rule="FREQ=DAILY")).entry
    assert written(event, SECOND) == ";TZID=Europe/Copenhagen:20231029T023000"


def test_an_hour_that_clocks_show_once_is_not_taken_for_one_of_two() -> None:
    """Nor one beside it, nor the night in which they go forward."""
    once = ("2023-10-29 01:59", "2023-10-29 03:00", "2023-03-26 01:59", "2023-03-26 03:00")
    assert not [time for time in once if is_twice(at(time).astimezone(UTC), COPENHAGEN)]
    assert is_twice(SECOND.astimezone(UTC), COPENHAGEN)
    assert is_twice(SECOND.replace(fold=0).astimezone(UTC), COPENHAGEN)


def test_the_second_hour_is_known_in_every_zone() -> None:
    """Whatever zone the moment came in."""
    assert is_second(SECOND.astimezone(UTC), COPENHAGEN)
    assert not is_second(SECOND.replace(fold=0).astimezone(UTC), COPENHAGEN)
