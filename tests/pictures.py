"""Small files of large pictures, of every kind that directories take or refuse."""

from __future__ import annotations

import struct
import zlib
from functools import cache
from io import BytesIO

GREY, RGB, INDEXED, GREY_ALPHA, RGBA = 0, 2, 3, 4, 6
"""Colour types of PNG (https://www.w3.org/TR/png-3/#6Colour-values)."""
_CHANNELS = {GREY: 1, RGB: 3, INDEXED: 1, GREY_ALPHA: 2, RGBA: 4}


def chunk(name: bytes, body: bytes = b"") -> bytes:
    """A chunk of a PNG file."""
    return struct.pack(">I", len(body)) + name + body + struct.pack(">I", zlib.crc32(name + body))


@cache
def png(
    width: int = 3000, height: int | None = None, colours: int = RGB, *, transparent: bool = False
) -> bytes:
    """A black PNG; `transparent` marks one colour as such."""
    height = width if height is None else height
    line = bytes(1 + width * _CHANNELS[colours])
    packer = zlib.compressobj(9)
    body = b"".join(packer.compress(line) for _ in range(height)) + packer.flush()
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, colours, 0, 0, 0))
    palette = chunk(b"PLTE", bytes(3)) if colours == INDEXED else b""
    mark = chunk(b"tRNS", bytes(1 if colours == INDEXED else 6)) if transparent else b""
    return b"\x89PNG\r\n\x1a\n" + head + palette + mark + chunk(b"IDAT", body) + chunk(b"IEND")


@cache
def jpeg(width: int = 1400, height: int | None = None, mode: str = "RGB") -> bytes:
    """A black JPEG; `mode` is Pillow's word for its colours."""
    from PIL import Image

    file = BytesIO()
    Image.new(mode, (width, width if height is None else height)).save(file, "JPEG")
    return file.getvalue()
