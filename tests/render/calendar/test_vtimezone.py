"""VTIMEZONE against zoneinfo, in every zone, read by the letter of RFC 5545 §3.6.5 and by dateutil."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from io import StringIO
from random import Random
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil.rrule import rruleset, rrulestr
from dateutil.tz import tzical
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.render.calendar.onset import BEGINNING, _onsets, onsets
from publisher.render.calendar.vtimezone import FAR, vtimezone

from .judge import faults
from .lines import Component, read

ZONES = (
    "Europe/Copenhagen Europe/Dublin America/New_York Asia/Kolkata Africa/Casablanca Australia/Lord_Howe "
    "Pacific/Apia America/Sao_Paulo Asia/Gaza UTC Etc/GMT-3 Africa/Cairo America/Nuuk Asia/Jerusalem"
).split()
HOLLOW = b"BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//X//X//EN\r\n%sEND:VCALENDAR\r\n"

Changes = list[tuple[datetime, timedelta, timedelta]]
"""When, in UTC; the offset before, and after."""


def written(zone: str, first: int, last: int | None) -> bytes:
    """The component, in a calendar of nothing else."""
    made: bytes = vtimezone(zone, first, last).to_ical()
    return HOLLOW % made


def component(zone: str, first: int, last: int | None) -> Component:
    (found,) = read(written(zone, first, last)).components
    return found


def changes(zone: Component, year: int) -> Changes:
    """What the observances of `zone` say until the end of `year`, in order."""
    return sorted(
        (local - offset(each, "TZOFFSETFROM"), offset(each, "TZOFFSETFROM"), offset(each, "TZOFFSETTO"))
        for each in zone.components
        for local in starts(each, year)
    )


def starts(observance: Component, year: int) -> list[datetime]:
    start = stamp(observance.one("DTSTART").value)
    found = rruleset()
    found.rdate(start)
    for rdate in observance.all("RDATE"):
        found.rdate(stamp(rdate.value))
    if rule := observance.value("RRULE"):
        # UNTIL is in UTC, and clocks show the time of before.
        local = re.sub(r"UNTIL=(\w+)Z", lambda u: f"UNTIL={in_local(u[1], observance):%Y%m%dT%H%M%S}", rule)
        found.rrule(rrulestr(local, dtstart=start))  # type: ignore[arg-type]
    return found.between(start, stamp(f"{year}1231T235959"), inc=True)


def stamp(value: str) -> datetime:
    return datetime.strptime(value, "%Y%m%dT%H%M%S")  # noqa: DTZ007 - RFC 5545 §3.6.5 has it local


def in_local(until: str, observance: Component) -> datetime:
    return stamp(until) + offset(observance, "TZOFFSETFROM")


def offset(observance: Component, name: str) -> timedelta:
    text = observance.one(name).value
    hours, minutes, seconds = int(text[1:3]), int(text[3:5]), int(text[5:7] or 0)
    return (-1 if text[0] == "-" else 1) * timedelta(hours=hours, minutes=minutes, seconds=seconds)


def told(at: Changes, moment: datetime) -> timedelta:
    """The offset at `moment`: that of the last onset before."""
    naive = moment.astimezone(UTC).replace(tzinfo=None)
    return [after for onset, _, after in at if onset <= naive][-1]


def true(zone: str, moment: datetime) -> timedelta | None:
    return moment.astimezone(ZoneInfo(zone)).utcoffset()


def moments(zone: str, first: int, last: int, random: Random) -> list[datetime]:
    """Some moments of these years, by clocks in `zone`, most of them next to when they are changed."""
    clocks = ZoneInfo(zone)
    ends = datetime(first, 1, 1, tzinfo=clocks), datetime(last, 12, 31, 23, tzinfo=clocks)
    start, end = (one.astimezone(UTC) for one in ends)
    anywhere = [start + (end - start) * random.random() for _ in range(20)]
    near = [
        one.moment + timedelta(seconds=shift) for one in onsets(zone, first, last) for shift in (-1, 0, 3600)
    ]
    return [start, end, *anywhere, *(one for one in near if start <= one <= end)]


@given(
    st.sampled_from(sorted(available_timezones())) | st.sampled_from(ZONES),
    st.integers(1972, 2045),
    st.integers(0, 12) | st.none(),
    st.randoms(use_true_random=False),
)
@settings(max_examples=250, derandomize=True, deadline=None)
def test_every_zone_is_right_in_every_year_asked_for(
    zone: str, first: int, years: int | None, random: Random
) -> None:
    """By the letter, and by nobody's reader."""
    last = None if years is None else first + years
    until = last or 2099
    at = changes(component(zone, first, last), until)
    for moment in moments(zone, first, until, random):
        assert told(at, moment) == true(zone, moment), moment
    for (onset, before, _), (_, _, standing) in zip(at[1:], at, strict=False):
        assert before == standing, onset


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize(
    ("first", "last"), [(2006, 2008), (2010, 2012), (2017, 2019), (2023, 2025), (2024, None)]
)
def test_dateutil_reads_the_same(zone: str, first: int, last: int | None) -> None:
    """A second opinion, on what clocks show: every seventh hour that there was, and that was not twice."""
    theirs = tzical(StringIO(written(zone, first, last).decode())).get()
    clocks = ZoneInfo(zone)
    moment, end = datetime(first, 1, 1, tzinfo=UTC), datetime((last or first + 2) + 1, 1, 1, tzinfo=UTC)
    while moment < end:
        here = moment.astimezone(clocks)
        naive = here.replace(tzinfo=None)
        if (
            here.utcoffset() == naive.replace(tzinfo=clocks, fold=1 - here.fold).utcoffset()
            and here.year >= first
        ):
            assert naive.replace(tzinfo=theirs).utcoffset() == here.utcoffset(), here
        moment += timedelta(hours=7)


@pytest.mark.parametrize("zone", ZONES)
@pytest.mark.parametrize("last", [2024, None])
def test_every_zone_is_written_by_the_letter(zone: str, last: int | None) -> None:
    """ICS-010, ICS-011, CAL-004; and nothing but what is needed, so no COMMENT."""
    assert faults(written(zone, 2023, last)) == []


@pytest.mark.parametrize(
    ("zone", "rules"),
    [
        ("Europe/Copenhagen", ["DAYLIGHT BYDAY=-1SU;BYMONTH=3", "STANDARD BYDAY=-1SU;BYMONTH=10"]),
        ("Europe/Dublin", ["DAYLIGHT BYDAY=-1SU;BYMONTH=3", "STANDARD BYDAY=-1SU;BYMONTH=10"]),
        ("America/New_York", ["DAYLIGHT BYDAY=2SU;BYMONTH=3", "STANDARD BYDAY=1SU;BYMONTH=11"]),
        ("Australia/Lord_Howe", ["STANDARD BYDAY=1SU;BYMONTH=4", "DAYLIGHT BYDAY=1SU;BYMONTH=10"]),
        (
            "Asia/Jerusalem",
            [
                "DAYLIGHT BYDAY=FR;BYMONTHDAY=23,24,25,26,27,28,29;BYMONTH=3",
                "STANDARD BYDAY=-1SU;BYMONTH=10",
            ],
        ),
    ],
)
@pytest.mark.parametrize(("first", "last"), [(2023, 2023), (2015, 2030), (2023, None)])
def test_where_the_law_stays_there_are_two_rules(
    zone: str, rules: list[str], first: int, last: int | None
) -> None:
    """CAL-005: Outlook knows one STANDARD and one DAYLIGHT, and no year of these needs more."""
    zones = component(zone, first, last).components
    assert [f"{each.name} {each.value('RRULE')}" for each in zones] == [
        rule.replace(" ", " FREQ=YEARLY;") for rule in rules
    ]
    assert not any(each.all("RDATE") for each in zones)
    assert len(vtimezone(zone, first, last).to_ical()) < 400


@pytest.mark.parametrize("zone", ["Asia/Kolkata", "UTC", "Etc/GMT-3"])
@pytest.mark.parametrize("last", [2030, None])
def test_where_clocks_never_change_there_is_one_time(zone: str, last: int | None) -> None:
    """It stands from the year before on."""
    (only,) = component(zone, 2023, last).components
    assert (only.name, only.value("DTSTART"), only.value("RRULE")) == ("STANDARD", "20220101T000000", None)


def test_a_law_that_changes_ends_its_rule() -> None:
    """New York, 2007: the last day is in UTC, and nothing is left open that is over."""
    zones = component("America/New_York", 2006, 2008).components
    rules = [each.value("RRULE") for each in zones]
    assert rules == [
        "FREQ=YEARLY;UNTIL=20060403T070000Z;BYDAY=1SU;BYMONTH=4",
        "FREQ=YEARLY;UNTIL=20061030T060000Z;BYDAY=-1SU;BYMONTH=10",
        "FREQ=YEARLY;BYDAY=2SU;BYMONTH=3",
        "FREQ=YEARLY;BYDAY=1SU;BYMONTH=11",
    ]


def test_days_are_listed_only_where_no_rule_holds() -> None:
    """Morocco keeps Ramadan; who needs two years is told of two years.

    One on a line, and DTSTART again: of a list, ical.js reads the first, and then forgets DTSTART.
    """
    standard, daylight = component("Africa/Casablanca", 2023, 2024).components
    for zone, listed in (
        (standard, ["20220327T030000", "20230319T030000", "20240310T030000"]),
        (daylight, ["20220508T020000", "20230423T020000", "20240414T020000"]),
    ):
        assert zone.value("DTSTART") == listed[0]
        assert [each.value for each in zone.all("RDATE")] == listed
    assert standard.all("RRULE") == daylight.all("RRULE") == []
    assert len(vtimezone("Africa/Casablanca", 2023, None).to_ical()) < 3500


def test_a_thousand_years_take_no_longer_than_those_with_changes_of_clocks() -> None:
    """Each year is looked at once, and those before anybody changed clocks not at all."""
    _onsets.cache_clear()
    vtimezone.cache_clear()
    for first, last in ((1000, 2999), (1200, 2400), (1000, None)):
        assert component("Europe/Stockholm", first, last).components
    assert _onsets.cache_info().misses == FAR - BEGINNING + 1


def test_an_end_that_nobody_will_see_is_none() -> None:
    """A series until the year 9999 needs no more than one without end, and no more time."""
    assert component("Europe/Copenhagen", 2023, 9999) == component("Europe/Copenhagen", 2023, None)
    assert component("America/New_York", 1, 9999).components
