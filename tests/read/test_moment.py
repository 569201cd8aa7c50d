"""Dates and times: RFC 3339, local time that exists, or a day."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.read.moment import (
    EXAMPLE,
    MomentError,
    at,
    clock,
    midnight,
    moment,
    position,
    resolved,
    when,
    zone,
)
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


@pytest.mark.parametrize(
    ("text", "whole", "start", "over"),
    [
        ("2026-01-31", True, "2026-01-31T00:00:00+01:00", "2026-02-01T00:00:00+01:00"),
        ("2026-03-29", True, "2026-03-29T00:00:00+01:00", "2026-03-30T00:00:00+02:00"),
        ("2026-01-31 00:00", False, "2026-01-31T00:00:00+01:00", None),
        ("2026-01-31T23:30:00Z", False, "2026-02-01T00:30:00+01:00", None),
    ],
)
def test_a_day_is_known_from_a_moment(text: str, whole: bool, start: str, over: str | None) -> None:
    found = when(text, HOME)
    assert (found.whole, found.moment.isoformat()) == (whole, start)
    assert (found.over.isoformat() if found.over else None) == over


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("2026-02-30", "no such day"),
        ("0000-01-01", "no such day"),
        ("9999-12-31", "no such day"),
        ("9999-12-31T23:59:00Z", "no such day"),
        ("3000-01-01", "after 2999"),
        ("0999-12-31 12:00", "before the year 1000"),
        ("2026-03-29 02:30", "does not exist"),
        ("09:00", "not a date"),
    ],
)
def test_what_is_no_day_nor_moment_is_told(text: str, why: str) -> None:
    with pytest.raises(MomentError, match=why):
        when(text, HOME)


def test_a_clock_alone_is_probably_on_the_day_before_it() -> None:
    with pytest.raises(MomentError, match="which day") as raised:
        when("9.05", HOME, when("2026-01-31 08:00", HOME))
    assert raised.value.example == "2026-01-31 09:05"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("09:05", time(9, 5)),
        ("9.05", time(9, 5)),
        ("23:59", time(23, 59)),
        ("24:00", None),
        ("9", None),
        ("9:5", None),
        ("09:05:00", None),
        ("٠٩:٠٥", None),
    ],
)
def test_a_clock_is_hours_and_minutes(text: str, expected: time | None) -> None:
    assert clock(text) == expected


def test_a_time_that_clocks_skip_is_resolved_or_refused() -> None:
    stamp = datetime.fromisoformat("2026-03-29T02:30")
    assert resolved(stamp, HOME).isoformat() == "2026-03-29T03:30:00+02:00"
    with pytest.raises(MomentError, match="does not exist"):
        at(stamp, HOME)
    assert midnight(date(2025, 9, 7), ZoneInfo("America/Santiago")).hour == 1


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
