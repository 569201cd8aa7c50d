"""publisher.adopt.vevent.property: content lines (RFC 5545 §3.1)."""

from __future__ import annotations

import pytest

from publisher.adopt.vevent.property import read_property


def test_parameters_may_be_in_quotes() -> None:
    found = read_property('DTSTART;TZID="(UTC+01:00) Copenhagen, Paris";VALUE=date-time:20260601T090000', 7)
    assert found
    assert (found.name, found.line, found.value) == ("DTSTART", 7, "20260601T090000")
    assert found.params == {"TZID": "(UTC+01:00) Copenhagen, Paris", "VALUE": "date-time"}


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        (r"a\, b\; c\\n d\nE\N", "a, b; c\\n d\nE"),
        (r"C:\\temp\, 100%2C", r"C:\temp, 100%2C"),
        ("a\x00\x0bb\x7f", "ab"),
        (r"\x", r"\x"),
    ],
)
def test_text_is_what_was_meant(written: str, meant: str) -> None:
    found = read_property(f"summary:{written}", 1)
    assert found
    assert found.text == meant


def test_a_list_is_parted_at_commas_that_are_no_text() -> None:
    found = read_property(r"CATEGORIES:a\,b,c:d,,\\,e\,", 1)
    assert found
    assert found.texts == ("a,b", "c:d", "\\", "e,")


@pytest.mark.parametrize(
    "line",
    ["ATTENDEE;CN=Lars:mailto:lars@example.org", "X-ANY:1", "SUMMARY", "", ":", 'SUMMARY;LANGUAGE="da:x'],
)
def test_what_we_make_nothing_of_is_not_even_read(line: str) -> None:
    assert read_property(line, 1) is None
