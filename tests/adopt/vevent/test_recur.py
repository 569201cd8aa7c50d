"""publisher.adopt.vevent.recur: an RRULE in our words, and the times it gives."""

from __future__ import annotations

from datetime import UTC, datetime
from itertools import islice
from zoneinfo import ZoneInfo

import pytest

from publisher.adopt.vevent.moments import Hand
from publisher.adopt.vevent.recur import RecurError, read_recur
from tests.adopt.adopted import rule
from tests.adopt.vevent.made import HOME

START = datetime(2026, 6, 1, 7, tzinfo=UTC)
CLOCKS, DAYS = Hand(zone=HOME, whole=False), Hand(zone=HOME, whole=True)


def text(value: str, hand: Hand = CLOCKS) -> str:
    return read_recur(value, hand, START, rule).text


@pytest.mark.parametrize(
    ("written", "kept"),
    [
        ("freq=weekly;byday=mo,we", "FREQ=WEEKLY;BYDAY=MO,WE"),
        (
            "BYDAY=-1FR;FREQ=MONTHLY;INTERVAL=2;WKST=SU;COUNT=5;",
            "FREQ=MONTHLY;COUNT=5;INTERVAL=2;BYDAY=-1FR;WKST=SU",
        ),
        ("FREQ=DAILY;UNTIL=20260630T070000Z", "FREQ=DAILY;UNTIL=20260630T070000Z"),
        ("FREQ=DAILY;UNTIL=20260630T090000", "FREQ=DAILY;UNTIL=20260630T070000Z"),
        ("FREQ=DAILY;UNTIL=20260630", "FREQ=DAILY;UNTIL=20260630T215959Z"),
        ("FREQ=DAILY;UNTIL=99991231T235959Z", "FREQ=DAILY"),
    ],
)
def test_a_rule_is_kept(written: str, kept: str) -> None:
    assert text(written) == kept


@pytest.mark.parametrize("until", ["20260630", "20260630T000000", "20260629T220000Z", "20260630T120000Z"])
def test_whole_days_are_until_a_day(until: str) -> None:
    assert text(f"FREQ=DAILY;UNTIL={until}", DAYS) == "FREQ=DAILY;UNTIL=20260630"


@pytest.mark.parametrize(
    ("written", "why"),
    [
        ("FREQ=HOURLY", "HOURLY"),
        ("INTERVAL=2", "how often"),
        ("FREQ=DAILY;COUNT=2;UNTIL=20270101T000000Z", "ends twice"),
        ("FREQ=WEEKLY;BYSETPOS=1;BYDAY=MO", "BYSETPOS"),
        ("RSCALE=CHINESE;FREQ=YEARLY", "RSCALE"),
        ("FREQ=DAILY;UNTIL=20250101T000000Z", "no time at all"),
        ("FREQ=DAILY;UNTIL=soon", "UNTIL"),
        ("nonsense", "no rule"),
    ],
)
def test_a_rule_that_is_none_for_us_says_why(written: str, why: str) -> None:
    with pytest.raises(RecurError, match=why):
        text(written)


def test_times_are_as_clocks_show_them() -> None:
    """At nine in summer and in winter."""
    made = read_recur("FREQ=MONTHLY;UNTIL=20261201T080000Z", CLOCKS, START, rule)
    shown = [f"{one:%m-%d %H}" for one in made.starts()]
    assert (shown[0], shown[-1], len(shown)) == ("06-01 09", "12-01 09", 7)
    assert len(list(made.starts(datetime(2026, 8, 1, 9)))) == 3  # noqa: DTZ001


def test_the_first_time_may_be_after_the_start() -> None:
    made = read_recur("FREQ=WEEKLY;BYDAY=WE", CLOCKS, START, rule)
    assert made.first(CLOCKS) == datetime(2026, 6, 3, 7, tzinfo=UTC)
    assert len(list(islice(made.starts(), 3))) == 3


def test_a_rule_is_that_of_its_zone() -> None:
    hand = Hand(zone=ZoneInfo("Asia/Tokyo"), whole=False)
    assert text("FREQ=DAILY;UNTIL=20260630T160000", hand) == "FREQ=DAILY;UNTIL=20260630T070000Z"
