"""A file's bytes into a picture as browsers show it: upright, in sRGB, of the width that is needed.

https://pillow.readthedocs.io. Whatever is in the file, memory and time are bounded.
"""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from PIL.Image import Image
    from PIL.ImageFile import ImageFile

LARGEST = 30_000_000
"""Pixels that are decoded, in 4 bytes each, and twice while they are converted.

Of a JPEG that has more, every second, fourth or eighth of a line is.
"""
LARGEST_FILE = 64_000_000
"""Bytes."""
ORIENTATION = 0x0112
"""The tag of Exif 2.32 §4.6.4 that says how the camera was held."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A picture in RGB or RGBA without any metadata, and the sides of the original held upright."""

    image: Image
    width: int
    height: int


def decode(data: bytes, type: str, widest: int) -> Decoded | None:
    """The picture in `data`, at most `widest` pixels wide.

    None for one that is animated, damaged, or too large to be decoded.
    """
    try:
        image = _open(BytesIO(data), type)
        if type != "image/jpeg" and (_is_large(image) or getattr(image, "is_animated", False)):
            return None
        turned = _turned(image)
        width, height = (image.height, image.width) if _is_lying(turned) else image.size
        _draft(image, width / widest)
        if _is_large(image):
            return None
        profile = image.info.get("icc_profile")
        made = _narrow(_plain(image), turned, min(width, widest), width, height)
        made = _srgb(made, profile) if profile else made
        made = made if made.mode in ("RGB", "RGBA") else made.convert("RGB")
    except Exception:  # on damaged files Pillow raises far more than its own errors
        return None
    made.info.clear()
    return Decoded(made, width, height)


def _open(file: BytesIO, type: str) -> ImageFile:
    """The header, as what its bytes say it is and nothing else."""
    if type == "image/png":
        from PIL.PngImagePlugin import PngImageFile

        return PngImageFile(file)
    if type == "image/webp":
        from PIL.WebPImagePlugin import WebPImageFile

        return WebPImageFile(file)
    from PIL.JpegImagePlugin import JpegImageFile

    return JpegImageFile(file)


def _is_large(image: ImageFile) -> bool:
    return image.width * image.height > LARGEST


def _turned(image: ImageFile) -> int:
    """How the camera was held: 1 to 8, 1 where nobody knows."""
    try:
        found = image.getexif().get(ORIENTATION, 1)
    except Exception:  # browsers show a picture whose Exif is broken as it lies
        return 1
    return found if found in range(1, 9) else 1


def _is_lying(turned: int) -> bool:
    return turned >= 5


def _draft(image: ImageFile, times: float) -> None:
    """Have a JPEG decoded at a part of its size, if it is still twice too large then."""
    if times > 2:
        width, height = (max(1, round(side * 2 / times)) for side in image.size)
        image.draft(image.mode, (width, height))


def _plain(image: Image) -> Image:
    """`image` in a mode that can be scaled: RGB, RGBA or CMYK, 8 bits a channel."""
    image.load()
    if image.mode.startswith("I"):
        # 16 bits of grey, which Pillow would cut at 255.
        image = image.convert("I").point(lambda value: value * (1 / 257)).convert("L")
    mode = "RGBA" if image.has_transparency_data else "RGB"
    return image if image.mode in ("CMYK", mode) else image.convert(mode)


def _narrow(image: Image, turned: int, wanted: int, width: int, height: int) -> Image:
    """`image` upright and `wanted` pixels wide, where the original is `width` × `height`."""
    from PIL.Image import Transpose

    sides = wanted, max(1, round(height * wanted / width))
    scaled = scale(image, *(sides[::-1] if _is_lying(turned) else sides))
    methods = {
        2: Transpose.FLIP_LEFT_RIGHT,
        3: Transpose.ROTATE_180,
        4: Transpose.FLIP_TOP_BOTTOM,
        5: Transpose.TRANSPOSE,
        6: Transpose.ROTATE_270,
        7: Transpose.TRANSVERSE,
        8: Transpose.ROTATE_90,
    }
    return scaled.transpose(methods[turned]) if turned in methods else scaled


def scale(image: Image, width: int, height: int) -> Image:
    """`image` at that size."""
    from PIL.Image import Resampling

    if image.size == (width, height):
        return image
    return image.resize((width, height), Resampling.LANCZOS, reducing_gap=3.0)


def _srgb(image: Image, profile: bytes) -> Image:
    """`image`, whose colours are meant by `profile`, in the colours that screens have (IEC 61966-2-1)."""
    from PIL import ImageCms

    try:
        given = ImageCms.ImageCmsProfile(BytesIO(profile))
        if given.profile.xcolor_space.strip() != image.mode.removesuffix("A"):
            return image
        if "sRGB" in (given.profile.profile_description or ""):
            return image
        mode = "RGBA" if image.mode == "RGBA" else "RGB"
        made = ImageCms.profileToProfile(image, given, ImageCms.createProfile("sRGB"), outputMode=mode)
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return image
    return made or image
