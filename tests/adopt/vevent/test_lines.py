"""publisher.adopt.vevent.lines: bytes into components; `test_calendar` has the forms of whole files."""

from __future__ import annotations

import pytest

from publisher.adopt.vevent.lines import Calendar, read_calendars, read_lines
from publisher.errors import PublisherError


def calendars(text: str) -> tuple[Calendar, ...]:
    return read_calendars(read_lines(text.encode()), "calendar.ics")


def test_lines_know_where_they_start() -> None:
    text = read_lines(b"BEGIN:VCALENDAR\r\n\r\nX-A:1\r\n 2\r\n 3\r\nX-B:4\r\n")
    assert text.lines == ((1, "BEGIN:VCALENDAR"), (3, "X-A:123"), (6, "X-B:4"))


def test_a_fold_takes_one_blank_only() -> None:
    assert read_lines(b"SUMMARY:one\n  two\n\tthree").lines == ((1, "SUMMARY:one twothree"),)


def test_the_first_line_in_another_encoding_is_known() -> None:
    text = read_lines("X-A:æ\nX-B:".encode() + b"\xe6\nX-C:\xf8")
    assert text.foreign == 2
    assert [line for _, line in text.lines] == ["X-A:æ", "X-B:æ", "X-C:ø"]


def test_a_stray_line_belongs_to_the_text_above_or_nowhere() -> None:
    text = read_lines(b"stray\nDTSTART:1\nstray\nDESCRIPTION:one\nTwo: 2\n\nhttps://x.org")
    assert [line for _, line in text.lines] == ["DTSTART:1", "DESCRIPTION:one\\nTwo: 2\\nhttps://x.org"]


def test_what_is_inside_an_event_is_not_the_event() -> None:
    (made,) = calendars(
        "BEGIN:VCALENDAR\nX-A:1\nBEGIN:VEVENT\nSUMMARY:one\nBEGIN:VALARM\nSUMMARY:alarm\nEND:VALARM\n"
        "UID:1\nEND:VEVENT\nX-B:2\nEND:VCALENDAR"
    )
    (event,) = made.components
    assert (event.line, [one.text for one in event.properties()]) == (3, ["one", "1"])
    assert [line for _, line in made.lines if line.startswith("X-")] == ["X-A:1", "X-B:2"]


def test_a_zone_is_kept_with_its_parts() -> None:
    (made,) = calendars(
        "BEGIN:VCALENDAR\nBEGIN:VTIMEZONE\nTZID:X\nBEGIN:STANDARD\nDTSTART:1\nEND:STANDARD\nEND:VTIMEZONE\n"
    )
    (zone,) = made.named("VTIMEZONE")
    assert [line for _, line in zone.lines][2:5] == ["BEGIN:STANDARD", "DTSTART:1", "END:STANDARD"]


def test_an_event_that_was_never_closed_ends_where_the_next_begins() -> None:
    (made,) = calendars(
        "BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nBEGIN:VALARM\nBEGIN:VEVENT\nUID:2\nEND:VEVENT\nEND:VCALENDAR"
    )
    assert [[one.text for one in event.properties()] for event in made.components] == [["1"], ["2"]]


@pytest.mark.parametrize("end", ["BEGIN:VEVENT", "BEGIN:VEVENT\nBEGIN:VALARM\nEND:VALARM", "BEGIN:VTIMEZONE"])
def test_a_file_that_ends_inside_something_is_refused(end: str) -> None:
    with pytest.raises(PublisherError, match="ends in the middle"):
        calendars(f"BEGIN:VCALENDAR\n{end}")
