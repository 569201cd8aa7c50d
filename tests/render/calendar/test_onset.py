"""Changes of clocks, to the second, as the database has them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo, available_timezones

import pytest

from publisher.render.calendar.onset import BEGINNING, onsets, standing

HOUR = timedelta(hours=1)


@pytest.mark.parametrize(
    ("zone", "year", "expected"),
    [
        ("Europe/Copenhagen", 2023, ["03-26 02:00 +1 daylight CEST", "10-29 03:00 -1 standard CET"]),
        ("Europe/Dublin", 2023, ["03-26 01:00 +1 daylight IST", "10-29 02:00 -1 standard GMT"]),
        ("Africa/Casablanca", 2024, ["03-10 03:00 -1 standard +00", "04-14 02:00 +1 daylight +01"]),
        ("Australia/Lord_Howe", 2023, ["04-02 02:00 -0.5 standard +1030", "10-01 02:00 +0.5 daylight +11"]),
        ("Pacific/Apia", 2012, ["04-01 04:00 -1 standard +13", "09-30 03:00 +1 daylight +14"]),
        ("Pacific/Fakaofo", 2011, ["12-30 00:00 +24 standard +13"]),
        ("Europe/Volgograd", 2018, ["10-28 02:00 +1 standard +04"]),
        ("Asia/Kolkata", 2023, []),
        ("Etc/GMT-3", 2023, []),
        ("UTC", 2023, []),
    ],
)
def test_a_year_has_the_changes_that_its_law_had(zone: str, year: int, expected: list[str]) -> None:
    """Clocks are told as they show until then; who puts them back for a season has standard time then."""
    told = [
        f"{one.local:%m-%d %H:%M} {(one.after - one.before) / HOUR:+g} "
        f"{'daylight' if one.daylight else 'standard'} {one.name}"
        for one in onsets(zone, year, year)
    ]
    assert told == expected


@pytest.mark.parametrize("zone", ["Europe/Copenhagen", "America/Nuuk", "Asia/Gaza", "Africa/Monrovia"])
def test_a_change_is_right_to_the_second(zone: str) -> None:
    """A second before, clocks still have the offset of before."""
    found = onsets(zone, 1970, 2030)
    assert found
    for one in found:
        clocks = ZoneInfo(zone)
        assert (one.moment - timedelta(seconds=1)).astimezone(clocks).utcoffset() == one.before
        assert one.moment.astimezone(clocks).utcoffset() == one.after


def test_what_stands_as_a_year_begins_is_an_onset_of_its_own() -> None:
    """For zones that never change, and for the time before the first change."""
    summer = standing("Australia/Sydney", 2023)
    assert (summer.local, summer.before, summer.after) == (
        datetime.fromisoformat("2023-01-01"),
        11 * HOUR,
        11 * HOUR,
    )
    assert summer.daylight
    assert not standing("Europe/Dublin", 2023).daylight


def test_before_the_first_change_there_is_none() -> None:
    """Of any zone: as it was in 1800, it had always been."""
    for zone in sorted(available_timezones()):
        clocks = ZoneInfo(zone)
        offsets = {
            datetime(year, 1, 1, tzinfo=UTC).astimezone(clocks).utcoffset()
            for year in (2, 1000, BEGINNING, BEGINNING + 1)
        }
        assert len(offsets) == 1, zone
    assert [one.local.year for one in onsets("Asia/Manila", 1, 1890)] == [1844]


def test_the_ends_of_time_are_no_trouble() -> None:
    """Datetimes go from year 1 to 9999."""
    assert onsets("America/New_York", -5, 3) == ()
    assert len(onsets("America/New_York", 9998, 12000)) == 2
