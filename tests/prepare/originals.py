"""Pictures as cameras and programs make them, in files, and editions that show them."""

from __future__ import annotations

import struct
from collections.abc import Callable
from datetime import UTC, datetime
from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

from PIL import Image

from publisher.model import Article, Asset, Edition, Origin, Published, Show
from publisher.prepare.shown import ART, Picture

TYPES = {"JPEG": "image/jpeg", "PNG": "image/png", "WEBP": "image/webp", "GIF": "image/gif"}
NOW = datetime(2026, 1, 31, 6, tzinfo=UTC)
CORNERS = ("red", "lime", "blue", "yellow")
"""Of `quartered`: top left, top right, bottom left, bottom right."""


def quartered(width: int = 400, height: int = 200, mode: str = "RGB") -> Image.Image:
    """A picture with another colour in each corner."""
    image = Image.new("RGB", (width, height))
    for place, colour in enumerate(CORNERS):
        down, right = divmod(place, 2)
        image.paste(colour, (right * width // 2, down * height // 2, width, height))
    return image.convert(mode)


def photo(width: int, height: int, seed: int = 0) -> Image.Image:
    """A picture with something in it everywhere, another for each `seed`."""
    image = Image.linear_gradient("L").resize((width, height))
    other = Image.radial_gradient("L").resize((width, height))
    return Image.merge("RGB", (image, other, image.point(lambda value: (value + seed) % 256)))


def encoded(image: Image.Image, format: str = "JPEG", **settings: Any) -> bytes:
    """The bytes of a file with `image` in it."""
    file = BytesIO()
    image.save(file, format, **settings)
    return file.getvalue()


def exif(orientation: int) -> bytes:
    """Exif that says how the camera was held, and where it was: 55° N, 12° E."""
    told = Image.Exif()
    told[0x0112] = orientation
    told[0x8825] = {1: "N", 2: (55.0, 40.0, 34.0), 3: "E", 4: (12.0, 34.0, 6.0)}
    return told.tobytes()


def profile() -> bytes:
    """An ICC profile in which red and green have changed places (ICC.1:2001-04)."""
    white, gamma = (0.9642, 1.0, 0.8249), b"curv\0\0\0\0" + struct.pack(">IH", 1, 2 * 256 + 51)
    red, green, blue = (0.3851, 0.7169, 0.0971), (0.4361, 0.2225, 0.0139), (0.1431, 0.0606, 0.7141)
    name = b"swapped\0"
    text = b"desc\0\0\0\0" + struct.pack(">I", len(name)) + name + bytes(78)
    tags = {
        b"desc": text,
        b"wtpt": _xyz(white),
        b"rXYZ": _xyz(red),
        b"gXYZ": _xyz(green),
        b"bXYZ": _xyz(blue),
        b"rTRC": gamma,
        b"gTRC": gamma,
        b"bTRC": gamma,
        b"cprt": b"text\0\0\0\0none\0",
    }
    table, body, at = b"", b"", 128 + 4 + 12 * len(tags)
    for tag, data in tags.items():
        table += tag + struct.pack(">II", at + len(body), len(data))
        body += data + bytes(-len(data) % 4)
    rest = struct.pack(">I", len(tags)) + table + body
    head = struct.pack(">I4sI4s4s4s12s4s", 128 + len(rest), b"none", 0x02100000, b"mntr", b"RGB ", b"XYZ ",
                       struct.pack(">6H", 2026, 1, 1, 0, 0, 0), b"acsp")  # fmt: skip
    head += bytes(28) + _s15(white)
    return head.ljust(128, b"\0") + rest


def _xyz(values: tuple[float, ...]) -> bytes:
    return b"XYZ \0\0\0\0" + _s15(values)


def _s15(values: tuple[float, ...]) -> bytes:
    return b"".join(struct.pack(">i", round(value * 65536)) for value in values)


def near(pixel: object, colour: tuple[int, ...], most: int = 40) -> bool:
    """Whether a pixel has that colour, but for what coding loses."""
    assert isinstance(pixel, tuple)
    return all(abs(one - other) <= most for one, other in zip(pixel, colour, strict=False))


def picture(path: Path, type: str = "image/jpeg", **wanted: Any) -> Picture:
    """What is to be made of the file at `path`."""
    data = path.read_bytes()
    wanted = {"widths": ART} | wanted
    return Picture(path=path, type=type, size=len(data), sha256=sha256(data).hexdigest(), **wanted)


def asset(path: Path, folder: str = "art") -> Asset:
    """The file at `path` as reading has it."""
    data = path.read_bytes()
    kinds = {".jpg": "JPEG", ".png": "PNG", ".webp": "WEBP", ".gif": "GIF"}
    digest = sha256(data).hexdigest()
    return Asset(
        key=f"{folder}/{path.stem}-{digest[:12]}{path.suffix}",
        path=path,
        size=len(data),
        sha256=digest,
        type=TYPES[kinds[path.suffix]],
    )


def file(folder: Path) -> Callable[[str, Image.Image], Path]:
    """Saves pictures in `folder`."""

    def saved(name: str, image: Image.Image) -> Path:
        path = folder / name
        image.save(path)
        return path

    return saved


def article(number: int, **said: Any) -> Published[Article]:
    """An article that is published."""
    entry = Article(path=f"{number}", slug=f"{number}", title=f"{number}", origin=Origin(file="a.md"), **said)
    return Published(entry=entry, guid=f"{number}", slug=f"{number}", published=NOW, updated=NOW)


def edition(cover: Asset | None = None, *articles: Published[Article], **show: Any) -> Edition:
    """A show with that cover and those articles."""
    made = Show(title="A show", base_url="https://example.org", cover=cover, **show)
    return Edition(show=made, guid="g", updated=NOW, articles=articles)
