"""Files that others can open, without anything that nobody asked for, and the same each time."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from publisher.prepare.encode import FAVICON, ico, jpeg, opaque, png, webp
from tests.prepare.originals import near, photo, quartered


def opened(data: bytes) -> Image.Image:
    image = Image.open(BytesIO(data))
    image.load()
    return image


@pytest.mark.parametrize(("encode", "format"), [(webp, "WEBP"), (jpeg, "JPEG"), (png, "PNG"), (ico, "ICO")])
def test_the_same_picture_is_the_same_bytes(encode: object, format: str) -> None:
    assert callable(encode)
    data = encode(photo(90, 90))
    assert data == encode(photo(90, 90))
    assert opened(data).format == format


@pytest.mark.parametrize("encode", [jpeg, png])
def test_white_shows_through_where_nothing_may(encode: object) -> None:
    assert callable(encode)
    image = quartered(mode="RGBA")
    image.putalpha(0)
    found = opened(encode(image))
    assert (found.mode, near(found.getpixel((9, 9)), (255, 255, 255), 3)) == ("RGB", True)


def test_webp_keeps_what_is_transparent() -> None:
    image = photo(60, 60).convert("RGBA")
    image.putalpha(99)
    found = opened(webp(image))
    assert found.mode == "RGBA"
    assert found.getchannel("A").getextrema() == (99, 99)


def test_what_is_drawn_loses_nothing() -> None:
    """Two lines of text, say, are smaller without any loss."""
    drawn = quartered(640, 480)
    data = webp(drawn, is_drawn=True)
    assert len(data) < len(webp(drawn))
    assert opened(data).convert("RGB").tobytes() == drawn.tobytes()


def test_what_is_drawn_and_looks_like_a_photo_is_taken_for_one() -> None:
    noise = Image.effect_noise((200, 200), 90).convert("RGB")
    assert webp(noise, is_drawn=True) == webp(noise)


def test_a_jpeg_is_shown_while_it_comes() -> None:
    assert opened(jpeg(photo(90, 90))).info["progressive"]


def test_a_favicon_has_every_side_that_browsers_ask_for() -> None:
    assert opened(ico(photo(90, 90))).info["sizes"] == {(side, side) for side in FAVICON}


def test_what_is_opaque_already_is_left_alone() -> None:
    image = photo(9, 9)
    assert opaque(image) is image
