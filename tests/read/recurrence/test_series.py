"""The times of a series: by local clocks, as far as anybody wants to know, and quickly."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from dateutil.rrule import rrulestr
from hypothesis import assume, given
from hypothesis import strategies as st
from icalendar import Calendar

from publisher.model import Instance
from publisher.read.moment import when
from publisher.read.recurrence.rrule import parse
from publisher.read.recurrence.series import MOST, Series, make_series
from publisher.read.span import Span
from tests.read.project import HOSTILE

HOME = ZoneInfo("Europe/Copenhagen")
REYKJAVIK = ZoneInfo("Atlantic/Reykjavik")
"""A zone whose clocks never change."""
SANTIAGO = ZoneInfo("America/Santiago")
"""A zone whose clocks go forward at midnight."""
HOUR = timedelta(hours=1)


def series(
    rule: str | None, start: str, end: str | None = None, zone: ZoneInfo = HOME, far: str | None = None
) -> Series:
    """The series of `rule` from `start`, which takes an hour or, of days, one, known until `far`."""
    first = when(start, zone)
    over = when(end, zone) if end else None
    until = (over.over or over.moment) if over else first.over or first.moment + HOUR
    span = Span(start=first.moment, end=until, all_day=first.whole)
    made = parse(rule, zone, all_day=first.whole) if rule else None
    return make_series(made, span, zone, (), when(far, zone).moment if far else first.moment)


def starts(made: Series) -> list[str]:
    return [f"{start:%Y-%m-%d %H:%M}" for start in made.starts]


def test_a_rule_gives_times_from_the_start_on() -> None:
    made = series("FREQ=MONTHLY;BYDAY=-1FR;COUNT=3", "2026-01-30 09:00")
    assert starts(made) == ["2026-01-30 09:00", "2026-02-27 09:00", "2026-03-27 09:00"]
    assert (made.complete, made.first) == (True, made.starts[0])


def test_without_a_rule_the_start_is_the_only_time() -> None:
    made = series(None, "2026-01-30 09:00")
    assert (starts(made), made.complete) == (["2026-01-30 09:00"], True)


@pytest.mark.parametrize(
    ("until", "number"),
    [
        ("20260330T070000Z", 2),
        ("20260330T065959Z", 1),
        ("20260330T090000", 2),
        ("20260330T085959", 1),
        ("20260330", 2),
        ("20260329", 1),
    ],
)
def test_the_last_moment_belongs_to_it(until: str, number: int) -> None:
    """Across the night in which clocks go forward."""
    assert len(series(f"FREQ=WEEKLY;UNTIL={until}", "2026-03-23 09:00").starts) == number


@pytest.mark.parametrize(
    ("zone", "start", "hours"),
    [
        (HOME, "2026-03-27 09:00", [8, 8, 7, 7]),
        (HOME, "2026-10-23 09:00", [7, 7, 8, 8]),
        (REYKJAVIK, "2026-03-27 09:00", [9, 9, 9, 9]),
    ],
)
def test_each_time_keeps_its_local_clock(zone: ZoneInfo, start: str, hours: list[int]) -> None:
    made = series("FREQ=DAILY;COUNT=4", start, zone=zone)
    assert [one.hour for one in made.starts] == [9] * 4
    assert [one.astimezone(UTC).hour for one in made.starts] == hours


def test_a_time_that_clocks_skip_is_an_hour_later_and_one_that_comes_twice_is_the_first() -> None:
    """RFC 5545 §3.3.5."""
    assert starts(series("FREQ=DAILY;COUNT=3", "2026-03-28 02:30")) == [
        "2026-03-28 02:30",
        "2026-03-29 03:30",
        "2026-03-30 02:30",
    ]
    twice = series("FREQ=DAILY;COUNT=2", "2026-10-24 02:30").starts[1]
    assert twice.astimezone(UTC).hour == 0


def test_a_start_in_the_second_of_two_hours_is_a_time_of_its_rule() -> None:
    made = series("FREQ=DAILY;COUNT=2", "2026-10-25T02:30:00+01:00")
    assert [one.astimezone(UTC).isoformat()[:16] for one in made.starts] == [
        "2026-10-25T01:30",
        "2026-10-26T01:30",
    ]


def test_days_start_at_midnight_or_when_it_is_skipped_just_after() -> None:
    made = series("FREQ=DAILY;COUNT=3", "2025-09-06", zone=SANTIAGO)
    assert starts(made) == ["2025-09-06 00:00", "2025-09-07 01:00", "2025-09-08 00:00"]
    until = series("FREQ=DAILY;UNTIL=20250907", "2025-09-06", zone=SANTIAGO)
    assert starts(until) == ["2025-09-06 00:00", "2025-09-07 01:00"]


@pytest.mark.parametrize(
    ("rule", "number", "complete"),
    [
        ("FREQ=WEEKLY", 2, False),
        ("FREQ=WEEKLY;COUNT=1500", 1500, True),
        ("FREQ=WEEKLY;UNTIL=20561231", 1614, True),
        ("FREQ=DAILY;COUNT=99999999", MOST, False),
        ("FREQ=DAILY;UNTIL=99991231T235959Z", MOST, False),
        ("FREQ=YEARLY;INTERVAL=99999999", 1, False),
        ("FREQ=YEARLY;INTERVAL=50;UNTIL=20801231", 2, True),
        ("FREQ=YEARLY;INTERVAL=500;UNTIL=29991231", 1, False),
    ],
)
def test_of_a_long_series_enough_is_made(rule: str, number: int, complete: bool) -> None:
    made = series(rule, "2026-01-30 09:00")
    assert (len(made.starts), made.complete) == (number, complete)
    assert (made.over((), ()) is not None) is complete
    assert tuple(islice(made.ahead((), ()), number)) == made.starts


HARD = [
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
    "FREQ=MONTHLY;BYMONTH=2;BYMONTHDAY=30;BYSETPOS=" + ",".join(map(str, range(1, 120))),
    "FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30;BYSETPOS=" + ",".join(map(str, range(1, 120))),
    "FREQ=WEEKLY;BYMONTH=2;BYDAY=MO;INTERVAL=52;COUNT=99999999",
    "FREQ=DAILY;INTERVAL=99999999",
    "FREQ=DAILY;COUNT=99999999",
    "FREQ=DAILY;BYMONTHDAY=29;BYMONTH=2;BYDAY=MO",
    "FREQ=YEARLY;BYYEARDAY=366;BYMONTH=1",
    "FREQ=YEARLY;BYWEEKNO=53;BYDAY=MO;BYMONTH=6",
    "FREQ=DAILY;BYHOUR=0,1,2,3,4,5,6,7,8,9,10,11,12,13,14,15,16,17,18,19,20,21,22,23",
]


@pytest.mark.parametrize("rule", HARD)
@pytest.mark.parametrize("start", ["2026-01-30 09:00", "1901-01-01 09:00", "2999-12-31 09:00"])
def test_no_rule_takes_long(rule: str, start: str) -> None:
    before = time.process_time()
    series(rule, start)
    assert time.process_time() - before < 3


def test_what_is_left_out_called_off_or_moved_counts_where_it_is_now() -> None:
    made = series("FREQ=DAILY;COUNT=4", "2026-03-27 09:00")
    first, second, third, fourth = made.starts
    moved = Instance(original=second, start=fourth + 5 * HOUR)
    off = Instance(original=third, status="cancelled")
    assert made.ahead([first], [moved, off]) == (fourth, fourth + 5 * HOUR)
    assert made.over([first], [moved, off]) == fourth + 6 * HOUR
    longer = Instance(original=first, end=fourth + 9 * HOUR)
    assert made.over([], [longer]) == fourth + 9 * HOUR


def test_a_series_is_on_until_its_last_time_is_past_even_if_that_is_called_off() -> None:
    """So that it stays in calendars, as cancelled, until then."""
    made = series("FREQ=DAILY;COUNT=2", "2026-03-27 09:00")
    assert made.over([], [Instance(original=made.starts[1], status="cancelled")]) == made.starts[1] + HOUR


def test_every_time_takes_as_long_as_the_first() -> None:
    """Also the one in whose night clocks go forward; of days, each is as many."""
    nights = series("FREQ=DAILY;COUNT=2", "2026-03-27 22:00", "2026-03-28 06:00")
    assert nights.over((), ()) == datetime(2026, 3, 29, 7, tzinfo=HOME)
    days = series("FREQ=WEEKLY;COUNT=2", "2026-03-21", "2026-03-22")
    assert days.over((), ()) == datetime(2026, 3, 30, tzinfo=HOME)


@pytest.mark.parametrize(
    ("named", "found"),
    [
        ("2026-01-31", ["2026-01-31 09:00", "2026-01-31 14:00"]),
        ("2026-01-31 14:00", ["2026-01-31 14:00"]),
        ("2026-01-31T13:00:00Z", ["2026-01-31 14:00"]),
        ("2026-01-31 10:00", []),
        ("2026-02-09", []),
    ],
)
def test_a_time_is_found_by_its_moment_or_its_day(named: str, found: list[str]) -> None:
    made = series("FREQ=DAILY;BYHOUR=9,14;COUNT=6", "2026-01-30 09:00")
    assert [f"{one:%Y-%m-%d %H:%M}" for one in made.found(when(named, HOME))] == found


@pytest.mark.parametrize(
    ("moment", "near"),
    [
        ("2020-01-01 09:00", "2026-01-30"),
        ("2026-02-11 09:00", "2026-02-13"),
        ("2030-01-01 09:00", "2026-02-13"),
    ],
)
def test_the_nearest_time_is_known(moment: str, near: str) -> None:
    made = series("FREQ=WEEKLY;COUNT=3", "2026-01-30 09:00")
    assert f"{made.nearest(when(moment, HOME).moment):%Y-%m-%d}" == near


def test_of_an_endless_series_later_times_are_not_denied() -> None:
    """Nor where one was added later still."""
    made = series("FREQ=DAILY", "2026-01-30 09:00", far="2028-01-30")
    assert made.is_known_until(when("2028-01-30 09:00", HOME).moment)
    assert not made.is_known_until(when("2038-01-30 09:00", HOME).moment)
    assert len(series("FREQ=DAILY", "2026-01-30 09:00", far="2999-12-31").starts) == MOST
    added = when("2040-01-01 14:00", HOME).moment
    later = make_series(parse("FREQ=DAILY", HOME, all_day=False), made.span, HOME, (added,), added)
    assert later.is_known_until(added)
    near = make_series(parse("FREQ=DAILY", HOME, all_day=False), made.span, HOME, (added,), made.span.start)
    assert not near.is_known_until(added)
    assert series("FREQ=DAILY;COUNT=2", "2026-01-30 09:00").is_known_until(when("2038-01-30", HOME).moment)


@pytest.mark.parametrize(
    "rule", ["FREQ=DAILY", "FREQ=DAILY;UNTIL=99991231T235959Z", "FREQ=DAILY;COUNT=99999"]
)
def test_a_series_without_end_goes_on_for_a_hundred_years(rule: str) -> None:
    """Each time that somebody asks, from its start on; also one of which nobody will see the end."""
    made = series(rule, "2026-01-30 09:00").ahead((), ())
    far = datetime(2126, 1, 30, 9, tzinfo=HOME)
    for _ in range(2):
        assert next(iter(made)) == datetime(2026, 1, 30, 9, tzinfo=HOME)
        assert next(start for start in made if start >= far) == far


def test_of_an_endless_series_too_what_is_changed_counts_where_it_is_now() -> None:
    """In order, with what was added."""
    span = series("FREQ=WEEKLY", "2026-01-30 09:00").span
    days = ("02-06", "02-13", "02-20", "02-27", "03-06")
    one, two, three, four, five = (when(f"2026-{day} 09:00", HOME).moment for day in days)
    rule = parse("FREQ=WEEKLY", HOME, all_day=False)
    made = make_series(rule, span, HOME, (two + HOUR, three), five)
    moved = Instance(original=one, start=four + HOUR)
    off = Instance(original=three, status="postponed")
    ahead = made.ahead((five,), (moved, off))
    after = when("2026-03-13 09:00", HOME).moment
    assert [*islice(ahead, 6)] == [span.start, two, two + HOUR, four, four + HOUR, after]


def test_where_clocks_go_forward_times_stay_in_order_and_are_told_once() -> None:
    """Two of an endless series may become one, or change places."""
    made = series("FREQ=DAILY;BYHOUR=2,3;BYMINUTE=0,30", "2026-03-28 02:00").ahead((), ())
    assert [f"{one:%d %H:%M}" for one in islice(made, 8)] == [
        "28 02:00",
        "28 02:30",
        "28 03:00",
        "28 03:30",
        "29 03:00",
        "29 03:30",
        "30 02:00",
        "30 02:30",
    ]


NUMBERS = st.integers(1, 31) | st.integers(-31, -1)
RULES = st.one_of(
    st.builds("FREQ=DAILY;INTERVAL={}".format, st.integers(1, 40)),
    st.builds("FREQ=DAILY;BYMONTH={};BYDAY={}".format, st.integers(1, 12), st.sampled_from(["MO", "TU,SU"])),
    st.builds(
        "FREQ=WEEKLY;INTERVAL={};BYDAY={};WKST={}".format,
        st.integers(1, 5),
        st.sampled_from(["MO", "TU,SU", "SA,WE"]),
        st.sampled_from(["MO", "SU"]),
    ),
    st.builds("FREQ=MONTHLY;INTERVAL={};BYMONTHDAY={}".format, st.integers(1, 7), NUMBERS),
    st.builds(
        "FREQ=MONTHLY;BYDAY={}{}".format, st.sampled_from([-5, -1, 1, 3, 5]), st.sampled_from(["MO", "SU"])
    ),
    st.builds("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS={}".format, st.sampled_from([-2, 1, 22])),
    st.builds("FREQ=YEARLY;BYMONTH={};BYMONTHDAY={}".format, st.integers(1, 12), NUMBERS),
    st.builds("FREQ=YEARLY;BYYEARDAY={}".format, st.integers(1, 366) | st.integers(-366, -1)),
    st.builds("FREQ=YEARLY;BYWEEKNO={};BYDAY={}".format, st.integers(1, 53), st.sampled_from(["MO", "SU"])),
)


def clocks(first: str, last: str) -> st.SearchStrategy[datetime]:
    """Naive moments, as clocks show them, in whole minutes."""
    made = st.datetimes(datetime.fromisoformat(first), datetime.fromisoformat(last))
    return made.map(lambda one: one.replace(second=0, microsecond=0))


@HOSTILE
@given(rule=RULES, start=clocks("1950-01-01", "2300-01-01"))
def test_far_ahead_the_calendar_is_the_same(rule: str, start: datetime) -> None:
    """What dateutil gives centuries on is what it gives now."""
    made = series(rule, f"{start:%Y-%m-%d %H:%M}", zone=ZoneInfo("UTC"))
    assume(made.first)
    stamps = [one.replace(tzinfo=None) for one in islice(made.times, 1, 40)]
    assert len(stamps) > 10
    assert stamps == [*islice((one for one in rrulestr(rule, dtstart=start) if one > start), len(stamps))]


@HOSTILE
@given(
    rule=RULES,
    start=clocks("2020-01-01", "2030-01-01"),
    zone=st.sampled_from(["Europe/Copenhagen", "Atlantic/Reykjavik", "America/New_York", "Australia/Sydney"]),
    whole=st.booleans(),
    count=st.integers(1, 12),
)
def test_other_peoples_calendars_see_the_same_times(
    rule: str, start: datetime, zone: str, whole: bool, count: int
) -> None:
    form, place = "%Y-%m-%d" if whole else "%Y-%m-%d %H:%M", ZoneInfo(zone)
    first = series(rule, f"{start.replace(hour=9 if whole else start.hour):{form}}", zone=place).first
    assume(first)
    made = series(f"{rule};COUNT={count}", f"{first:{form}}", zone=place)
    # Of clocks that do not exist, not everybody makes the same.
    assume(whole or all(one.time() == made.starts[0].time() for one in made.starts))
    assert seen(f"{rule};COUNT={count}", made) == [one.date() if whole else one for one in made.starts]


def seen(rule: str, made: Series) -> list[date]:
    """What recurring-ical-events makes of an event with this rule."""
    start = made.starts[0]
    stamp = (
        f";VALUE=DATE:{start:%Y%m%d}" if made.span.all_day else f";TZID={start.tzinfo}:{start:%Y%m%dT%H%M%S}"
    )
    lines = (
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:x",
        "BEGIN:VEVENT",
        "UID:x",
        "DTSTAMP:20200101T000000Z",
    )
    text = "\r\n".join((*lines, f"DTSTART{stamp}", f"RRULE:{rule}", "END:VEVENT", "END:VCALENDAR", ""))
    events = recurring_ical_events.of(Calendar.from_ical(text)).between(
        start, made.starts[-1] + timedelta(days=1)
    )
    return sorted(event.start for event in events)
