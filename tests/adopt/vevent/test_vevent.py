"""publisher.adopt.vevent.vevent: what a VEVENT says, and what is told of it."""

from __future__ import annotations

from datetime import UTC, date, datetime

import pytest

from publisher.adopt.vevent.rules import END
from tests.adopt.vevent.made import vevent


@pytest.mark.parametrize(
    ("status", "ours"),
    [
        ("CONFIRMED", "confirmed"),
        ("TENTATIVE", "tentative"),
        ("CANCELLED", "cancelled"),
        ("Canceled", "cancelled"),
        ("", "confirmed"),
        ("BUSY", "confirmed"),
    ],
)
def test_a_status_is_in_our_words(status: str, ours: str) -> None:
    assert vevent(f"STATUS:{status}").status == ours


@pytest.mark.parametrize(
    ("written", "number"),
    [("3", 3), ("-1", 0), ("x", 0), ("", 0), ("²", 0), ("1767225600", 1767225600), ("9" * 5000, 2**31 - 1)],
)
def test_a_sequence_is_a_number(written: str, number: int) -> None:
    assert vevent(f"SEQUENCE:{written}").sequence == number


def test_a_uid_is_text_on_one_line() -> None:
    assert vevent("UID: a\\nb ").uid == "a b"
    assert vevent("UID:").uid is None


def test_the_last_change_is_known_by_what_there_is() -> None:
    changed, stamped = "LAST-MODIFIED:20260102T000000Z", "DTSTAMP:20260101T000000Z"
    assert vevent(f"{stamped}\n{changed}").stamp == datetime(2026, 1, 2, tzinfo=UTC)
    assert vevent(stamped).stamp == datetime(2026, 1, 1, tzinfo=UTC)
    assert vevent("DTSTAMP:soon").stamp is None


def test_a_heading_is_the_first_line_and_no_novel() -> None:
    assert vevent("SUMMARY:One\\nTwo").heading == "One"
    assert len(vevent("SUMMARY:" + "word " * 100).heading) <= 200


def test_an_end_is_said_in_two_ways() -> None:
    assert vevent("DTEND;VALUE=DATE:20260602").ending(date(2026, 6, 1)) == date(2026, 6, 2)
    assert vevent("DURATION:P1D").ending(date(2026, 6, 1)) == date(2026, 6, 2)
    assert vevent("SUMMARY:x").ending(date(2026, 6, 1)) is None


def test_what_is_told_names_the_event_and_its_line() -> None:
    event = vevent("SUMMARY:One\nDTEND:soon")
    event.tell(END, "is late", "be early")
    event.tell(END, "is late", "be early", at=event.first("DTEND"))
    assert [(one.place.line, one.message) for one in event.told] == [
        (3, "'One' is late"),
        (5, "'One' is late"),
    ]
    nameless = vevent("UID:secret@example.org")
    nameless.tell(END, "is late", "be early")
    assert nameless.told[0].message == "an event without a title is late"
