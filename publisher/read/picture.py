"""Art as directories judge it: a JPEG or PNG opened by Pillow, its header and its end (APPLE-023, APPLE-024).

Nothing is decoded that ends as it should, so size is no danger. https://pillow.readthedocs.io
"""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from publisher.errors import PublisherError
from publisher.model import Asset, Picture
from publisher.read.asset import read_picture

if TYPE_CHECKING:
    from PIL.ImageFile import ImageFile

ENDS = {"image/jpeg": b"\xff\xd9", "image/png": b"IEND\xaeB`\x82"}
TAIL = 64
"""Bytes in which the end mark must be: some programs leave a few behind it."""
LARGEST = 100_000_000
"""Pixels that are decoded, at an eighth of the size, to see whether a JPEG is whole."""
COLOURS = {"RGB": "RGB", "RGBA": "RGB", "P": "indexed", "CMYK": "CMYK"}
GREYS = ("1", "L", "LA", "I")


class PictureError(PublisherError):
    """A picture that nobody could look at; the message ends a sentence that names it."""


def read_art(path: Path) -> Asset | None:
    """The picture at `path` as art; None when its bytes are none. May raise OSError and PictureError."""
    asset = read_picture(path, "art")
    if asset is None or asset.type not in ENDS:
        return asset
    with path.open("rb") as file:
        return replace(asset, picture=look(file, asset.type))


def look(file: BinaryIO, type: str) -> Picture:
    """What the JPEG or PNG in `file` is. Raises PictureError when it is broken or cut short."""
    try:
        image = _open(file, type)
        picture = Picture(
            width=image.width,
            height=image.height,
            colours=_colours(image.mode),
            alpha=image.mode in ("LA", "RGBA") or "transparency" in image.info,
        )
        if not _is_ended(file, type):
            _read_through(image, type)
    except Exception as error:  # on damaged files Pillow raises far more than its own errors
        raise PictureError("which is damaged or cut short: no app would show it") from error
    return picture


def _open(file: BinaryIO, type: str) -> ImageFile:
    """The header. One plugin alone is loaded, and none that looks at other formats."""
    if type == "image/png":
        from PIL.PngImagePlugin import PngImageFile

        return PngImageFile(file)
    from PIL.JpegImagePlugin import JpegImageFile

    return JpegImageFile(file)


def _colours(mode: str) -> str:
    """What people call a mode of Pillow's."""
    return COLOURS.get(mode) or ("greyscale" if mode.partition(";")[0] in GREYS else mode)


def _is_ended(file: BinaryIO, type: str) -> bool:
    at = file.tell()
    file.seek(-min(TAIL, file.seek(0, os.SEEK_END)), os.SEEK_END)
    tail = file.read()
    file.seek(at)
    return ENDS[type] in tail


def _read_through(image: ImageFile, type: str) -> None:
    """Raise what Pillow raises, if the picture is not there to its end."""
    if type == "image/png":
        image.verify()
    elif image.width * image.height <= LARGEST:
        image.draft("RGB", (image.width // 8, image.height // 8))
        image.load()
