"""publisher.render.stream.changed: what is new, said in the title, and what it was before."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from publisher.model import EventState, Instance, Recurrence
from publisher.render.stream.changed import happenings
from publisher.render.stream.news import News

from ..eventful import ANNOUNCED, DAY, EVENTFUL, FIRST, HOUR, at, history
from ..sample import CAFE, EDITION

SPAN = "fredag den 31. marts 2023 kl. 09.00–10.00 (CEST)"
LATER = "lørdag den 1. april 2023 kl. 09.00–10.00 (CEST)"
MOVED = at(FIRST + DAY)


def told(*news: dict[str, Any], since: EventState = ANNOUNCED, language: str = "da") -> News:
    """The last of `news` as it is told."""
    item = replace(CAFE, changes=history(*news, since=since))
    show = replace(EDITION.show, language=language)
    return happenings(replace(EDITION, show=show, events=(item,), calendar=(item,)))[0].tell()


@pytest.mark.parametrize(
    ("before", "after", "title"),
    [
        ({}, MOVED, f"Ny tid: Café – {LATER}"),
        ({}, {"end": FIRST + 2 * HOUR}, "Ny tid: Café – fredag den 31. marts 2023 kl. 09.00–11.00 (CEST)"),
        ({}, {"place": "Rådhuset"}, "Nyt sted: Café – Rådhuset"),
        ({}, {"place": None}, "Nyt sted: Café"),
        ({}, {**MOVED, "place": "Rådhuset"}, f"Ny tid og nyt sted: Café – {LATER}"),
        ({}, {"status": "cancelled"}, "Aflyst: Café"),
        ({}, {"status": "cancelled", "place": None}, "Aflyst: Café"),
        ({}, {"status": "postponed"}, "Udsat: Café"),
        ({}, {"status": "tentative"}, "Foreløbig: Café"),
        ({"status": "tentative"}, {"status": "confirmed"}, "Bekræftet: Café"),
        ({"status": "cancelled"}, {"status": "confirmed"}, "Afholdes alligevel: Café"),
        ({"status": "cancelled"}, {"status": "confirmed", **MOVED}, f"Afholdes alligevel: Café – {LATER}"),
        ({"status": "postponed"}, {"status": "confirmed", **MOVED}, f"Ny tid: Café – {LATER}"),
        ({"status": "postponed"}, {"status": "confirmed"}, "Afholdes alligevel: Café"),
        ({"status": "postponed"}, {"status": "cancelled"}, "Aflyst: Café"),
    ],
)
def test_the_title_says_what_is_new(before: dict[str, Any], after: dict[str, Any], title: str) -> None:
    """In the language of the show, with the new time or place."""
    assert told(after, since=replace(ANNOUNCED, **before)).title == title


def test_other_languages_have_their_own_titles() -> None:
    """English where nobody has translated."""
    assert told({"status": "cancelled"}, language="sv").title == "Cancelled: Café"


@pytest.mark.parametrize(
    ("after", "summary"),
    [
        (MOVED, f"Tid: {SPAN} → {LATER} · Sted: Zoom"),
        ({"place": "Rådhuset"}, f"Tid: {SPAN} · Sted: Zoom → Rådhuset"),
        ({"place": None}, f"Tid: {SPAN} · Sted: Zoom → –"),
        ({"status": "postponed"}, f"Status: afholdes → udsat · Tid: {SPAN} · Sted: Zoom"),
        ({"status": "tentative"}, f"Status: afholdes → foreløbig · Tid: {SPAN} · Sted: Zoom"),
    ],
)
def test_the_text_says_what_was_and_what_is(after: dict[str, Any], summary: str) -> None:
    """The time and the place are there even where they stay."""
    assert told(after).summary == summary


def test_a_change_is_known_by_its_number_and_dated_when_it_was_made() -> None:
    """And leads to the thread of its event."""
    news = told(MOVED, {"place": "<Rådhuset>"})
    assert news.guid == f"{CAFE.guid}#2"
    assert news.published == news.updated == datetime(2023, 3, 8, tzinfo=UTC)
    assert "Zoom → &lt;Rådhuset&gt;</p>" in news.html
    assert "<p>Optagelse: " in news.html


def test_a_series_says_which_of_its_times_are_new_gone_or_moved() -> None:
    """And of one that was so before nothing."""
    april, may, june = (datetime(2023, month, 28, 7, tzinfo=UTC) for month in (4, 5, 6))
    old = Recurrence(rule="FREQ=MONTHLY", changed=(Instance(original=FIRST, location="Ribe"),))
    new = replace(
        old,
        added=(april,),
        excluded=(may,),
        changed=(
            *old.changed,
            Instance(original=june, start=june + HOUR),
            Instance(original=june + DAY, start=june + DAY, end=june + DAY + 2 * HOUR, location="Ry"),
            Instance(original=june + 2 * DAY, status="cancelled"),
        ),
    )
    news = told({"recurrence": new}, since=replace(ANNOUNCED, recurrence=old))
    assert news.title == "Nye tider: Café"
    assert news.summary.split(" · ") == [
        f"Tid: {SPAN}",
        "Aflyst: søndag den 28. maj 2023 kl. 09.00–10.00 (CEST)",
        "Ny tid: fredag den 28. april 2023 kl. 09.00–10.00 (CEST)",
        "onsdag den 28. juni 2023 kl. 09.00–10.00 (CEST) → onsdag den 28. juni 2023 kl. 10.00–11.00 (CEST)",
        "torsdag den 29. juni 2023 kl. 09.00–10.00 (CEST) → torsdag den 29. juni 2023 kl. 09.00–11.00 (CEST)",
        "Ry",
        "Aflyst: fredag den 30. juni 2023 kl. 09.00–10.00 (CEST)",
        "Sted: Zoom",
    ]


@pytest.mark.parametrize(
    ("instance", "title"),
    [
        (Instance(original=FIRST, status="cancelled"), f"Aflyst: Café – {SPAN}"),
        (Instance(original=FIRST, status="postponed"), f"Udsat: Café – {SPAN}"),
        (Instance(original=FIRST, location="Ribe"), f"Nyt sted: Café – {SPAN} – Ribe"),
        (Instance(original=FIRST, start=FIRST + HOUR), "Nye tider: Café"),
    ],
)
def test_the_title_says_which_time_of_a_series_is_off_or_elsewhere(instance: Instance, title: str) -> None:
    weekly = Recurrence(rule="FREQ=WEEKLY")
    news = told(
        {"recurrence": replace(weekly, changed=(instance,))}, since=replace(ANNOUNCED, recurrence=weekly)
    )
    assert news.title == title


def test_of_changes_at_one_moment_the_last_comes_first() -> None:
    """However quickly it was published again."""
    changes = tuple(replace(one, moment=CAFE.published) for one in history(MOVED, {"place": "Ribe"}))
    item = replace(CAFE, changes=changes)
    made = happenings(replace(EVENTFUL, events=(item,), calendar=(item,)))
    assert [one.guid for one in made] == [f"{CAFE.guid}#2", f"{CAFE.guid}#1", CAFE.guid]


def test_a_title_that_is_gone_is_the_one_of_today() -> None:
    """An item of RSS has a title."""
    assert told(MOVED, since=replace(ANNOUNCED, title=" ")).title == f"Ny tid: {CAFE.entry.title} – {LATER}"
