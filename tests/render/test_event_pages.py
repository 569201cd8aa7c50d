"""event pages: when, where and what for, that it is off, and what came of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from publisher.model import Event, Published, Recurrence, Session, Upcoming
from publisher.render import event_pages, render
from tests.render.made import artifacts

from .outline import Outline
from .sample import CAFE, EDITION, SUMMER

BASE = "https://example.dk/podcast/"
KEY = "events/innovationscafe.html"


def pages(*events: Published[Event], coming: bool = True) -> dict[str, Outline]:
    """The pages of these events, all of them to come or none."""
    upcoming = tuple(Upcoming(item=item, start=item.entry.start) for item in events if coming)
    made = artifacts(event_pages.render(replace(EDITION, events=events, upcoming=upcoming)))
    return {one.key: Outline(one.body) for one in made if isinstance(one.body, bytes)}


def cafe(*, coming: bool = True, **words: object) -> Outline:
    """The page of the café, with other words."""
    item = replace(CAFE, entry=replace(CAFE.entry, **words))  # type: ignore[arg-type]
    return pages(item, coming=coming)[KEY]


def test_an_event_says_when_on_whose_clocks() -> None:
    page = cafe()
    assert page.all("time", datetime="2023-03-31T09:00:00+02:00")
    assert "fredag den 31. marts 2023 kl. 09.00–10.00 (CEST)" in page.words
    assert "Centraleuropæisk sommertid, UTC+2" in page.words


def test_an_event_says_what_a_guest_has_to_know() -> None:
    page = cafe(
        location="Rådhuset",
        address="Åvej 1",
        geo="55.6,12.5",
        capacity="30",
        deadline=datetime(2023, 3, 24, 23, 59, tzinfo=SUMMER),
    )
    for words in ("Rådhuset", "Åvej 1", "Zoom", "0 kr.", "Medarbejdere og ledere", "30", 'CO-PI, "Caféen"'):
        assert words in page.words
    assert "Senest fredag den 24. marts 2023 kl. 22.59 (CET)" in page.words
    assert {"https://example.dk/tilmelding", "mailto:cafe@example.dk"} <= set(page.links)
    assert any(link.startswith("https://www.openstreetmap.org/?mlat=55.6") for link in page.links)


def test_an_event_to_come_can_be_signed_up_for_and_saved() -> None:
    page = cafe()
    assert page.all("a", class_="button", href="https://example.dk/tilmelding")
    assert f"{BASE}events/innovationscafe.ics" in page.links
    assert any(link.startswith("https://calendar.google.com/") for link in page.links)


def test_an_event_that_is_over_is_a_file_for_those_who_keep_records() -> None:
    page = cafe(coming=False)
    assert f"{BASE}events/innovationscafe.ics" in page.links
    assert not any(link.startswith("https://calendar.google.com/") for link in page.links)


@pytest.mark.parametrize("status", ["confirmed", "cancelled", "postponed"])
def test_nobody_signs_up_for_what_is_over_or_off(status: str) -> None:
    page = cafe(coming=False, status=status)
    assert "https://example.dk/tilmelding" not in page.links


def test_the_private_link_of_a_meeting_is_nowhere() -> None:
    bodies = [one.body for one in render(EDITION) if one.key == KEY]
    assert bodies
    assert not any(b"HEMMELIGT" in body for body in bodies if isinstance(body, bytes))


@pytest.mark.parametrize(("status", "struck"), [("confirmed", 0), ("cancelled", 2), ("postponed", 2)])
def test_the_time_of_an_event_that_is_off_is_struck_out(status: str, struck: int) -> None:
    page = cafe(coming=status == "confirmed", status=status)
    assert len(page.all("s")) == struck
    assert len(page.all("p", class_="off")) == bool(struck)


def test_what_came_of_it_can_be_reached() -> None:
    assert f"{BASE}episodes/mod-til-at-lede.html" in cafe(coming=False).links


def test_a_programme_is_a_table() -> None:
    page = cafe(
        programme=(
            Session(title="Velkommen", start=CAFE.entry.start, speakers=("Lene",)),
            Session(title="Slut"),
        )
    )
    assert len(page.all("tr")) == 3
    assert "09.00 Velkommen Lene Slut" in page.words


def test_a_series_tells_its_other_times() -> None:
    starts = tuple(CAFE.entry.start + timedelta(weeks=week) for week in range(3))
    page = cafe(recurrence=Recurrence(rule="FREQ=WEEKLY", starts=starts))
    assert "fredag den 14. april 2023 kl. 09.00–10.00 (CEST)" in page.words


def test_the_list_has_what_is_to_come_first() -> None:
    past = replace(CAFE, slug="foer", guid="foer", entry=replace(CAFE.entry, title="Det var før"))
    off = replace(
        past, slug="aflyst", guid="aflyst", entry=replace(CAFE.entry, title="Aflyst her", status="cancelled")
    )
    upcoming = (Upcoming(item=CAFE, start=CAFE.entry.start),)
    made = artifacts(event_pages.render(replace(EDITION, events=(past, off, CAFE), upcoming=upcoming)))
    words = next(
        Outline(one.body).words
        for one in made
        if one.key == "events/index.html" and isinstance(one.body, bytes)
    )
    order = ["Kommende arrangementer", "Innovationscafé: Politisk", "Tidligere og aflyste", "Det var før"]
    assert sorted(map(words.index, order)) == list(map(words.index, order))


def test_a_list_of_nothing_to_come_says_so() -> None:
    words = pages(CAFE, coming=False)["events/index.html"].words
    assert "Der er ikke planlagt arrangementer lige nu." in words
    assert "Tidligere arrangementer" in words


def test_no_events_are_no_pages() -> None:
    assert pages() == {}
