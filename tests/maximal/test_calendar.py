"""What the calendar, the feeds and the page say of an event that says everything."""

from __future__ import annotations

import html
import re
from pathlib import Path

import pytest

from tests.test_docs import documented

SHOWN = {
    "title": "SUMMARY:Åbent hus & <kaffe>",
    "summary": 'DESCRIPTION:Kom og hør\\; "se"\\, smag & <drik>.',
    "date": "CREATED:20260110T050000Z",
    "start": "DTSTART;TZID=Atlantic/Faroe:20260120T160000",
    "end": "DTEND;TZID=Atlantic/Faroe:20260120T180000",
    "timezone": "TZID:Atlantic/Faroe",
    "recurrence": "RECURRENCE-ID;TZID=Atlantic/Faroe:20260317T160000",
    "location": 'LOCATION:Nordens Hus\\; sal A\\, "vest" & <øst>\\, Norðari Ringvegur 10\\, 100 Tórshavn',
    "online": "https://example.org/m%C3%B8de?a=1&b=2",
    "registration": "https://example.org/tilmeld?a=1&b=2",
    "speakers": "Søren Å. & <gæst> (oplægsholder)",
    "organizer": "mailto:vi@example.org",
    "audience": "Alle\\, der er nysgerrige & <sultne>",
    "price": "100 kr.\\; studerende gratis",
    "capacity": "40 pladser\\, ingen grænse online",
    "programme": '16.30–17.45 Oplæg\\; "alt"\\, der er (Søren Å. & <gæst>\\, Lydmanden)',
    "status": "STATUS:TENTATIVE",
    "recording": "RELATED-TO;RELTYPE=CHILD:https://gammel.example.org/?p=1&q=æ",
    "image": "FMTTYPE=image/png;VALUE=URI:https://example.org/m%C3%A5l/art/hus-",
    "tags": "CATEGORIES:Ledelse,mad & <drikke>,עברית",
    "slug": "URL:https://example.org/m%C3%A5l/events/open-day.html",
    "uid": "UID:åbent-hus\\; 1@gammel.example.org",
    "sequence": "SEQUENCE:7",
}
"""What stands in events.ics for each key, and nowhere else can come from."""
OURS_ALONE = {"draft", "ignore", "link"}
"""What a calendar has no place for; `link` is on the page."""


@pytest.fixture(scope="module")
def calendar(maximal: Path) -> str:
    """Its events.ics, unfolded."""
    return (maximal / "feeds/events.ics").read_bytes().decode().replace("\r\n ", "")


def test_the_table_has_every_key_of_an_event() -> None:
    assert {*SHOWN, *OURS_ALONE} == documented()["event.md"]


@pytest.mark.parametrize("key", SHOWN)
def test_the_calendar_says_it(key: str, calendar: str) -> None:
    assert SHOWN[key] in calendar


def test_the_series_is_what_was_meant(calendar: str) -> None:
    series, moved, off = calendar.split("BEGIN:VEVENT\r\n")[1:]
    times = re.findall(r"^(RDATE|EXDATE);TZID=Atlantic/Faroe:(\w+)\r$", series, re.MULTILINE)
    assert times == [
        ("RDATE", "20260224T160000"),
        ("RDATE", "20260505T140000"),
        ("EXDATE", "20260217T160000"),
    ]
    (rule,) = re.findall(r"^RRULE:(.*)\r$", series, re.MULTILINE)
    assert set(rule.split(";")) == {"FREQ=MONTHLY", "BYDAY=3TU", "COUNT=6"}
    assert "DTSTART;TZID=Atlantic/Faroe:20260318T170000" in moved
    assert "DTEND;TZID=Atlantic/Faroe:20260318T200000" in moved
    assert "LOCATION:Biblioteket" in moved
    assert "STATUS:CANCELLED" in off


def test_the_page_links_to_what_tells_of_the_same(maximal: Path) -> None:
    page = html.unescape((maximal / "feeds/events/open-day.html").read_text(encoding="utf-8"))
    assert "https://example.org/andetsteds?a=1&b=2" in page


def test_the_way_in_is_told_nowhere(maximal: Path) -> None:
    for path in (maximal / "feeds").rglob("*"):
        assert not path.is_file() or b"hemmelig" not in path.read_bytes(), path


def test_each_topic_has_its_feed(maximal: Path) -> None:
    feeds = {path.stem: path.read_text(encoding="utf-8") for path in (maximal / "feeds/tags").glob("*.xml")}
    titles = {name: re.findall(r"<title>(.*?)</title>", feed)[0] for name, feed in feeds.items()}
    assert set(titles) == {"ledelse", "mad-drikke"}
    assert "Alt om mad &amp; &lt;drikke&gt;" in titles["mad-drikke"]
