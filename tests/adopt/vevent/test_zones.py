"""publisher.adopt.vevent.zones: TZIDs into zones of the world."""

from __future__ import annotations

from datetime import datetime, timedelta

import pytest

from tests.adopt.vevent.made import EASTERN, HOME, ODD, vtimezone, zones

LIKE_OURS = vtimezone(
    "Tabel 1",
    ("STANDARD", "+0200", "+0100", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10"),
    ("DAYLIGHT", "+0100", "+0200", "RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3"),
).replace("DTSTART:16010101T020000", "DTSTART:16010101T030000", 1)
AN_HOUR_OFF = LIKE_OURS.replace("T030000", "T020000")


@pytest.mark.parametrize(
    ("tzid", "key"),
    [
        ("Europe/Stockholm", "Europe/Stockholm"),
        ("/Europe/Stockholm", "Europe/Stockholm"),
        ('"Europe/Stockholm"', "Europe/Stockholm"),
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("Romance Standard Time", "Europe/Paris"),
        ("/citadel.org/20070227_1/Europe/Copenhagen", "Europe/Copenhagen"),
        ("/freeassociation.sourceforge.net/Tzfile/America/Argentina/Salta", "America/Argentina/Salta"),
        ("UTC", "UTC"),
    ],
)
def test_a_zone_has_many_names(tzid: str, key: str) -> None:
    clock = zones().clock(tzid, 2026)
    assert (clock.zone and clock.zone.key, clock.guessed) == (key, False)


@pytest.mark.parametrize(
    "tzid", ["Customized Time Zone", "Europe", "../../etc/passwd", "\x00", "a" * 300, "æ"]
)
def test_a_zone_that_nobody_knows_is_guessed(tzid: str) -> None:
    clock = zones().clock(tzid, 2026)
    assert (clock.zone, clock.guessed) == (HOME, True)


def test_it_is_guessed_by_what_the_calendar_says_of_itself() -> None:
    assert (
        zones("X-WR-TIMEZONE:Asia/Tokyo").clock("?", 2026).zone == zones("X-WR-TIMEZONE:Asia/Tokyo").floating
    )
    known = zones(vtimezone("W. Europe Standard Time") + "\n" + vtimezone("UTC")).clock("?", 2026)
    assert known.zone and known.zone.key == "Europe/Berlin"
    several = zones(vtimezone("Europe/Oslo") + "\n" + vtimezone("Europe/Paris")).clock("?", 2026)
    assert several.zone == HOME


def test_times_without_a_zone_are_the_calendars_own_or_the_shows() -> None:
    assert zones().floating == HOME
    assert zones("X-WR-TIMEZONE:America/New_York").floating.key == "America/New_York"
    assert zones("X-WR-TIMEZONE:Mars").floating == HOME


def test_a_described_zone_is_the_shows_if_its_clock_is() -> None:
    clock = zones(LIKE_OURS).clock("Tabel 1", 2026)
    assert (clock.zone, clock.guessed) == (HOME, False)


def test_a_described_zone_may_be_wrong_about_the_hour_of_change() -> None:
    """Many are, and nobody meets at three in the night."""
    assert zones(AN_HOUR_OFF).clock("Tabel 1", 2026).zone == HOME


def test_a_described_zone_is_a_well_known_one_with_its_clock() -> None:
    found = zones(EASTERN).clock("Our own", 2026).zone
    assert found and found.key == "America/New_York"


def test_rules_are_compared_for_the_years_of_the_event() -> None:
    """New York changed its clocks on other days until 2006."""
    assert zones(EASTERN).clock("Our own", 2004).zone is None


def test_a_zone_without_summer_is_an_offset() -> None:
    fixed = vtimezone("GMT+2", ("STANDARD", "+0200", "+0200", "TZNAME:X"))
    found = zones(fixed).clock("GMT+2", 2026).zone
    assert found and found.utcoffset(datetime(2026, 7, 1)) == timedelta(hours=2)  # noqa: DTZ001
    assert found.key == "Etc/GMT-2"


def test_a_clock_of_nowhere_is_still_one() -> None:
    clock = zones(ODD).clock("Odd", 2026)
    assert (clock.zone, clock.guessed) == (None, False)
    assert clock.offsets.utcoffset(datetime(2026, 7, 1)) == timedelta(hours=1, minutes=17)  # noqa: DTZ001


def test_a_zone_may_say_where_it_is() -> None:
    described = vtimezone("X", ("STANDARD", "+0117", "+0117", ""), more="X-LIC-LOCATION:Asia/Tokyo")
    found = zones(described).clock("X", 2026).zone
    assert found and found.key == "Asia/Tokyo"


def test_what_the_library_does_not_know_is_no_hindrance() -> None:
    described = EASTERN.replace(
        "TZID:Our own", "TZID:Our own\nTZID-ALIAS-OF:Y\nX-ANY;A=B:C\nTZURL:https://x.org"
    )
    assert zones(described).clock("Our own", 2026).zone


@pytest.mark.parametrize(
    "part", ["", "BEGIN:STANDARD\nDTSTART:x\nEND:STANDARD", "BEGIN:STANDARD\nEND:STANDARD"]
)
def test_a_zone_that_says_nothing_is_guessed(part: str) -> None:
    assert zones(f"BEGIN:VTIMEZONE\nTZID:X\n{part}\nEND:VTIMEZONE").clock("X", 2026).guessed


def test_zones_of_one_name_in_two_calendars_are_two() -> None:
    one = vtimezone("Z", ("STANDARD", "+0300", "+0300", ""))
    two = vtimezone("Z", ("STANDARD", "+0500", "+0500", ""))
    found = [zones(each).clock("Z", 2026).zone for each in (one, two)]
    assert [zone and zone.key for zone in found] == ["Etc/GMT-3", "Etc/GMT-5"]
