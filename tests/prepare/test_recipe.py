"""What is made of a picture is smaller than it, upright, and opened by everybody."""

from __future__ import annotations

from hashlib import sha256
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from PIL import Image

from publisher.prepare.files import Files, Made, Use
from publisher.prepare.recipe import follow, name
from publisher.prepare.shown import ART, TEXT, Picture
from tests.prepare.originals import encoded, exif, near, photo, picture, profile, quartered


def followed(wanted: Picture) -> Files:
    found = follow(wanted)
    assert found
    return found


def opened(made: Made) -> Image.Image:
    assert isinstance(made.body, bytes)
    assert (made.size, made.sha256) == (len(made.body), sha256(made.body).hexdigest())
    image = Image.open(BytesIO(made.body))
    assert (image.size, image.get_format_mimetype()) == ((made.width, made.height), made.type)
    return image


def saved(folder: Path, image: Image.Image, **settings: Any) -> Path:
    path = folder / "original"
    path.write_bytes(encoded(image, **settings))
    return path


def sides(files: Files, use: Use = Use.SIZE) -> list[tuple[int, int]]:
    return [opened(made).size for made in files.of(use)]


@pytest.mark.parametrize(
    ("original", "widths", "meant"),
    [
        ((1500, 1500), ART, [(160, 160), (320, 320), (640, 640), (1280, 1280)]),
        ((1281, 100), ART, [(160, 12), (320, 25), (640, 50), (1280, 100)]),
        ((1280, 720), ART, [(160, 90), (320, 180), (640, 360), (1280, 720)]),
        ((1000, 500), TEXT, [(320, 160), (640, 320), (1000, 500)]),
        ((640, 640), ART, [(160, 160), (320, 320), (640, 640)]),
        ((160, 160), ART, [(160, 160)]),
        ((159, 900), ART, [(159, 900)]),
        ((40, 30), TEXT, [(40, 30)]),
        ((700, 17_000), ART, [(160, 3886), (320, 7771), (640, 15543)]),
    ],
    ids=str,
)
def test_sizes_are_smaller_than_the_original_or_its_own(
    original: tuple[int, int], widths: tuple[int, ...], meant: list[tuple[int, int]], tmp_path: Path
) -> None:
    """No WebP is higher than 16,383 pixels."""
    files = followed(picture(saved(tmp_path, photo(*original)), widths=widths))
    assert sides(files) == meant
    assert {made.type for made in files.made} <= {"image/webp"}


def test_a_size_is_the_picture_and_nothing_else(tmp_path: Path) -> None:
    """Upright, in the colours meant, and without the place where it was taken."""
    path = saved(tmp_path, quartered(800, 400), exif=exif(8), icc_profile=profile())
    (made, *_) = followed(picture(path)).made
    image = opened(made)
    assert image.size == (160, 320)
    assert near(image.getpixel((40, 80)), (255, 0, 0), 90)
    assert not {"exif", "icc_profile", "xmp"} & set(image.info)
    assert isinstance(made.body, bytes)
    assert not {b"EXIF", b"ICCP", b"XMP "} & {made.body[at : at + 4] for at in range(len(made.body))}


@pytest.mark.parametrize(
    ("original", "meant"),
    [
        ((3000, 3000), (1200, 1200)),
        ((1600, 800), (1200, 600)),
        ((500, 2000), (300, 1200)),
        ((90, 60), (90, 60)),
    ],
    ids=str,
)
def test_what_links_show_is_a_jpeg_of_1200_pixels_at_most(
    original: tuple[int, int], meant: tuple[int, int], tmp_path: Path
) -> None:
    files = followed(picture(saved(tmp_path, photo(*original)), social=True))
    (made,) = files.of(Use.SOCIAL)
    assert (opened(made).size, made.type) == (meant, "image/jpeg")
    assert made.size < 1_000_000


def test_a_cover_has_icons_and_colours(tmp_path: Path) -> None:
    files = followed(picture(saved(tmp_path, photo(1400, 1400)), icons=True))
    assert sides(files, Use.ICON) == [(32, 32), (180, 180), (512, 512)]
    assert {made.type for made in files.of(Use.ICON)} == {"image/png"}
    (favicon,) = files.of(Use.FAVICON)
    assert (favicon.type, favicon.size < 20_000) == ("image/vnd.microsoft.icon", True)
    assert files.look


def test_icons_are_the_middle_of_a_cover_that_is_not_square(tmp_path: Path) -> None:
    image = Image.new("RGB", (900, 300), "red")
    image.paste("blue", (300, 0, 600, 300))
    files = followed(picture(saved(tmp_path, image), icons=True))
    assert sides(files, Use.ICON) == [(32, 32), (180, 180)]
    assert all(near(opened(made).getpixel((1, 1)), (0, 0, 255)) for made in files.of(Use.ICON))


def test_a_tiny_cover_has_no_icon(tmp_path: Path) -> None:
    files = followed(picture(saved(tmp_path, photo(8, 8)), icons=True, social=True))
    assert [made.use for made in files.made] == [Use.SIZE, Use.SOCIAL]


def test_a_diagram_of_its_own_size_loses_nothing(tmp_path: Path) -> None:
    drawn = quartered(640, 480)
    path = saved(tmp_path, drawn, format="PNG")
    *_, own = followed(picture(path, "image/png", widths=TEXT)).made
    assert opened(own).convert("RGB").tobytes() == drawn.tobytes()


@pytest.mark.parametrize("data", [b"", b"\xff\xd8\xff\xe0 no picture", encoded(photo(900, 900))[:5000]])
def test_nothing_is_made_of_a_broken_picture(data: bytes, tmp_path: Path) -> None:
    path = tmp_path / "broken.jpg"
    path.write_bytes(data)
    assert follow(picture(path, social=True, icons=True)) == Files()


def test_nothing_is_made_of_a_file_that_is_far_too_large(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = saved(tmp_path, photo(100, 100))
    monkeypatch.setattr("publisher.prepare.recipe.LARGEST_FILE", path.stat().st_size - 1)
    assert follow(picture(path)) == Files()


def test_a_file_that_is_another_by_now_is_for_another_run(tmp_path: Path) -> None:
    path = saved(tmp_path, photo(200, 200))
    wanted = picture(path)
    path.write_bytes(b"somebody is saving")
    assert follow(wanted) is None
    path.unlink()
    assert follow(wanted) is None


def test_the_name_says_what_is_made_and_of_what(tmp_path: Path) -> None:
    path = saved(tmp_path, photo(200, 200))
    wanted = [
        picture(path),
        picture(path, widths=TEXT),
        picture(path, social=True),
        picture(path, icons=True),
    ]
    path.write_bytes(encoded(photo(200, 200, 1)))
    assert len({name(one) for one in (*wanted, picture(path))}) == 5
    assert name(wanted[0]) == name(wanted[0])


def test_another_pillow_makes_other_files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """So that a cache changes nothing: with it or without, the bytes are this Pillow's."""
    wanted = picture(saved(tmp_path, photo(200, 200)))
    before = name(wanted)
    monkeypatch.setattr("PIL.__version__", "0")
    assert name(wanted) != before
