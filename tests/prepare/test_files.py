"""What was made has keys that name its bytes."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.model import Picture
from publisher.prepare.files import Files, Made, Use, favicon, icons, renditions, social


def made(use: Use, width: int, type: str, digit: str) -> Made:
    return Made(use=use, width=width, height=90, type=type, size=3, sha256=digit * 64, body=b"abc")


FILES = Files(
    made=(
        made(Use.SIZE, 160, "image/webp", "1"),
        made(Use.SIZE, 320, "image/webp", "2"),
        made(Use.SOCIAL, 1200, "image/jpeg", "3"),
        made(Use.ICON, 32, "image/png", "4"),
        made(Use.FAVICON, 48, "image/vnd.microsoft.icon", "5"),
    )
)


@pytest.mark.parametrize(
    "original", ["art/mit-billede-0123456789ab.png", "assets/mit-billede-0123456789ab.jpg"]
)
def test_a_size_is_called_by_its_width_and_its_bytes(original: str) -> None:
    found = renditions(original, FILES)
    assert [(one.width, one.height, one.asset.key, one.asset.type) for one in found] == [
        (160, 90, "art/mit-billede-160w-111111111111.webp", "image/webp"),
        (320, 90, "art/mit-billede-320w-222222222222.webp", "image/webp"),
    ]


def test_the_others_are_found_by_their_use() -> None:
    card = social("art/x-0123456789ab.png", FILES)
    assert card
    assert (card.key, card.picture) == (
        "art/x-1200w-333333333333.jpg",
        Picture(width=1200, height=90, colours="RGB"),
    )
    (icon,) = icons("art/x-0123456789ab.png", FILES)
    assert (icon.key, icon.picture) == (
        "art/x-32w-444444444444.png",
        Picture(width=32, height=90, colours="RGB"),
    )
    found = favicon(FILES)
    assert found
    assert (found.key, found.type, found.picture) == ("favicon.ico", "image/vnd.microsoft.icon", None)


def test_of_nothing_there_is_nothing() -> None:
    none = Files()
    assert (renditions("a", none), social("a", none), icons("a", none), favicon(none)) == ((), None, (), None)


def test_an_asset_has_its_bytes_or_the_file_that_has_them() -> None:
    kept = Made(
        use=Use.FAVICON, width=9, height=9, type="image/x", size=3, sha256="a" * 64, body=Path("/cache/a")
    )
    assert [one and one.content for one in (favicon(FILES), favicon(Files(made=(kept,))))] == [
        b"abc",
        Path("/cache/a"),
    ]
