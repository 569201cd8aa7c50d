"""The judge itself: it passes what is right, and finds each thing that is wrong."""

from __future__ import annotations

import pytest

from .judge import faults
from .made import EVERY, bodies, edition_of

START = "DTSTART;TZID=Europe/Copenhagen:20230331T090000"
ZONE = "BEGIN:STANDARD\nDTSTART:20221030T030000\n"


@pytest.fixture(scope="module")
def body() -> bytes:
    """A calendar with everything in it."""
    return bodies(edition_of(*EVERY, color="turquoise"))["events.ics"]


def test_what_is_right_has_no_faults(body: bytes) -> None:
    """Else the others would hold for anything."""
    assert faults(body) == []


@pytest.mark.parametrize(
    ("code", "old", "new"),
    [
        ("ICS-001", "END:VCALENDAR\n", "END:VCALENDAR"),
        ("ICS-001", "BEGIN:VEVENT\n", "BEGIN:VEVENT\n\n"),
        ("ICS-001", "VERSION:2.0\n", "VERSION:2.0\rX:1\n"),
        ("ICS-002", "VERSION:2.0", f"X-A:{'a' * 72}\nVERSION:2.0"),
        ("ICS-002", "Rådhuset", "R\udcc3\n \udca5dhuset"),
        ("ICS-003", "Rådhuset", "R\x0bdhuset"),
        ("ICS-003", "BEGIN:VCALENDAR", "\ufeffBEGIN:VCALENDAR"),
        ("ICS-008", "VERSION:2.0", "VERSION:2.1"),
        ("ICS-004", "END:VCALENDAR", "END:VEVENT"),
        ("ICS-004", "PRODID:-//Publisher", "PRODID:-//Publisher 7"),
        ("ICS-005", "UID:uid-fuld\n", ""),
        ("ICS-005", "UID:uid-fuld\n", "UID:uid-fuld\nUID:uid-fuld\n"),
        ("ICS-005", "DTSTAMP:20230320T091500Z\n", ""),
        ("ICS-005", "STATUS:CONFIRMED\n", "STATUS:CONFIRMED\nDURATION:PT1H\n"),
        ("ICS-007", "DTEND;TZID=Europe/Copenhagen:20230331T10", "DTEND;TZID=Europe/Copenhagen:20230331T09"),
        ("ICS-007", "DTEND;VALUE=DATE:20231031", "DTEND:20231031T000000Z"),
        ("ICS-008", START, "DTSTART;TZID=Europe/Copenhagen:2023-03-31T09:00:00"),
        ("ICS-012", START, f"{START}Z"),
        ("ICS-012", START, "DTSTART:20230331T090000"),
        ("ICS-012", "DTSTART;VALUE=DATE:20231028", "DTSTART:20231028"),
        ("ICS-008", "DTSTAMP:20230320T091500Z", "DTSTAMP:20230320T091500"),
        ("ICS-010", "TZID:Asia/Kolkata", "TZID:Asia/Calcutta"),
        ("ICS-010", "TZID:Asia/Kolkata", "TZID:EUROPE/COPENHAGEN"),
        ("ICS-010", "TZID=Asia/Kolkata", "TZID=Europe/Copenhagen"),
        ("ICS-005", "TZOFFSETTO:+0530\n", ""),
        ("ICS-008", "TZOFFSETTO:+0530", "TZOFFSETTO:+05:30"),
        ("CAL-004", ZONE, ZONE.replace(":2022", ";TZID=Europe/Copenhagen:2022")),
        ("CAL-004", ZONE, ZONE.replace("0000\n", "0000Z\n")),
        ("CAL-004", "RDATE:20220327T030000\n", ""),
        ("ICS-008", "RDATE:20230319T030000\nRDATE:", "RDATE:20230319T030000,"),
        ("ICS-011", "BYMONTH=10\n", "BYMONTH=10;UNTIL=20301027\n"),
        ("ICS-013", "SUMMARY:Mod\\; mandat", "SUMMARY:Mod; mandat"),
        ("ICS-013", "DESCRIPTION:Om", "DESCRIPTION:Om\\x"),
        ("ICS-013", 'CN="CO-PI; ', "CN=CO-PI; "),
        ("ICS-013", "A^^B", "A^B"),
        ("ICS-014", "UID:uid-fuld\n", "UID:\n"),
        ("ICS-015", "UID:uid-lejr", "UID:uid-ugentlig"),
        ("ICS-016", "DATE:20251028\nSEQUENCE:2", "DATE:20251028\nSEQUENCE:1"),
        ("ICS-017", "LAST-MODIFIED:20230320T091500Z\nLOCATION", "LAST-MODIFIED:20230320T091501Z\nLOCATION"),
        ("ICS-008", "STATUS:TENTATIVE", "STATUS:POSTPONED"),
        ("ICS-020", "RRULE:FREQ=MONTHLY;BYDAY=1MO", "RRULE:BYDAY=1MO;FREQ=MONTHLY"),
        ("ICS-020", "RRULE:FREQ=MONTHLY;BYDAY=1MO", "RRULE:FREQ=MONTHLY;BYDAY=FIRST"),
        ("ICS-020", "UNTIL=20231130T235959Z", "UNTIL=20231130T235959Z;COUNT=3"),
        ("ICS-020", "UNTIL=20231130T235959Z", "UNTIL=20231130"),
        ("ICS-020", "UNTIL=20251028", "UNTIL=20251028T000000Z"),
        ("ICS-021", "EXDATE;TZID=Europe/Copenhagen:20230414T090000", "EXDATE:20230414T070000Z"),
        ("ICS-021", "EXDATE;VALUE=DATE:20241028", "EXDATE:20241028T000000Z"),
        ("ICS-021", "UID:uid-evig", "UID:uid-evig\nRECURRENCE-ID;TZID=Asia/Kolkata:20230102T180000"),
        ("ICS-008", "GEO:56.152939;10.203921", "GEO:56.152939,10.203921"),
        ("ICS-008", "GEO:56.152939", "GEO:56.1529391"),
        ("ICS-023", "mailto:cafe@", "cafe@"),
        ("ICS-023", "URL:https://example.dk/podcast/index.html", "URL:index.html"),
        ("ICS-008", "TRANSP:TRANSPARENT", "TRANSP:OPAQUE"),
        ("ICS-025", "END:VEVENT", "BEGIN:VALARM\nEND:VALARM\nEND:VEVENT"),
        ("ICS-005", "VERSION:2.0", "VERSION:2.0\nCALSCALE:JULIAN"),
        ("ICS-005", "VERSION:2.0", "VERSION:2.0\nMETHOD:PUBLISH"),
        ("ICX-001", "REFRESH-INTERVAL;VALUE=DURATION:", "REFRESH-INTERVAL:"),
        ("ICX-001", "PT12H", "PT0S"),
        ("ICS-008", "PT12H", "12H"),
        ("ICX-001", "SOURCE;VALUE=URI:", "SOURCE:"),
        ("ICX-003", "COLOR:turquoise", "COLOR:#40e0d0"),
        ("ICX-001", "DISPLAY=BADGE", "DISPLAY=SMALL"),
        ("ICX-005", "FEATURE=AUDIO,VIDEO", "FEATURE=SIGHT"),
        ("ICX-001", "LABEL=Microsoft Teams;VALUE=URI", "LABEL=Microsoft Teams"),
        ("ICX-006", "X-WR-CALNAME:Mod", "X-WR-CALNAME:Mad"),
        ("ICS-005", "X-WR-CALNAME:", "NAME:Mod\nX-WR-CALNAME:"),
        ("ICX-001", "X-ALT-DESC;FMTTYPE=text/html", "X-ALT-DESC"),
        ("CAL-008", "COLOR:#40E0D0", "COLOR:#40E0D1"),
        ("ICX-006", "X-PUBLISHED-TTL:PT12H", "X-PUBLISHED-TTL:PT13H"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_found(body: bytes, code: str, old: str, new: str) -> None:
    """One thing is made wrong at a time."""
    before, after = (text.replace("\n", "\r\n").encode(errors="surrogateescape") for text in (old, new))
    assert before in body, "no fold may part what is changed"
    found = faults(body.replace(before, after))
    assert any(fault.startswith(code) for fault in found), found
