"""attend: a single event in web calendars, with the times of its place."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest

from publisher.model import Event, Instance, Published, Recurrence
from publisher.render.site.attend import one
from publisher.render.words import words
from tests.render.sample import CAFE, EDITION

HERE = ZoneInfo("Europe/Copenhagen")
PAGE = "https://example.dk/podcast/events/innovationscafe.html"
MOMENT = datetime(2023, 4, 7, 7, tzinfo=UTC)


def ways(**changes: Any) -> dict[str, str]:
    item: Published[Event] = replace(CAFE, entry=replace(CAFE.entry, **changes))
    return dict(one(EDITION, item, words("da")))


def asked(address: str) -> dict[str, str]:
    """What a link tells, each once."""
    return {name: value for name, (value,) in parse_qs(urlsplit(address).query, strict_parsing=True).items()}


def test_the_file_comes_first() -> None:
    assert list(ways()) == ["Kalenderfil", "Google Calendar", "Outlook.com", "Microsoft 365"]
    assert ways()["Kalenderfil"] == "https://example.dk/podcast/events/innovationscafe.ics"


def test_google_is_told_the_clocks_of_the_place() -> None:
    told = asked(ways(location="Rådhuset", address="Åvej 1")["Google Calendar"])
    assert told == {
        "action": "TEMPLATE",
        "text": CAFE.entry.title,
        "dates": "20230331T090000/20230331T100000",
        "ctz": "Europe/Copenhagen",
        "details": f"{CAFE.entry.excerpt}\n\n{PAGE}",
        "location": "Rådhuset, Åvej 1, Zoom",
    }


def test_outlook_is_told_moments() -> None:
    told = asked(ways()["Outlook.com"])
    assert (told["startdt"], told["enddt"]) == ("2023-03-31T07:00:00Z", "2023-03-31T08:00:00Z")
    assert (told["path"], told["rru"]) == ("/calendar/action/compose", "addevent")
    assert (told["subject"], told["location"]) == (CAFE.entry.title, "Zoom")
    assert "allday" not in told
    assert urlsplit(ways()["Outlook.com"]).netloc == "outlook.live.com"
    assert asked(ways()["Microsoft 365"]) == told


def test_whole_days_are_told_with_the_day_after_the_last() -> None:
    days = {"start": datetime(2023, 3, 25, tzinfo=HERE), "end": datetime(2023, 3, 27, tzinfo=HERE)}
    made = ways(all_day=True, **days)
    assert asked(made["Google Calendar"])["dates"] == "20230325/20230327"
    outlook = asked(made["Outlook.com"])
    assert (outlook["startdt"], outlook["enddt"], outlook["allday"]) == ("2023-03-25", "2023-03-27", "true")


def test_an_event_whose_end_nobody_told_takes_no_time() -> None:
    """Google opens nothing without an end."""
    assert asked(ways(end=None)["Google Calendar"])["dates"] == "20230331T090000/20230331T090000"


def test_an_event_that_is_nowhere_names_no_place() -> None:
    assert "location" not in asked(ways(online=None)["Outlook.com"])


def test_google_knows_rules_and_outlook_none() -> None:
    made = ways(recurrence=Recurrence(rule="FREQ=MONTHLY;COUNT=6"))
    assert list(made) == ["Kalenderfil", "Google Calendar"]
    assert asked(made["Google Calendar"])["recur"] == "RRULE:FREQ=MONTHLY;COUNT=6"


@pytest.mark.parametrize(
    "recurrence",
    [
        Recurrence(rule="FREQ=WEEKLY", excluded=(MOMENT,)),
        Recurrence(rule="FREQ=WEEKLY", changed=(Instance(original=MOMENT, location="Aarhus"),)),
        Recurrence(rule="FREQ=WEEKLY", added=(MOMENT,)),
        Recurrence(added=(MOMENT,)),
    ],
)
def test_a_series_that_links_would_get_wrong_is_a_file(recurrence: Recurrence) -> None:
    assert list(ways(recurrence=recurrence)) == ["Kalenderfil"]


def test_nothing_that_people_write_breaks_a_link() -> None:
    nasty = "a&text=b#c\"<script>' å\r\n"
    made = ways(title=nasty, excerpt=nasty, location=nasty)
    for href in made.values():
        assert href.isascii()
        assert not set("<>\" '") & set(href)
    assert asked(made["Google Calendar"])["text"] == nasty
