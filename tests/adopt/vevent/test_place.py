"""publisher.adopt.vevent.place: where an event is, and what lets people in."""

from __future__ import annotations

import pytest

from publisher.adopt.vevent.place import Place, read_place, without_joins
from tests.adopt.vevent.made import vevent

ZOOM = "https://us02web.zoom.us/j/123?pwd=abc"
TEAMS = "https://teams.microsoft.com/l/meetup-join/19%3a1/0?context=x"


def place(lines: str) -> Place:
    return read_place(vevent(f"DTSTART:20260601T090000Z\n{lines}"))


@pytest.mark.parametrize(
    ("lines", "location"),
    [
        ("LOCATION:Hall (Street 1\\, Town)", "Hall (Street 1, Town)"),
        (
            "LOCATION:Hall\\nStreet 1\\n1000  Town\\n",
            {"name": "Hall", "address": "Street 1, 1000 Town"},
        ),
        ("LOCATION:Hall\nGEO:55.676098;+12.568337", {"name": "Hall", "geo": "55.676098,12.568337"}),
        ("LOCATION:Hall\nGEO:0.0;0.0", "Hall"),
        ("LOCATION:Hall\nGEO:95;12", "Hall"),
        ("LOCATION:Hall\nGEO:here", "Hall"),
        ("GEO:55.6;12.5", None),
        ("LOCATION:", None),
        (f"LOCATION:Hall\\; {ZOOM}", "Hall"),
        (f"LOCATION:{ZOOM}", None),
        ("LOCATION:Hall\\, us02web.zoom.us/j/1?pwd=x", "Hall"),
    ],
)
def test_a_place_has_a_name_and_maybe_more(lines: str, location: object) -> None:
    assert place(lines).location() == location


@pytest.mark.parametrize(
    ("lines", "online"),
    [
        (f"LOCATION:Hall - {ZOOM}", {"platform": "Zoom", "join": ZOOM}),
        ("LOCATION:https://meet.example.org/x", {"join": "https://meet.example.org/x"}),
        (f"X-MICROSOFT-SKYPETEAMSMEETINGURL:{TEAMS}", {"platform": "Microsoft Teams", "join": TEAMS}),
        (
            "X-GOOGLE-CONFERENCE:https://meet.google.com/abc-defg-hij",
            {"platform": "Google Meet", "join": "https://meet.google.com/abc-defg-hij"},
        ),
        ("CONFERENCE;VALUE=URI:tel:+45\nCONFERENCE;VALUE=URI:https://x.org/1", {"join": "https://x.org/1"}),
        (f"URL:{ZOOM}", {"platform": "Zoom", "join": ZOOM}),
        (f"DESCRIPTION:Come to {ZOOM}.", {"platform": "Zoom", "join": ZOOM}),
        (f'DESCRIPTION:<a href="{ZOOM}&amp;x=1">', {"platform": "Zoom", "join": f"{ZOOM}&x=1"}),
        ("URL:https://example.org/page\nDESCRIPTION:See https://example.org/more", None),
        ("LOCATION:Online (Zoom)", None),
        (
            "LOCATION:us02web.zoom.us/j/1?pwd=x",
            {"platform": "Zoom", "join": "https://us02web.zoom.us/j/1?pwd=x"},
        ),
        ("SUMMARY:zoommtg://zoom.us/join?confno=1", {"platform": "Zoom"}),
        (f"DESCRIPTION:zoommtg://zoom.us/join?confno=1 {ZOOM}", {"platform": "Zoom", "join": ZOOM}),
        (f"X-TICKETS-URL:{ZOOM}", {"platform": "Zoom", "join": ZOOM}),
        (f"CATEGORIES:one,{ZOOM}", {"platform": "Zoom", "join": f"{ZOOM}"}),
        (f'ORGANIZER;CN="{ZOOM}":mailto:a@example.org', {"platform": "Zoom", "join": ZOOM}),
    ],
)
def test_a_link_that_lets_people_in_is_to_join(lines: str, online: object) -> None:
    assert place(lines).online() == online


def test_links_are_known_once_and_the_place_own_first() -> None:
    found = place(f"DESCRIPTION:{TEAMS} {ZOOM}\nLOCATION:{ZOOM}\nCONFERENCE:{ZOOM}")
    assert found.joins == (ZOOM, TEAMS)


@pytest.mark.parametrize(
    ("text", "left"),
    [
        (f"Join: {ZOOM}\nCode 5", "Join: …\nCode 5"),
        (
            f"<a href='{ZOOM}'>Join</a> or <a href='https://x.org'>read</a>",
            "Join or <a href='https://x.org'>read</a>",
        ),
        ("At https://meet.example.org/x.", "At …"),
        ("See https://meet.example.org/", "See https://meet.example.org/"),
    ],
)
def test_links_that_let_people_in_are_taken_out_of_texts(text: str, left: str) -> None:
    assert without_joins(text, Place(joins=("https://meet.example.org/x",))) == left
