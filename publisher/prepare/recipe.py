"""What is made of a picture: smaller sizes, the one that links show, and of a cover icons and colours."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from typing import TYPE_CHECKING

from publisher.prepare.decode import LARGEST_FILE, decode, scale
from publisher.prepare.encode import FAVICON, TALLEST, ico, jpeg, opaque, png, webp
from publisher.prepare.files import Files, Made, Use
from publisher.prepare.look import look
from publisher.prepare.shown import Picture

if TYPE_CHECKING:
    from PIL.Image import Image

    from publisher.prepare.decode import Decoded

VERSION = 1
"""Raised with every change of what is made, so that nothing made otherwise is found again."""
SOCIAL = 1200
"""The longer side in pixels of what a link shows (https://ogp.me; readers take up to about 1 MB)."""
ICONS = (32, 180, 512)
"""Sides in pixels: a tab's, the one iOS asks for, and the one Android does."""


def name(picture: Picture) -> str:
    """What the files made of `picture` are known by: the same name, the same bytes."""
    import PIL

    recipe = VERSION, PIL.__version__, picture.widths, picture.social, picture.icons
    return sha256(f"{picture.sha256} {recipe}".encode()).hexdigest()


def follow(picture: Picture) -> Files | None:
    """What is made of `picture`, nothing of one that cannot be shown.

    None where its file is not, or not any more, the one that was read: try again.
    """
    try:
        if picture.size > LARGEST_FILE:
            return Files()
        data = picture.path.read_bytes()
    except OSError:
        return None
    if sha256(data).hexdigest() != picture.sha256:
        return None
    widest = max(*picture.widths, SOCIAL if picture.social else 0)
    found = decode(data, picture.type, widest)
    if found is None:
        return Files()
    made = list(_sizes(found, picture))
    made += [_social(found)] if picture.social else []
    square = _square(found.image) if picture.icons else None
    made += _icons(square) if square else []
    return Files(made=tuple(made), look=look(square) if square else None)


def _sizes(found: Decoded, picture: Picture) -> Iterator[Made]:
    """Those narrower than the original; and if it is no wider than the widest, its own.

    So that whoever shows it needs no original, and knows its sides.
    """
    for width in sorted({min(one, found.width) for one in picture.widths}):
        height = max(1, round(found.height * width / found.width))
        if height <= TALLEST:
            image = scale(found.image, width, height)
            is_drawn = width == found.width and picture.type == "image/png"
            yield _made(Use.SIZE, image, "image/webp", webp(image, is_drawn=is_drawn))


def _social(found: Decoded) -> Made:
    longest = max(found.width, found.height)
    times = min(1, SOCIAL / longest)
    sides = (max(1, round(side * times)) for side in (found.width, found.height))
    image = scale(found.image, *sides)
    return _made(Use.SOCIAL, image, "image/jpeg", jpeg(image))


def _square(image: Image) -> Image:
    """The middle of `image`, on white."""
    side = min(image.size)
    left, top = (image.width - side) // 2, (image.height - side) // 2
    return opaque(image.crop((left, top, left + side, top + side)))


def _icons(square: Image) -> Iterator[Made]:
    for side in ICONS:
        if side <= square.width:
            image = scale(square, side, side)
            yield _made(Use.ICON, image, "image/png", png(image))
    if square.width >= min(FAVICON):
        yield _made(Use.FAVICON, square, "image/vnd.microsoft.icon", ico(square))


def _made(use: Use, image: Image, type: str, data: bytes) -> Made:
    return Made(
        use=use,
        width=image.width,
        height=image.height,
        type=type,
        size=len(data),
        sha256=sha256(data).hexdigest(),
        body=data,
    )
