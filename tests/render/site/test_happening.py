"""happening: what is new about an event, when it is for those elsewhere, and what else there is of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from publisher.model import Event, EventChange, Instance, Published, Recurrence, Session, Upcoming
from publisher.render.site.frame import Frame
from publisher.render.site.happening import MOST, map_url, notices, programme, series, zone_name
from publisher.render.stream.happening import state
from publisher.render.words import words
from tests.render.sample import CAFE, EDITION, SUMMER

WHEN = "fredag den 31. marts 2023 kl. 09.00–10.00 (CEST)"


def frame(item: Published[Event], *, coming: bool = True) -> Frame:
    """The site around `item`, before it or after it."""
    upcoming = (Upcoming(item=item, start=item.entry.start),) if coming else ()
    return Frame(replace(EDITION, events=(item,), upcoming=upcoming))


def told(item: Published[Event], *, coming: bool = True) -> list[tuple[str, str, str | None]]:
    return [(one.tone, one.title, one.text) for one in notices(frame(item, coming=coming), item)]


def changed(what: tuple[str, ...], **before: object) -> Published[Event]:
    """The café, which was told otherwise at first."""
    now = state(CAFE.entry)
    change = EventChange(moment=CAFE.updated, what=what, before=replace(now, **before), after=now)  # type: ignore[arg-type]
    return replace(CAFE, changes=(change,))


def test_an_event_to_come_needs_no_words() -> None:
    assert told(CAFE) == []


def test_an_event_that_is_over_says_so() -> None:
    assert told(CAFE, coming=False) == [("calm", "Arrangementet er afholdt.", None)]


@pytest.mark.parametrize(("status", "said"), [("cancelled", "aflyst"), ("postponed", "udsat")])
def test_an_event_that_is_off_says_that_first(status: str, said: str) -> None:
    (notice,) = told(replace(CAFE, entry=replace(CAFE.entry, status=status)), coming=False)
    assert notice[0] == "off"
    assert said in notice[1]


def test_an_event_that_is_not_certain_says_so() -> None:
    item = replace(CAFE, entry=replace(CAFE.entry, status="tentative"))
    assert told(item) == [("calm", "Arrangementet er ikke bekræftet endnu.", None)]


def test_an_event_that_was_moved_says_from_when() -> None:
    day = timedelta(days=1)
    moved = changed(("time",), start=CAFE.entry.start + day, end=CAFE.entry.end and CAFE.entry.end + day)
    assert told(moved) == [("new", "Ny tid", "Før: lørdag den 1. april 2023 kl. 09.00–10.00 (CEST)")]


def test_an_event_in_another_place_says_where_it_was() -> None:
    assert told(changed(("place",), place="Rådhuset")) == [("new", "Nyt sted", "Før: Rådhuset")]


def test_a_change_that_was_taken_back_is_none() -> None:
    assert told(changed(("time",))) == []


@pytest.mark.parametrize(
    ("zone", "said"),
    [
        ("Europe/Copenhagen", "Centraleuropæisk sommertid, UTC+2"),
        ("America/St_Johns", "Newfoundlandsk sommertid, UTC−2:30"),
        ("Asia/Kolkata", "UTC+5:30"),
        ("UTC", "Koordineret universaltid, UTC"),
    ],
)
def test_those_elsewhere_learn_how_far_it_is_from_utc(zone: str, said: str) -> None:
    assert zone_name(replace(CAFE.entry, timezone=zone), CAFE.entry.start, words("da")) == said


def test_whole_days_go_by_no_clock() -> None:
    assert zone_name(replace(CAFE.entry, all_day=True), CAFE.entry.start, words("da")) is None


def test_a_programme_has_clocks_and_names() -> None:
    first, next_day = datetime(2023, 3, 31, 9, 5, tzinfo=SUMMER), datetime(2023, 4, 1, 9, tzinfo=SUMMER)
    sessions = (
        Session(title="Velkommen", start=first, end=first + timedelta(minutes=25), speakers=("A", "B")),
        Session(title="Dagen efter", start=next_day),
        Session(title="Frokost"),
    )
    event = replace(CAFE.entry, programme=sessions)
    slots = programme(frame(CAFE), event)
    assert [(slot.clock, slot.title, slot.speakers) for slot in slots] == [
        ("09.05–09.30", "Velkommen", "A, B"),
        ("1. april 2023 09.00", "Dagen efter", ""),
        (None, "Frokost", ""),
    ]


def weekly(count: int, *changes: Instance) -> Published[Event]:
    starts = tuple(CAFE.entry.start + timedelta(weeks=week) for week in range(count))
    rule = Recurrence(rule="FREQ=WEEKLY", starts=starts, changed=changes)
    return replace(CAFE, entry=replace(CAFE.entry, recurrence=rule))


def test_an_event_that_happens_once_is_no_series() -> None:
    assert series(frame(CAFE), CAFE) is None


def test_a_series_tells_the_times_after_the_next() -> None:
    item = weekly(3)
    made = series(frame(item), item)
    assert made
    assert made.times == (
        "fredag den 7. april 2023 kl. 09.00–10.00 (CEST)",
        "fredag den 14. april 2023 kl. 09.00–10.00 (CEST)",
    )
    assert not made.is_longer


def test_a_long_series_says_that_there_are_more() -> None:
    item = weekly(MOST + 2)
    made = series(frame(item), item)
    assert made
    assert (len(made.times), made.is_longer) == (MOST, True)


@pytest.mark.parametrize(
    ("change", "said"),
    [
        ({"status": "cancelled"}, f"Aflyst: {WHEN}"),
        ({"status": "postponed"}, f"Udsat: {WHEN}"),
        (
            {"start": datetime(2023, 4, 3, 12, tzinfo=UTC), "location": "Aarhus"},
            f"mandag den 3. april 2023 kl. 14.00–15.00 (CEST), i stedet for {WHEN} · Aarhus",
        ),
    ],
)
def test_a_time_that_is_not_as_usual_is_told(change: dict[str, object], said: str) -> None:
    item = weekly(2, Instance(original=CAFE.entry.start, **change))  # type: ignore[arg-type]
    made = series(frame(item), item)
    assert made
    assert made.changed == (said,)


@pytest.mark.parametrize(
    ("geo", "address", "url"),
    [
        (
            "55.676, 12.568",
            "x",
            "https://www.openstreetmap.org/?mlat=55.676&mlon=12.568#map=17/55.676/12.568",
        ),
        (
            None,
            "Åvej 1, 8000 Aarhus C",
            "https://www.openstreetmap.org/search?query=%C3%85vej%201%2C%208000%20Aarhus%20C",
        ),
        (None, None, None),
    ],
)
def test_a_place_is_found_on_a_map(geo: str | None, address: str | None, url: str | None) -> None:
    assert map_url(replace(CAFE.entry, geo=geo, address=address)) == url
