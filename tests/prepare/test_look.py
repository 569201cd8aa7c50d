"""The pages have the cover's colour, and everybody can read it."""

from __future__ import annotations

import colorsys

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from publisher.model import Look
from publisher.prepare.look import READABLE, contrast, look, toned
from tests.prepare.originals import photo

COLOUR = st.tuples(*[st.integers(0, 255)] * 3)


def hue(colour: str) -> float:
    """The hue of `#rrggbb` in degrees."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    return colorsys.rgb_to_hls(*parts)[0] * 360


def apart(one: float, other: float) -> float:
    return min((one - other) % 360, (other - one) % 360)


def is_readable(found: Look) -> bool:
    """Text in the accent on the page and on its washes, and text on the accent."""
    return all(
        contrast(*pair) >= READABLE
        for pair in (
            (found.accent, "#ffffff"),
            (found.accent, found.wash),
            (found.accent_dark, "#000000"),
            (found.accent_dark, found.wash_dark),
            ("#1a1a1a", found.wash),
            ("#eeeeee", found.wash_dark),
        )
    )


@settings(max_examples=2000, derandomize=True, deadline=None)
@given(COLOUR)
def test_every_colour_can_be_read(colour: tuple[int, int, int]) -> None:
    assert is_readable(toned(colour))


@settings(max_examples=500, derandomize=True, deadline=None)
@given(COLOUR)
def test_every_colour_keeps_its_hue(colour: tuple[int, int, int]) -> None:
    """As far as it has one: of what is nearly grey, a step of 256 is a jump around the circle."""
    if max(colour) - min(colour) < 60:
        return
    meant, found = hue("#" + bytes(colour).hex()), toned(colour)
    assert apart(hue(found.accent), meant) < 6
    assert apart(hue(found.accent_dark), meant) < 6


def test_without_a_cover_it_can_be_read() -> None:
    assert is_readable(Look())


@pytest.mark.parametrize(
    ("colours", "meant"),
    [
        ({"white": 95, "crimson": 5}, 348),
        ({"beige": 70, "darkblue": 30}, 240),
        ({"black": 98, "gold": 2}, 51),
        ({"teal": 60, "orange": 4, "grey": 36}, 180),
        ({"green": 100}, 120),
    ],
    ids=str,
)
def test_the_colour_is_the_one_people_would_say(colours: dict[str, int], meant: float) -> None:
    cover = Image.new("RGB", (300, 300))
    top = 0
    for colour, share in colours.items():
        cover.paste(colour, (0, top, 300, top + 3 * share))
        top += 3 * share
    found = look(cover)
    assert found
    assert apart(hue(found.accent), meant) < 6
    assert is_readable(found)


@pytest.mark.parametrize("colour", ["white", "black", "grey", "snow"])
def test_a_cover_without_colour_gives_none(colour: str) -> None:
    assert look(Image.new("RGB", (300, 300), colour)) is None


def test_a_speck_of_colour_is_not_the_covers() -> None:
    cover = Image.new("RGB", (1000, 1000), "white")
    cover.paste("red", (0, 0, 50, 50))
    assert look(cover) is None


def test_the_same_cover_has_the_same_look() -> None:
    assert look(photo(300, 300)) == look(photo(300, 300))


def test_contrast_is_that_of_the_standard() -> None:
    """Values of the WebAIM contrast checker."""
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#767676", "#ffffff") == pytest.approx(4.54, abs=0.005)
    assert contrast("#0000ff", "#ffffff") == pytest.approx(8.59, abs=0.005)
    assert contrast("#123456", "#123456") == 1
