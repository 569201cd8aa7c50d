"""The text of a rule: what calendars agree on, as iCalendar has it."""

from __future__ import annotations

import re
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.read.recurrence.rrule import EXAMPLE, RuleError, parse
from tests.read.project import HOSTILE

HOME = ZoneInfo("Europe/Copenhagen")
EAST, WEST = ZoneInfo("Pacific/Kiritimati"), ZoneInfo("America/St_Johns")


def text(written: str, zone: ZoneInfo = HOME, *, all_day: bool = False) -> str:
    return parse(written, zone, all_day=all_day).text


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("FREQ=MONTHLY;BYDAY=-1FR;COUNT=6", "FREQ=MONTHLY;BYDAY=-1FR;COUNT=6"),
        ("RRULE:FREQ=WEEKLY", "FREQ=WEEKLY"),
        ("rrule: freq=weekly; byday=mo, we ;wkst=su;", "FREQ=WEEKLY;BYDAY=MO,WE;WKST=SU"),
        ("COUNT=2;BYMONTHDAY=-1,15;FREQ=MONTHLY", "FREQ=MONTHLY;COUNT=2;BYMONTHDAY=-1,15"),
        ("FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO", "FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO"),
        ("FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1", "FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1"),
        ("FREQ=MONTHLY;BYDAY=+1MO;BYMONTHDAY=+3,-3", "FREQ=MONTHLY;BYDAY=1MO;BYMONTHDAY=3,-3"),
        ("FREQ=DAILY;INTERVAL=2;BYHOUR=9,14", "FREQ=DAILY;INTERVAL=2;BYHOUR=9,14"),
        ("FREQ=YEARLY;BYYEARDAY=-366;BYMONTH=1,12", "FREQ=YEARLY;BYYEARDAY=-366;BYMONTH=1,12"),
    ],
)
def test_a_rule_is_in_upper_case_and_says_first_how_often(written: str, meant: str) -> None:
    assert text(written) == meant


@pytest.mark.parametrize(
    ("written", "zone", "meant"),
    [
        ("20260401", HOME, "20260401T215959Z"),
        ("20260301", HOME, "20260301T225959Z"),
        ("2026-04-01", HOME, "20260401T215959Z"),
        ("20260401T090000", HOME, "20260401T070000Z"),
        ("2026-04-01T09:00:00", HOME, "20260401T070000Z"),
        ("20260401T090000Z", HOME, "20260401T090000Z"),
        ("20260401", EAST, "20260401T095959Z"),
        ("20260401", WEST, "20260402T022959Z"),
        ("99991231", WEST, "99991231T235959Z"),
    ],
)
def test_the_end_of_a_series_with_clocks_is_in_utc(written: str, zone: ZoneInfo, meant: str) -> None:
    """A day is meant to its end, and clocks hang where the event is."""
    rule = parse(f"FREQ=DAILY;UNTIL={written}", zone, all_day=False)
    assert rule.text == f"FREQ=DAILY;UNTIL={meant}"
    assert rule.until
    assert f"{rule.until:%Y%m%dT%H%M%SZ}" == meant


@pytest.mark.parametrize("written", ["20260401", "2026-04-01", "20260401T235959Z", "20260401T000000"])
@pytest.mark.parametrize("zone", [HOME, EAST, WEST])
def test_the_end_of_a_series_of_days_is_a_day(written: str, zone: ZoneInfo) -> None:
    rule = parse(f"FREQ=DAILY;UNTIL={written}", zone, all_day=True)
    assert rule.text == "FREQ=DAILY;UNTIL=20260401"
    assert rule.until
    assert rule.until.isoformat()[:19] == "2026-04-01T00:00:00"


@pytest.mark.parametrize(
    ("written", "message", "fix"),
    [
        ("every month", "is 'every month', which is no rule", f"write one such as `{EXAMPLE}`"),
        ("FREQ=WEEKLY;MO", "has 'MO' in it", "NAME=VALUE, with semicolons"),
        ("FREQ=", "has 'FREQ=' in it", "NAME=VALUE"),
        ("FREQ=WEEKLY,BYDAY=MO", "has FREQ=WEEKLY,BYDAY=MO, but", "write `FREQ=WEEKLY`"),
        ("FREQ=WEEKLY;BYDAYS=MO", "has 'BYDAYS' in it", "write BYDAY"),
        ("FREQ=WEEKLY;X-FOO=1", "has 'X-FOO' in it", "remove it; known are FREQ"),
        ("FREQ=WEEKLY;BYDAY=MO;BYDAY=TU", "has BYDAY twice", "keep one of them"),
        ("COUNT=6", "does not say how often", "write one of FREQ=DAILY"),
        ("FREQ=WEEK", "has FREQ=WEEK, but", "write `FREQ=WEEKLY`"),
        ("FREQ=MINUTELY", "is MINUTELY, and nobody", "`FREQ=DAILY;BYHOUR=9,14`"),
        ("FREQ=HOURLY;COUNT=3", "is HOURLY", "FREQ=DAILY"),
        ("FREQ=WEEKLY;COUNT=0", "has COUNT=0", "`COUNT=2`"),
        ("FREQ=WEEKLY;INTERVAL=-1", "has INTERVAL=-1", "`INTERVAL=2`"),
        ("FREQ=WEEKLY;COUNT=6;UNTIL=20261231", "ends twice", "remove one"),
        ("FREQ=WEEKLY;UNTIL=31122026", "and there is no such day", "write one that is"),
        ("FREQ=WEEKLY;UNTIL=jul", "which is no date", "`UNTIL=20261231`"),
        ("FREQ=WEEKLY;UNTIL=20260230", "and there is no such day", "write one that is"),
        ("FREQ=WEEKLY;BYDAY=MA", "has 'MA' in BYDAY", "MO, TU, WE"),
        ("FREQ=MONTHLY;BYDAY=0MO", "has '0MO' in BYDAY", "`1MO` is the first Monday"),
        ("FREQ=WEEKLY;BYDAY=1MO", "counts days in BYDAY=1MO", "`BYDAY=MO`"),
        ("FREQ=YEARLY;BYWEEKNO=1;BYDAY=1MO", "counts days", "`BYDAY=MO`"),
        ("FREQ=YEARLY;BYWEEKNO=1", "no day of them", "`BYDAY=MO`"),
        ("FREQ=WEEKLY;BYMONTHDAY=1", "has BYMONTHDAY", "FREQ=DAILY or FREQ=MONTHLY"),
        ("FREQ=MONTHLY;BYYEARDAY=1", "has BYYEARDAY", "FREQ=YEARLY"),
        ("FREQ=WEEKLY;BYDAY=MO;BYSETPOS=1", "has BYSETPOS", "FREQ=MONTHLY"),
        ("FREQ=MONTHLY;BYSETPOS=1", "nothing to choose from", "BYDAY=MO"),
        ("FREQ=MONTHLY;BYMONTHDAY=32", "has '32' in BYMONTHDAY", "from 1 to 31, or below zero"),
        ("FREQ=YEARLY;BYMONTH=-1", "has '-1' in BYMONTH", "from 1 to 12"),
        ("FREQ=DAILY;BYHOUR=24", "has '24' in BYHOUR", "from 0 to 23"),
        ("FREQ=DAILY;BYHOUR=٩", "has '٩' in BYHOUR", "from 0 to 23"),
        ("FREQ=WEEKLY;WKST=1", "has WKST=1", "one of MO"),
        ("FREQ=DAILY;BYMINUTE=" + ",".join(map(str, range(25))), "happens 25 times a day", "write fewer"),
        ("FREQ=DAILY;BYHOUR=" + ",".join(["9"] * 500), "far too long", EXAMPLE),
    ],
)
def test_what_calendars_do_not_agree_on_is_told_with_what_to_write(
    written: str, message: str, fix: str
) -> None:
    with pytest.raises(RuleError, match=re.escape(message)) as raised:
        text(written)
    assert fix in raised.value.fix


def test_whole_days_have_no_hours() -> None:
    with pytest.raises(RuleError, match="has BYHOUR, and the event is of whole days"):
        text("FREQ=DAILY;BYHOUR=9", all_day=True)


def test_a_fix_is_a_rule() -> None:
    assert text(EXAMPLE) == EXAMPLE


PARTS = st.sampled_from(
    "FREQ UNTIL COUNT INTERVAL BYDAY WKST BYSECOND BYMINUTE BYHOUR BYMONTHDAY BYYEARDAY BYWEEKNO BYMONTH "
    "BYSETPOS X".split()
)
VALUES = st.sampled_from(
    "DAILY WEEKLY MONTHLY YEARLY SECONDLY 1 0 -1 99 366 -366 1,2 MO -1FR 53SU MO,TU 20261231 "
    "20261231T000000Z 99991231T235959 00010101".split()
) | st.text(max_size=8)


@HOSTILE
@given(st.lists(st.tuples(PARTS, VALUES), max_size=6), st.booleans())
def test_any_text_is_a_rule_or_a_reason(parts: list[tuple[str, str]], all_day: bool) -> None:
    """And a rule that was read reads the same again."""
    try:
        rule = parse(";".join(f"{name}={value}" for name, value in parts), HOME, all_day=all_day)
    except RuleError as error:
        assert str(error)
        assert error.fix
    else:
        assert parse(rule.text, HOME, all_day=all_day) == rule
