"""What was made of a picture, and the assets that pages know it by."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path, PurePosixPath

from publisher.model import Asset, Look, Picture, Rendition

EXTENSIONS = {"image/webp": ".webp", "image/jpeg": ".jpg", "image/png": ".png"}
FAVICON = "favicon.ico"
"""Where browsers look for it whatever a page says, so its key cannot name its bytes."""


class Use(StrEnum):
    """What a file was made for."""

    SIZE = "size"
    SOCIAL = "social"
    ICON = "icon"
    FAVICON = "favicon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """A file that we made. Sides are in pixels; `body` is its bytes, or the file that has them."""

    use: Use
    width: int
    height: int
    type: str
    size: int
    sha256: str
    body: bytes | Path


@dataclass(frozen=True, slots=True, kw_only=True)
class Files:
    """Everything that was made of one picture."""

    made: tuple[Made, ...] = ()
    look: Look | None = None

    def of(self, use: Use) -> Iterator[Made]:
        """Those made for `use`, smallest first."""
        return (one for one in self.made if one.use is use)


def renditions(original: str, files: Files) -> tuple[Rendition, ...]:
    """The sizes of the picture with the key `original`."""
    return tuple(
        Rendition(width=one.width, height=one.height, asset=_asset(_key(original, one), one))
        for one in files.of(Use.SIZE)
    )


def social(original: str, files: Files) -> Asset | None:
    """The picture that links show."""
    return next((_asset(_key(original, one), one) for one in files.of(Use.SOCIAL)), None)


def icons(original: str, files: Files) -> tuple[Asset, ...]:
    """The icons."""
    return tuple(_asset(_key(original, one), one) for one in files.of(Use.ICON))


def favicon(files: Files) -> Asset | None:
    """The favicon."""
    return next((_asset(FAVICON, one) for one in files.of(Use.FAVICON)), None)


def _key(original: str, made: Made) -> str:
    """`art/cover-0123456789ab.png` → `art/cover-640w-ba9876543210.webp`."""
    name = re.sub(r"-[0-9a-f]{12}$", "", PurePosixPath(original).stem)
    return f"art/{name}-{made.width}w-{made.sha256[:12]}{EXTENSIONS[made.type]}"


def _asset(key: str, made: Made) -> Asset:
    return Asset(
        key=key,
        path=made.body if isinstance(made.body, Path) else Path(),
        size=made.size,
        sha256=made.sha256,
        type=made.type,
        picture=_picture(made),
        body=None if isinstance(made.body, Path) else made.body,
    )


def _picture(made: Made) -> Picture | None:
    """What it is as art, of which a WebP is none."""
    if made.use in (Use.SIZE, Use.FAVICON):
        return None
    return Picture(width=made.width, height=made.height, colours="RGB")
