"""Dates and times: RFC 3339, local time that exists, or a day."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.read.moment import EXAMPLE, MomentError, moment, position, zone
from tests.read.project import HOSTILE

HOME = ZoneInfo("Europe/Copenhagen")


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("2026-01-31", "2026-01-31T00:00:00+01:00"),
        ("2026-01-31 06:00", "2026-01-31T06:00:00+01:00"),
        ("2026-07-31T06:00", "2026-07-31T06:00:00+02:00"),
        ("2026-01-31t06:00:30.5z", "2026-01-31T06:00:30.500000+00:00"),
        ("2026-01-31T06:00:00-05:00", "2026-01-31T06:00:00-05:00"),
        (" 2026-01-31  06:00 +02:00 ", "2026-01-31T06:00:00+02:00"),
        ("2026-10-25 02:30", "2026-10-25T02:30:00+02:00"),
        ("2026-10-25 02:30+01:00", "2026-10-25T02:30:00+01:00"),
        ("2024-02-29", "2024-02-29T00:00:00+01:00"),
    ],
)
def test_a_moment_is_aware(text: str, iso: str) -> None:
    """Of an hour that comes twice, the first is meant."""
    assert moment(text, HOME).isoformat() == iso


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("31-01-2026", "2026-01-31"),
        ("31/1 2026", "2026-01-31"),
        ("31. 1. 2026", "2026-01-31"),
        ("31.1.2026 kl. 9.00", "2026-01-31 09:00"),
        ("2026-1-5 9:00", "2026-01-05 09:00"),
        ("2026/01/05", "2026-01-05"),
        ("2026-01-31 9:00", "2026-01-31 09:00"),
        ("2026-01-31 06.00", "2026-01-31 06:00"),
        ("2026-01-31T24:00", "2026-01-31"),
        ("2026-01-31 06:00 Europe/Copenhagen", "2026-01-31 06:00"),
        ("1/31/2026", EXAMPLE),
        ("09:00", EXAMPLE),
        ("tomorrow", EXAMPLE),
        ("20260131", EXAMPLE),
        ("2026-01", EXAMPLE),
        ("٢٠٢٦-٠١-٣١", EXAMPLE),
    ],
)
def test_what_is_no_date_is_told_with_what_was_probably_meant(text: str, meant: str) -> None:
    with pytest.raises(MomentError, match="not a date") as raised:
        moment(text, HOME)
    assert raised.value.example == meant


@pytest.mark.parametrize(
    "text",
    [
        "2026-02-30",
        "2025-02-29",
        "2026-13-01",
        "0000-01-01",
        "2026-01-31 06:60",
        "2026-01-31 06:00:60",
        "2026-01-31 06:00+25:00",
        "0001-01-01",
        "9999-12-31T23:59:00-14:00",
    ],
)
def test_days_and_times_that_nobody_has_are_told(text: str) -> None:
    with pytest.raises(MomentError, match="no such"):
        moment(text, HOME)


def test_a_time_that_clocks_skip_is_told_with_the_one_they_show() -> None:
    with pytest.raises(MomentError, match="does not exist in Europe/Copenhagen") as raised:
        moment("2026-03-29 02:30", HOME)
    assert raised.value.example == "2026-03-29 03:30"


def test_a_day_whose_midnight_is_skipped_is_told() -> None:
    with pytest.raises(MomentError, match="does not exist"):
        moment("2025-09-07", ZoneInfo("America/Santiago"))


@HOSTILE
@given(st.text(st.sampled_from("0123456789-:T. +Zz/٣"), max_size=30))
def test_any_text_is_a_moment_or_a_problem(text: str) -> None:
    try:
        assert moment(text, HOME).tzinfo
    except MomentError as error:
        moment(error.example, HOME)


@pytest.mark.parametrize(
    ("text", "seconds"),
    [
        ("0", 0),
        ("90", 90),
        ("1.5", 1.5),
        ("1:30", 90),
        ("01:02:03.5", 3723.5),
        ("09:00", 540),
        ("90:00", 5400),
    ],
)
def test_a_place_in_a_recording_is_a_duration(text: str, seconds: float) -> None:
    assert position(text) == timedelta(seconds=seconds)


@pytest.mark.parametrize(
    "text", ["", "-1", "1:60", "1:75:00", "1:2:3:4", "9" * 400, "1e3", "1,5", "nan", "1:"]
)
def test_what_is_no_place_in_a_recording_is_none(text: str) -> None:
    assert position(text) is None


@pytest.mark.parametrize(
    "name",
    [
        "",
        "Denmark!",
        "../../etc/passwd",
        "/etc/passwd",
        "America",
        "Ærø",
        "x" * 5000,
        "a\0b",
        "zone.tab",
        ".",
    ],
)
def test_a_zone_is_a_name_and_never_a_path(name: str) -> None:
    assert zone(name) is None
