"""Colours: the names of CSS3, and no other."""

from __future__ import annotations

import pytest

from publisher.render.calendar.colour import hexadecimal


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("turquoise", "#40E0D0"),
        ("DarkSlateGrey", "#2F4F4F"),
        ("rebeccapurple", None),
        ("#40e0d0", None),
        ("blå", None),
        (None, None),
    ],
)
def test_a_colour_is_known_by_its_name(name: str | None, expected: str | None) -> None:
    """RFC 7986 §5.9 knows those of 2011; Apple wants the number."""
    assert hexadecimal(name) == expected
