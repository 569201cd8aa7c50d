"""Values where the library's own would say something else."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icalendar import vText

from publisher.render.calendar.value import Text, categories, geo, uri
from publisher.render.wire.fit import legible

from .lines import text


@given(st.text().map(legible))
def test_a_text_says_what_was_written(written: str) -> None:
    """ICS-013: with every backslash, and no line that ends where none did."""
    value = Text(written).to_ical().decode()
    assert text(value) == written
    assert "\n" not in value


def test_the_library_would_end_a_line_at_a_backslash_and_a_capital_n() -> None:
    """When it does no longer, Text can go."""
    assert vText("C:\\Nyt").to_ical() == b"C:\\nyt"
    assert Text("C:\\Nyt").to_ical() == b"C:\\\\Nyt"


def test_categories_are_told_apart() -> None:
    """A comma in one of them is no comma between two."""
    assert categories(["politik, ledelse", "\\N"]).to_ical() == b"politik\\, ledelse,\\\\N"


@pytest.mark.parametrize(
    ("place", "written"),
    [
        ("55.676,12.568", "55.676;12.568"),
        ("-33.8688197,151.2092957", "-33.86882;151.209296"),
        ("0.00000001, -0.0000001", "0;0"),
        ("90,-180", "90;-180"),
        ("10,100.50", "10;100.5"),
    ],
)
def test_a_place_on_earth_is_two_plain_numbers(place: str, written: str) -> None:
    """ICS-022: six decimals at most, a semicolon between them, and no exponents."""
    assert geo(place).to_ical().decode() == written


def test_an_address_says_that_it_is_one() -> None:
    """ICX-008: no parser misses it, and the standard demands it."""
    assert (
        uri("https://x.dk/", FEATURE=["AUDIO", "VIDEO"]).params.to_ical() == b"FEATURE=AUDIO,VIDEO;VALUE=URI"
    )
