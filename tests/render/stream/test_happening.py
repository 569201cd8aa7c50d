"""publisher.render.stream.happening: an event in words, for readers that know no calendar."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from publisher.model import EventState, Online
from publisher.render.stream.happening import (
    Line,
    lines,
    link,
    paragraph,
    registration,
    state,
    summary,
    when,
)
from publisher.render.words import words

from ..eventful import MONTHLY, SERIES
from ..sample import CAFE

DA = words("da")


def told(**changes: object) -> list[str]:
    """The lines of the café with other words, as HTML."""
    return [line.as_html() for line in lines(replace(CAFE.entry, **changes), DA)]  # type: ignore[arg-type]


def test_a_guest_learns_when_where_and_how_to_sign_up() -> None:
    """Of a series also its next times, and no line is there for what is not known."""
    assert [line.as_text() for line in lines(SERIES.entry, DA)] == [
        "Tid: søndag den 15. januar 2023 kl. 08.00–09.00 (CET)",
        "Flere gange: 15. februar 2023, 15. marts 2023, 15. april 2023, 15. maj 2023, 15. juni 2023, "
        "15. juli 2023, 15. august 2023, 15. september 2023, 15. oktober 2023, 15. november 2023, "
        "15. december 2023 …",
        "Sted: Rådhuset, Rådhuspladsen 1, København",
        "Online: Zoom",
        "Tilmelding: https://example.dk/tilmelding",
        "Tilmelding senest: tirsdag den 10. januar 2023 kl. 22.59 (CET)",
    ]
    assert told(online=None, registration=None) == ["Tid: fredag den 31. marts 2023 kl. 09.00–10.00 (CEST)"]


@pytest.mark.parametrize("status", ["cancelled", "postponed"])
def test_nobody_is_asked_to_sign_up_for_what_is_off(status: str) -> None:
    assert not [line for line in told(status=status) if "Tilmelding" in line]


@pytest.mark.parametrize(
    ("online", "line"),
    [
        (Online(platform="A & B"), "Online: A &amp; B"),
        (
            Online(url="https://x.dk/?a=1&b"),
            'Online: <a href="https://x.dk/?a=1&amp;b">https://x.dk/?a=1&amp;b</a>',
        ),
        (
            Online(platform="Zoom", url="https://x.dk/", join="https://y.dk/", public=True),
            'Online: <a href="https://y.dk/">Zoom</a>',
        ),
    ],
)
def test_what_is_online_is_linked(online: Online, line: str) -> None:
    """To where one joins, if everybody may."""
    assert told(online=online)[1] == line
    assert len(told(online=Online())) == 2


def test_a_deadline_of_a_day_is_told_without_a_clock() -> None:
    """Until the end of that day, which is its last minute; another clock is told."""

    def said(clock: str) -> str:
        deadline = datetime.fromisoformat(f"2023-03-28T{clock}+02:00")
        event = replace(CAFE.entry, registration=None, deadline=deadline)
        (line,) = registration(event, DA)
        return line.text

    assert said("23:59") == "28. marts 2023"
    assert said("12:00") == "tirsdag den 28. marts 2023 kl. 12.00 (CEST)"


def test_one_line_says_when_and_where() -> None:
    """A series says that it is one."""
    assert summary(CAFE.entry, DA) == "fredag den 31. marts 2023 kl. 09.00–10.00 (CEST) · Zoom"
    assert summary(SERIES.entry, DA) == (
        "søndag den 15. januar 2023 kl. 08.00–09.00 (CET) og flere gange · "
        "Rådhuset, Rådhuspladsen 1, København, Zoom"
    )


def test_a_series_whose_first_time_is_off_starts_with_the_next() -> None:
    """What is told is what somebody can come to."""
    late = replace(SERIES.entry, recurrence=replace(MONTHLY, starts=tuple(MONTHLY.starts)[1:3]))
    assert [line.text for line in lines(late, DA)][:2] == [
        "onsdag den 15. februar 2023 kl. 08.00–09.00 (CET)",
        "15. marts 2023",
    ]


@pytest.mark.parametrize("day", [24, 25, 26, 27])
def test_each_time_of_a_series_takes_as_many_days(day: int) -> None:
    """The night of the clocks takes an hour from two days in March, and no day."""
    zone = ZoneInfo("Europe/Copenhagen")
    first = datetime(2023, 3, 25, tzinfo=zone)
    series = EventState(
        title="Lejr",
        start=first,
        end=first + timedelta(days=2),
        all_day=True,
        timezone="Europe/Copenhagen",
    )
    start = datetime(2023, 3, day, tzinfo=zone)
    assert f" {day + 1}. mar" in when(series, DA, start)
    assert f" {day}.–" in when(series, DA, start)


def test_a_day_that_has_no_midnight_is_a_day() -> None:
    """In Chile clocks go forward over it; the times of the series are of two days all the same."""
    zone = ZoneInfo("America/Santiago")
    series = EventState(
        title="Lejr",
        start=datetime(2025, 9, 7, 1, tzinfo=zone),
        end=datetime(2025, 9, 9, tzinfo=zone),
        all_day=True,
        timezone="America/Santiago",
    )
    assert when(series, DA).startswith("søn. 7.–man. 8. sep")
    assert when(series, DA, datetime(2025, 9, 14, tzinfo=zone)).startswith("søn. 14.–man. 15. sep")


def test_the_state_of_an_event_names_every_place_of_it() -> None:
    """As the history of its changes does."""
    assert state(SERIES.entry).place == "Rådhuset, Rådhuspladsen 1, København, Zoom"
    assert state(replace(CAFE.entry, online=None)).place is None


def test_what_people_write_is_no_markup() -> None:
    """Nor can it end an attribute."""
    assert Line("<b>", "a & b").as_html() == "&lt;b&gt;: a &amp; b"
    assert Line(None, "<b>", "https://x.dk/?a&b").as_html() == '<a href="https://x.dk/?a&amp;b">&lt;b&gt;</a>'
    assert link('https://x.dk/"', "<i>") == '<a href="https://x.dk/&quot;">&lt;i&gt;</a>'
    assert paragraph([]) == ""
