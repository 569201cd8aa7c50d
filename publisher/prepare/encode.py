"""A picture into the bytes of a file: WebP, JPEG, PNG and ICO, the same bytes each time."""

from __future__ import annotations

from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image

TALLEST = 16_383
"""Pixels: the longest side of a WebP (RFC 9649 §2.6)."""
FAVICON = (16, 32, 48)
"""Sides of the pictures in a favicon."""


def webp(image: Image, *, is_drawn: bool = False) -> bytes:
    """A WebP (RFC 9649) that nobody tells from the original on a page.

    What `is_drawn`, or written, may be smaller without any loss.
    """
    lossy = _saved(image, "WEBP", quality=80, method=4)
    exact = _saved(image, "WEBP", lossless=True, quality=50, method=2) if is_drawn else lossy
    return min(lossy, exact, key=len)


def jpeg(image: Image) -> bytes:
    """A JPEG that is shown while it comes, since Open Graph's readers know no WebP. White shows through."""
    return _saved(opaque(image), "JPEG", quality=82, optimize=True, progressive=True)


def png(image: Image) -> bytes:
    """A PNG, as icons must be. White shows through: what is behind an icon is anybody's guess."""
    return _saved(opaque(image), "PNG", optimize=True)


def ico(image: Image) -> bytes:
    """A favicon, in the plain bitmaps that every browser reads."""
    return _saved(image, "ICO", sizes=[(side, side) for side in FAVICON], bitmap_format="bmp")


def opaque(image: Image) -> Image:
    """`image` on white."""
    import PIL.Image

    if image.mode == "RGB":
        return image
    white = PIL.Image.new("RGBA", image.size, "white")
    white.alpha_composite(image)
    return white.convert("RGB")


def _saved(image: Image, format: str, **settings: object) -> bytes:
    file = BytesIO()
    image.save(file, format, **settings)
    return file.getvalue()
