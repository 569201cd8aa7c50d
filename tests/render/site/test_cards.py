"""cards: what people choose an entry by."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from publisher.model import Online, Recurrence, Upcoming
from publisher.render.site.cards import Leaf, card, leaf
from publisher.render.site.frame import Frame
from publisher.render.words import words
from tests.render.sample import ARTICLE, BARE, CAFE, EDITION, FULL

FRAME = Frame(EDITION)


def test_an_episode_shows_its_number_length_and_picture() -> None:
    shown = card(FRAME, FULL)
    assert (shown.kind, shown.number, shown.duration) == (
        "episode",
        "2",
        FULL.enclosure and FULL.enclosure.duration,
    )
    assert shown.href == "https://example.dk/podcast/episodes/mod-til-at-lede.html"
    assert shown.image
    assert shown.marks == ()


def test_an_episode_has_the_number_that_apps_show() -> None:
    shown = card(FRAME, replace(FULL, entry=replace(FULL.entry, episode_display="Kap. 2")))
    assert shown.number == "Kap. 2"


def test_an_article_shows_its_date_only() -> None:
    shown = card(FRAME, ARTICLE)
    assert (shown.date, shown.when, shown.leaf, shown.duration) == (ARTICLE.published, None, None, None)


def test_an_event_shows_its_day_time_and_place() -> None:
    shown = card(FRAME, CAFE)
    assert shown.leaf == Leaf(weekday="fre", day="31", month="mar", year="2023", iso="2023-03-31")
    assert shown.when == "fredag den 31. marts 2023 kl. 09.00–10.00 (CEST)"
    assert (shown.place, shown.off, shown.date) == ("Zoom", False, CAFE.entry.start)


@pytest.mark.parametrize(
    ("location", "online", "place"),
    [
        ("Rådhuset", None, "Rådhuset"),
        ("Rådhuset", Online(platform="Teams"), "Rådhuset · Teams"),
        (None, Online(url="https://a.example/"), "Online"),
        (None, None, None),
    ],
)
def test_an_event_is_somewhere_or_online_or_both(
    location: str | None, online: Online | None, place: str
) -> None:
    event = replace(CAFE.entry, location=location, online=online)
    assert card(FRAME, replace(CAFE, entry=event)).place == place


def test_a_series_shows_its_next_time() -> None:
    later = datetime(2023, 4, 28, 7, tzinfo=UTC)
    series = replace(CAFE, entry=replace(CAFE.entry, recurrence=Recurrence(starts=(CAFE.entry.start, later))))
    edition = replace(EDITION, events=(series,), upcoming=(Upcoming(item=series, start=later),))
    assert card(Frame(edition), series).when == "fredag den 28. april 2023 kl. 09.00–10.00 (CEST)"


@pytest.mark.parametrize(
    ("status", "mark"),
    [("cancelled", "Aflyst"), ("postponed", "Udsat"), ("tentative", "Ikke bekræftet"), ("confirmed", None)],
)
def test_an_event_that_is_not_certain_says_so(status: str, mark: str | None) -> None:
    shown = card(FRAME, replace(CAFE, entry=replace(CAFE.entry, status=status)))
    assert shown.marks == ((mark,) if mark else ())
    assert shown.off is (status in ("cancelled", "postponed"))


@pytest.mark.parametrize(("type", "mark"), [("trailer", "Trailer"), ("bonus", "Bonus"), ("full", None)])
def test_an_episode_that_is_not_like_others_says_so(type: str, mark: str | None) -> None:
    shown = card(FRAME, replace(BARE, entry=replace(BARE.entry, type=type, explicit=True)))
    assert shown.marks == (*((mark,) if mark else ()), "Ikke for børn")


@pytest.mark.parametrize(("unseen", "mark"), [("draft", "Kladde"), ("scheduled", "Planlagt")])
def test_what_nobody_else_sees_yet_is_marked(unseen: str, mark: str) -> None:
    assert card(FRAME, replace(ARTICLE, unseen=unseen)).marks == (mark,)


def test_a_day_is_that_of_the_place() -> None:
    late = datetime(2023, 3, 31, 23, 30, tzinfo=UTC)
    assert leaf(words("da"), late, "Europe/Copenhagen").iso == "2023-04-01"
