"""What a picture is by its bytes, as directories judge it (APPLE-023)."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Picture:
    """A JPEG or PNG, opened. Sides are in pixels; `alpha` is whether anything of it may be transparent."""

    width: int
    height: int
    colours: str
    """Its colour space: RGB, indexed (a palette of RGB), greyscale or CMYK."""
    alpha: bool = False
