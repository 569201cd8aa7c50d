"""The cover's colours, as light or dark as it takes to read them (WCAG 2.2 SC 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterable
from colorsys import hls_to_rgb, rgb_to_hls
from itertools import count
from typing import TYPE_CHECKING

from publisher.model import Look

if TYPE_CHECKING:
    from PIL.Image import Image

Colour = tuple[int, int, int]
"""Red, green and blue in sRGB, each 0 to 255."""

READABLE = 4.5
"""The contrast that text of any size needs."""
SIDE, COLOURS = 64, 16
"""What a cover is reduced to before its colours are compared: pixels, and different ones."""
LEAST_SHARE, LEAST_CHROMA = 0.005, 0.15
"""Of the pixels, and of the way from grey to the purest colour: what is less is no colour of the cover's."""


def look(cover: Image) -> Look | None:
    """The look that goes with `cover`, an RGB picture; None for one without colour."""
    from publisher.prepare.decode import scale

    few = scale(cover, SIDE, SIDE).quantize(COLOURS).convert("RGB")
    colour = _strongest(few.getcolors(COLOURS) or ())
    return toned(colour) if colour else None


def toned(colour: Colour) -> Look:
    """The look that keeps the hue of `colour`, and its lightness as far as it can be read."""
    hue, light, pure = rgb_to_hls(*(part / 255 for part in colour))
    wash, wash_dark = _hex(hue, 0.96, min(pure, 0.4)), _hex(hue, 0.12, min(pure, 0.25))
    return Look(
        accent=_readable(hue, min(max(light, 0.28), 0.45), min(pure, 0.85), wash, -1 / 255),
        accent_dark=_readable(hue, min(max(light, 0.6), 0.8), min(pure, 0.65), wash_dark, 1 / 255),
        wash=wash,
        wash_dark=wash_dark,
    )


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _strongest(colours: Iterable[tuple[int, object]]) -> Colour | None:
    """The colour that people would say a cover has: a pure one counts more than a common one."""
    strong = []
    for number, colour in colours:
        if isinstance(colour, tuple):
            share, chroma = number / SIDE**2, (max(colour) - min(colour)) / 255
            if share >= LEAST_SHARE and chroma >= LEAST_CHROMA:
                strong.append((share**0.5 * chroma, colour))
    return max(strong)[1] if strong else None


def _readable(hue: float, light: float, pure: float, ground: str, step: float) -> str:
    """The colour nearest to `light`, in the direction of `step`, that can be read on `ground`."""
    tones = (_hex(hue, min(max(light + step * number, 0), 1), pure) for number in count())
    return next(tone for tone in tones if contrast(tone, ground) >= READABLE)


def _hex(hue: float, light: float, pure: float) -> str:
    red, green, blue = (round(part * 255) for part in hls_to_rgb(hue, light, pure))
    return f"#{red:02x}{green:02x}{blue:02x}"


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2)."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
