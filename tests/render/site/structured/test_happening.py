"""happening: when, and whether it is as it was told (LD-003, LD-005)."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from publisher.model import Edition, Event, Published, Recurrence, Upcoming
from publisher.render.site.frame import Frame
from publisher.render.site.structured.happening import happening
from tests.render.eventful import DAY, FIRST, HOUR, at, history
from tests.render.sample import EDITION

from .made import cafe, coming

HERE = ZoneInfo("Europe/Copenhagen")


def told(item: Published[Event], edition: Edition | None = None) -> dict[str, Any]:
    return happening(Frame(edition or coming(item)), item)


def status(item: Published[Event], edition: Edition | None = None) -> str:
    return str(told(item, edition)["eventStatus"]).removeprefix("https://schema.org/Event")


def test_an_event_starts_and_ends_with_the_offset_of_its_place() -> None:
    made = told(cafe())
    assert (made["startDate"], made["endDate"]) == ("2023-03-31T09:00:00+02:00", "2023-03-31T10:00:00+02:00")
    assert status(cafe()) == "Scheduled"


def test_an_end_that_nobody_told_is_not_made_up() -> None:
    assert told(cafe(end=None))["endDate"] is None


def test_whole_days_are_days_and_the_last_one_is_named() -> None:
    """LD-005: the model's end is the midnight after."""
    days = {"start": datetime(2023, 3, 25, tzinfo=HERE), "end": datetime(2023, 3, 27, tzinfo=HERE)}
    made = told(cafe(all_day=True, **days))
    assert (made["startDate"], made["endDate"]) == ("2023-03-25", "2023-03-26")


def test_a_series_is_told_with_the_time_that_its_page_names() -> None:
    """And it takes as long by the clock in winter as in summer."""
    winter = datetime(2023, 11, 3, 9, tzinfo=HERE)
    item = cafe(recurrence=Recurrence(rule="FREQ=MONTHLY", starts=(winter,)))
    made = told(item, replace(EDITION, events=(item,), upcoming=(Upcoming(item=item, start=winter),)))
    assert (made["startDate"], made["endDate"]) == ("2023-11-03T09:00:00+01:00", "2023-11-03T10:00:00+01:00")


def test_what_is_off_keeps_its_dates() -> None:
    for word in ("cancelled", "postponed"):
        made = told(cafe(status=word), EDITION)
        assert made["eventStatus"] == f"https://schema.org/Event{word.capitalize()}"
        assert made["startDate"] == "2023-03-31T09:00:00+02:00"
        assert "previousStartDate" not in made


def test_a_moved_event_says_when_it_was() -> None:
    moved = replace(cafe(**at(FIRST + 7 * DAY)), changes=history(at(FIRST + 7 * DAY)))
    made = told(moved)
    assert status(moved) == "Rescheduled"
    assert made["previousStartDate"] == "2023-03-31T09:00:00+02:00"
    assert made["startDate"] == "2023-04-07T09:00:00+02:00"


def test_a_new_date_after_a_postponement_is_a_move() -> None:
    later = at(FIRST + 30 * DAY)
    item = replace(cafe(**later), changes=history({"status": "postponed"}, {"status": "confirmed", **later}))
    assert told(item)["previousStartDate"] == "2023-03-31T09:00:00+02:00"


def test_a_move_of_whole_days_is_told_in_days() -> None:
    start = datetime(2023, 4, 25, tzinfo=HERE)
    item = cafe(all_day=True, start=start, end=start + timedelta(days=1))
    assert told(replace(item, changes=history(at(FIRST + 7 * DAY))))["previousStartDate"] == "2023-03-31"


def test_other_changes_are_no_move() -> None:
    """Not of the place, not of the end alone, not there and back, not of a series."""
    assert status(replace(cafe(), changes=history({"place": "Aarhus"}))) == "Scheduled"
    assert status(replace(cafe(), changes=history({"end": FIRST + 2 * HOUR}))) == "Scheduled"
    back = replace(cafe(), changes=history(at(FIRST - DAY), at(FIRST), {"place": "Aarhus"}))
    assert status(replace(back, changes=back.changes[:1])) == "Scheduled"
    series = cafe(recurrence=Recurrence(rule="FREQ=MONTHLY"), **at(FIRST + DAY))
    assert status(replace(series, changes=history(at(FIRST + DAY)))) == "Scheduled"


def test_what_is_over_has_no_news() -> None:
    """Its page does not tell of the move any more either."""
    moved = replace(cafe(**at(FIRST + 7 * DAY)), changes=history(at(FIRST + 7 * DAY)))
    assert status(moved, replace(EDITION, events=(moved,))) == "Scheduled"
