"""A picture comes out as browsers show it; what cannot be shown comes out as nothing."""

from __future__ import annotations

import struct
from io import BytesIO
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageColor

from publisher.prepare import decode as module
from publisher.prepare.decode import decode, scale
from tests.pictures import chunk, png
from tests.prepare.originals import CORNERS, TYPES, encoded, exif, near, photo, profile, quartered
from tests.read.project import HOSTILE

pytestmark = pytest.mark.filterwarnings(
    "ignore::UserWarning:PIL", "ignore::PIL.Image.DecompressionBombWarning"
)
"""As `illustrate` has it, for all its threads at once."""
COLOURS = [ImageColor.getrgb(name) for name in CORNERS]
RED, LIME, BLUE, YELLOW = COLOURS


def decoded(data: bytes, type: str = "image/jpeg", widest: int = 1280) -> Image.Image:
    found = decode(data, type, widest)
    assert found
    return found.image


def corners(image: Image.Image) -> list[object]:
    """The colour of each quarter, in the order of CORNERS."""
    xs, ys = (image.width // 4, image.width * 3 // 4), (image.height // 4, image.height * 3 // 4)
    return [image.getpixel((x, y)) for y in ys for x in xs]


@pytest.mark.parametrize(
    ("orientation", "meant"),
    [
        (1, [RED, LIME, BLUE, YELLOW]),
        (2, [LIME, RED, YELLOW, BLUE]),
        (3, [YELLOW, BLUE, LIME, RED]),
        (4, [BLUE, YELLOW, RED, LIME]),
        (5, [RED, BLUE, LIME, YELLOW]),
        (6, [BLUE, RED, YELLOW, LIME]),
        (7, [YELLOW, LIME, BLUE, RED]),
        (8, [LIME, YELLOW, RED, BLUE]),
    ],
)
@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_a_picture_is_upright_however_the_camera_was_held(
    format: str, orientation: int, meant: list[tuple[int, ...]]
) -> None:
    """Exif 2.32 §4.6.4; the sides are those of the picture as it is seen."""
    data = encoded(quartered(800, 400), format, exif=exif(orientation))
    found = decode(data, TYPES[format], 100)
    assert found
    sides = (800, 400) if orientation < 5 else (400, 800)
    assert ((found.width, found.height), found.image.size) == (sides, (100, 100 * sides[1] // sides[0]))
    assert all(near(pixel, colour) for pixel, colour in zip(corners(found.image), meant, strict=True))


@pytest.mark.parametrize("orientation", [0, 9, 65535])
def test_an_orientation_that_is_none_turns_nothing(orientation: int) -> None:
    image = decoded(encoded(quartered(), exif=exif(orientation)))
    assert all(near(pixel, colour) for pixel, colour in zip(corners(image), COLOURS, strict=True))


def test_broken_exif_spoils_no_picture() -> None:
    assert decoded(encoded(quartered(), exif=b"Exif\0\0MM\0*\0\0\0\x08\xff\xff\xff")).size == (400, 200)


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_colours_are_those_that_were_meant(format: str) -> None:
    """By a profile in which red and green have changed places."""
    data = encoded(quartered(), format, icc_profile=profile())
    red, lime, blue, _ = corners(decoded(data, TYPES[format]))
    assert near(red, LIME, 60)
    assert near(lime, RED, 60)
    assert near(blue, BLUE, 60)


def test_transparency_survives_a_profile() -> None:
    image = quartered(mode="RGBA")
    image.putalpha(77)
    found = decoded(encoded(image, "PNG", icc_profile=profile()), "image/png")
    assert found.mode == "RGBA"
    assert found.getpixel((10, 10))[3] == 77  # type: ignore[index]


@pytest.mark.parametrize("data", [b"", b"no profile", profile()[:200], bytes(128)])
def test_a_broken_profile_spoils_no_picture(data: bytes) -> None:
    image = decoded(encoded(quartered(), "PNG", icc_profile=data), "image/png")
    assert corners(image) == COLOURS


def test_a_profile_of_other_colours_spoils_no_picture() -> None:
    """One for RGB in a picture of greys."""
    assert decoded(encoded(photo(90, 90).convert("L"), "JPEG", icc_profile=profile())).mode == "RGB"


@pytest.mark.parametrize(
    ("mode", "format", "meant"),
    [
        ("RGB", "JPEG", "RGB"),
        ("L", "JPEG", "RGB"),
        ("CMYK", "JPEG", "RGB"),
        ("1", "PNG", "RGB"),
        ("L", "PNG", "RGB"),
        ("LA", "PNG", "RGBA"),
        ("P", "PNG", "RGB"),
        ("RGBA", "PNG", "RGBA"),
        ("I;16", "PNG", "RGB"),
        ("RGBA", "WEBP", "RGBA"),
    ],
)
def test_every_kind_of_colours_is_taken(mode: str, format: str, meant: str) -> None:
    image = Image.new(mode, (300, 300)) if mode == "I;16" else photo(300, 300).convert(mode)
    if mode.endswith("A"):
        image.putalpha(77)
    assert decoded(encoded(image, format), TYPES[format]).mode == meant


def test_cmyk_is_not_upside_down() -> None:
    image = decoded(encoded(quartered(mode="CMYK"), "JPEG"))
    assert all(near(pixel, colour) for pixel, colour in zip(corners(image), COLOURS, strict=True))


def test_a_transparent_colour_stays_transparent() -> None:
    """The tRNS of PNG, in a palette and without."""
    image = decoded(png(20, transparent=True), "image/png")
    assert image.getpixel((3, 3)) == (0, 0, 0, 0)
    assert decoded(png(20, colours=3, transparent=True), "image/png").mode == "RGBA"


def test_sixteen_bits_of_grey_keep_their_greys() -> None:
    image = Image.new("I;16", (64, 64), 0x8080)
    assert decoded(encoded(image, "PNG"), "image/png").getpixel((9, 9)) == (128, 128, 128)


def test_nothing_is_enlarged() -> None:
    assert decoded(encoded(photo(90, 40)), widest=1280).size == (90, 40)


def test_no_side_is_nothing() -> None:
    assert decoded(encoded(photo(3000, 2)), widest=160).size == (160, 1)


def test_metadata_stays_behind() -> None:
    """Where the photographer lives, say."""
    assert decoded(encoded(quartered(), exif=exif(6), icc_profile=profile())).info == {}


@pytest.mark.parametrize("format", ["PNG", "WEBP", "GIF"])
def test_what_moves_is_left_alone(format: str) -> None:
    frames = [photo(50, 50, seed) for seed in (0, 99)]
    data = encoded(frames[0], format, save_all=True, append_images=frames[1:])
    assert decode(data, TYPES[format], 20) is None


@pytest.mark.parametrize("format", ["JPEG", "PNG", "WEBP"])
def test_what_is_cut_short_is_nothing(format: str) -> None:
    data = encoded(photo(500, 500), format)
    assert decode(data[: len(data) // 2], TYPES[format], 100) is None
    assert decode(b"", TYPES[format], 100) is None


def test_a_picture_is_what_its_type_says_or_nothing() -> None:
    assert decode(encoded(photo(50, 50), "PNG"), "image/jpeg", 20) is None


@pytest.mark.parametrize("side", [5_500, 50_000, 2**31 - 1])
def test_a_bomb_is_not_decoded(side: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """A few bytes that say they are a picture of 30 million pixels and more."""
    monkeypatch.setattr("PIL.ImageFile.ImageFile.load", lambda self: pytest.fail("it is decoded"))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    data = b"\x89PNG\r\n\x1a\n" + head + chunk(b"IDAT", b"x") + chunk(b"IEND")
    assert decode(data, "image/png", 1280) is None


def test_a_picture_with_a_bomb_in_its_texts_is_nothing() -> None:
    """A megabyte of zTXt is more than Pillow unpacks."""
    import zlib

    bomb = chunk(b"zTXt", b"Comment\0\0" + zlib.compress(bytes(100_000_000)))
    data = png(20)
    assert decode(data[:33] + bomb + data[33:], "image/png", 10) is None


def test_of_a_large_jpeg_a_part_is_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    """As large as twice what is needed, whatever it has."""
    seen: list[tuple[int, int]] = []
    plain = module._plain

    def note(image: Any) -> Image.Image:
        seen.append(image.size)
        return plain(image)

    monkeypatch.setattr(module, "_plain", note)
    found = decode(encoded(photo(2600, 1300), exif=exif(6)), "image/jpeg", 160)
    assert found
    assert ((found.width, found.height), found.image.size, seen) == ((1300, 2600), (160, 320), [(650, 325)])


@HOSTILE
@given(st.data())
def test_whatever_is_in_a_file_nothing_is_raised(data: st.DataObject) -> None:
    format = data.draw(st.sampled_from(["JPEG", "PNG", "WEBP"]))
    spoiled = bytearray(GOOD[format])
    for _ in range(data.draw(st.integers(1, 8))):
        spoiled[data.draw(st.integers(0, len(spoiled) - 1))] = data.draw(st.integers(0, 255))
    found = decode(bytes(spoiled), TYPES[format], 32)
    assert found is None or found.image.width <= 32


GOOD = {
    format: encoded(photo(64, 64), format, exif=exif(6), icc_profile=profile())
    for format in ("JPEG", "PNG", "WEBP")
}


def test_scaling_keeps_what_has_the_size() -> None:
    image = photo(30, 20)
    assert scale(image, 30, 20) is image
    assert scale(image, 15, 10).size == (15, 10)


def test_the_picture_can_be_read_again() -> None:
    """By another program: the corners are where they were."""
    image = decoded(encoded(quartered(), "PNG"), "image/png")
    assert corners(Image.open(BytesIO(encoded(image, "PNG")))) == COLOURS
