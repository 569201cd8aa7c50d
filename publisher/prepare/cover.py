"""A cover to start with: what directories accept (APPLE-023), until the show has its own."""

from __future__ import annotations

import hashlib
import io
import textwrap

SIDE = 3000
LATIN = 0x250


def starter_cover(title: str) -> bytes:
    """A 3000×3000 JPEG with the title on a colour of its own.

    The colour alone where the title has letters that the font which comes with Pillow has not.
    """
    from PIL import Image, ImageDraw, ImageFont

    hue = int.from_bytes(hashlib.sha256(title.encode()).digest()[:2], "big") % 360
    picture = Image.new("HSV", (SIDE, SIDE), (hue * 255 // 360, 140, 90)).convert("RGB")
    lines = textwrap.wrap(title, 14)[:6] if all(ord(letter) < LATIN for letter in title) else []
    font = ImageFont.load_default(size=min(360, 2200 // max(1, len(lines))))
    text = "\n".join(lines)
    ImageDraw.Draw(picture).multiline_text((SIDE // 2, SIDE // 2), text, "white", font, "mm", 60, "center")
    data = io.BytesIO()
    picture.save(data, "JPEG", quality=85, dpi=(72, 72))
    return data.getvalue()
