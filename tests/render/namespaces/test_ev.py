"""publisher.render.namespaces.ev: when and where."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from publisher.model import EventState
from publisher.render.namespaces.ev import Ev
from publisher.render.stream.happening import state

from ..sample import CAFE
from ..xml import texts
from .conftest import Built


@pytest.mark.parametrize(
    ("zone", "expected"),
    [("Europe/Copenhagen", "2024-07-01T14:00:00+02:00"), ("America/New_York", "2024-07-01T08:00:00-04:00")],
)
def test_the_offset_is_that_of_the_place(item: Built, zone: str, expected: str) -> None:
    """EV-001: however the moment was written."""
    ev = Ev()
    start = datetime(2024, 7, 1, 12, tzinfo=UTC)
    ev.item(CAFE.entry, EventState(title="Café", start=start, timezone=zone))
    assert texts(item(ev), "ev:startdate") == [expected]


def test_what_is_not_known_is_not_said(item: Built) -> None:
    """EV-002: all but the start is optional."""
    ev = Ev()
    event = replace(CAFE.entry, end=None, online=None, organizer=None, tags=())
    ev.item(event, state(event))
    assert len(item(ev)) == 1


@pytest.mark.parametrize(("days", "last"), [(1, "2024-03-30"), (2, "2024-03-31"), (3, "2024-04-01")])
def test_whole_days_have_no_clock_and_name_their_last(item: Built, days: int, last: str) -> None:
    """The end is the midnight after it; that one of the days has 23 hours changes nothing."""
    zone = ZoneInfo("Europe/Copenhagen")
    start = datetime(2024, 3, 30, tzinfo=zone)
    told = EventState(
        title="x", start=start, end=start + timedelta(days=days), all_day=True, timezone="Europe/Copenhagen"
    )
    ev = Ev()
    ev.item(CAFE.entry, told)
    built = item(ev)
    assert texts(built, "ev:startdate") + texts(built, "ev:enddate") == ["2024-03-30", last]
