"""Times of a series that are not as the others: what is told of each, and what it has from the series."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from publisher.model import Event, Instance, Recurrence, Session
from publisher.read.moment import midnight
from publisher.render.calendar.instance import instances

from .made import COPENHAGEN, at, calendar_of, held


def of(event: Event) -> dict[str, Event]:
    """Its instances, by when the series has them, in local time."""
    return {f"{original.astimezone(COPENHAGEN):%m-%d %H:%M}": each for original, each in instances(event)}


def changed(original: datetime, event: dict[str, Any] | None = None, **changes: Any) -> Event:
    """The one instance of a weekly event that is as `changes` say."""
    instance = Instance(original=original, **changes)
    recurrence = Recurrence(rule="FREQ=WEEKLY", changed=(instance,))
    (found,) = of(held(recurrence=recurrence, **(event or {})).entry).values()
    return found


def local(moment: datetime | None) -> str:
    return f"{moment.astimezone(COPENHAGEN):%m-%d %H:%M}" if moment else ""


def test_an_event_that_happens_once_has_none() -> None:
    """Nor has a series that nobody changed."""
    assert of(held().entry) == of(held(recurrence=Recurrence(rule="FREQ=WEEKLY")).entry) == {}


def test_a_moved_time_takes_as_long_as_ever() -> None:
    """Unless it says when it ends."""
    moved = changed(at("2023-04-07 09:00"), start=at("2023-04-08 14:00"))
    assert (local(moved.start), local(moved.end)) == ("04-08 14:00", "04-08 15:00")
    longer = changed(at("2023-04-07 09:00"), end=at("2023-04-07 12:00"))
    assert (local(longer.start), local(longer.end)) == ("04-07 09:00", "04-07 12:00")
    assert changed(at("2023-04-07 09:00"), {"end": None}, start=at("2023-04-08 14:00")).end is None


def test_it_takes_as_long_whatever_clocks_do_meanwhile() -> None:
    """RFC 5545 §3.8.5.3: the same exact duration; of whole days, as many."""
    night = {"start": at("2023-03-18 22:00"), "end": at("2023-03-19 06:00")}
    over_march = changed(at("2023-03-25 22:00"), night, title="Nat")
    assert over_march.end is not None
    assert over_march.end.astimezone(UTC) - over_march.start.astimezone(UTC) == timedelta(hours=8)
    days = {"all_day": True, "start": at("2023-03-04 00:00"), "end": at("2023-03-06 00:00")}
    weekend = changed(at("2023-03-25 00:00"), days, start=at("2023-10-28 00:00"))
    assert (local(weekend.start), local(weekend.end)) == ("10-28 00:00", "10-30 00:00")


@pytest.mark.parametrize(
    ("original", "first", "after"),
    [
        ("2025-09-06 00:00", "2025-09-06", "2025-09-07"),
        ("2025-09-07 01:00", "2025-09-07", "2025-09-08"),
        ("2025-09-08 00:00", "2025-09-08", "2025-09-09"),
    ],
)
def test_a_day_that_has_no_midnight_is_a_day(original: str, first: str, after: str) -> None:
    """In Chile clocks go forward over it: the day begins at one o'clock. DTEND is the day after (ICS-007)."""
    santiago = "America/Santiago"
    moment = at(original, santiago)
    item = held(
        all_day=True,
        timezone=santiago,
        start=at("2025-09-05 00:00", santiago),
        end=at("2025-09-06 00:00", santiago),
        recurrence=Recurrence(rule="FREQ=DAILY;COUNT=9", changed=(Instance(original=moment, title="x"),)),
    )
    (found,) = of(item.entry).values()
    assert found.end
    # As reading has it: the first moment of the day after.
    assert found.end.astimezone(UTC) == midnight(date.fromisoformat(after), ZoneInfo(santiago))
    _, instance = calendar_of(item).named("VEVENT")
    told = [instance.value(name) for name in ("RECURRENCE-ID", "DTSTART", "DTEND")]
    assert told == [day.replace("-", "") for day in (first, first, after)]


def test_what_is_not_changed_is_as_in_the_series() -> None:
    """But it does not happen again by itself."""
    moved = changed(
        at("2023-04-07 09:00"), {"title": "Serie", "status": "tentative"}, start=at("2023-04-08 14:00")
    )
    assert (moved.title, moved.status, moved.recurrence) == ("Serie", "tentative", None)
    other = changed(at("2023-04-07 09:00"), title="Andet", status="cancelled")
    assert (other.title, other.status) == ("Andet", "cancelled")


def test_another_place_has_another_address() -> None:
    """Of that nobody has told us."""
    place = {"location": "Rådhuset", "address": "Pladsen 1", "geo": "55.676,12.568"}
    moved = changed(at("2023-04-07 09:00"), place, location="Biblioteket")
    assert (moved.location, moved.address, moved.geo) == ("Biblioteket", None, None)
    stays = changed(at("2023-04-07 09:00"), place, location="Rådhuset")
    assert (stays.location, stays.address, stays.geo) == ("Rådhuset", "Pladsen 1", "55.676,12.568")


def test_the_programme_moves_with_it() -> None:
    """By the clock on the wall, over the change of clocks."""
    programme = (
        Session(title="A", start=at("2023-03-31 09:05"), end=at("2023-03-31 09:30")),
        Session(title="B"),
    )
    moved = changed(at("2023-04-07 09:00"), {"programme": programme}, start=at("2023-11-03 14:00"))
    assert [(local(one.start), local(one.end)) for one in moved.programme] == [
        ("11-03 14:05", "11-03 14:30"),
        ("", ""),
    ]


def test_what_clocks_show_twice_is_told_by_itself() -> None:
    """The series can only say the first of the two, so the second is an instance, once."""
    second, added = at("2023-10-29 02:30").replace(fold=1), at("2024-10-27 02:15").replace(fold=1)
    recurrence = Recurrence(rule="FREQ=DAILY", added=(added, at("2024-01-01 09:00")))
    event = held(start=second, end=second.astimezone(UTC) + timedelta(hours=1), recurrence=recurrence).entry
    assert of(event).keys() == {"10-29 02:30", "10-27 02:15"}
    assert of(event)["10-29 02:30"].start.astimezone(UTC) == datetime(2023, 10, 29, 1, 30, tzinfo=UTC)
    told = Recurrence(rule="FREQ=DAILY", changed=(Instance(original=second, title="Nat"),))
    (only,) = instances(held(start=second.astimezone(UTC), recurrence=told).entry)
    assert only[1].title == "Nat"
    days = held(all_day=True, start=second, end=second, recurrence=recurrence).entry
    assert of(days) == {}
