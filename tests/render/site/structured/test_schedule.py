"""schedule: a rule that can be said in full, or none."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest

from publisher.model import Instance, Recurrence
from publisher.render.site.structured.schedule import schedule

from .made import cafe


def told(rule: str | None, **words: Any) -> dict[str, Any] | None:
    return schedule(cafe(recurrence=Recurrence(rule=rule), **words).entry)


def test_an_event_that_happens_once_has_none() -> None:
    assert schedule(cafe().entry) is None
    assert told(None) is None


def test_a_series_says_when_it_happens_by_the_clocks_of_its_place() -> None:
    assert told("FREQ=MONTHLY;BYDAY=-1FR;COUNT=6") == {
        "@type": "Schedule",
        "startDate": "2023-03-31",
        "startTime": "09:00:00",
        "endTime": "10:00:00",
        "scheduleTimezone": "Europe/Copenhagen",
        "repeatFrequency": "P1M",
        "repeatCount": 6,
        "byDay": "-1FR",
    }


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("FREQ=DAILY;INTERVAL=2", {"repeatFrequency": "P2D"}),
        ("FREQ=WEEKLY;BYDAY=MO,WE", {"byDay": ["https://schema.org/Monday", "https://schema.org/Wednesday"]}),
        ("FREQ=YEARLY;BYMONTH=3,9;BYMONTHDAY=-1", {"byMonth": [3, 9], "byMonthDay": -1}),
        ("FREQ=WEEKLY;UNTIL=20230630T220000Z", {"endDate": "2023-07-01"}),
        ("FREQ=WEEKLY;UNTIL=20230630", {"endDate": "2023-06-30"}),
        ("FREQ=WEEKLY;WKST=SU", {"repeatFrequency": "P1W"}),
    ],
)
def test_each_part_of_a_rule_is_said(rule: str, said: dict[str, Any]) -> None:
    made = told(rule)
    assert made
    assert said.items() <= made.items()


@pytest.mark.parametrize(
    "rule",
    ["FREQ=MONTHLY;BYDAY=MO,TU;BYSETPOS=-1", "FREQ=YEARLY;BYWEEKNO=20", "FREQ=HOURLY", "FREQ=DAILY;BYHOUR=9"],
)
def test_what_cannot_be_said_in_full_is_not_said(rule: str) -> None:
    assert told(rule) is None


def test_whole_days_have_no_clock() -> None:
    made = told("FREQ=YEARLY", all_day=True)
    assert made
    assert not {"startTime", "endTime"} & set(made)


def test_times_that_are_not_as_the_rule_has_them_are_excepted() -> None:
    recurrence = Recurrence(
        rule="FREQ=WEEKLY",
        excluded=(datetime(2023, 4, 14, 7, tzinfo=UTC),),
        changed=(Instance(original=datetime(2023, 4, 7, 7, tzinfo=UTC), location="Aarhus"),),
    )
    made: Any = schedule(cafe(recurrence=recurrence).entry)
    assert made["exceptDate"] == ["2023-04-07T09:00:00+02:00", "2023-04-14T09:00:00+02:00"]
    whole: Any = schedule(cafe(recurrence=recurrence, all_day=True).entry)
    assert whole["exceptDate"] == ["2023-04-07", "2023-04-14"]
