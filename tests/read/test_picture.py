"""Pictures opened: what they are by their bytes, and that no bytes are a danger."""

from __future__ import annotations

import subprocess
import sys
from io import BytesIO
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model import Picture
from publisher.read.picture import PictureError, look, read_art
from tests.pictures import GREY, GREY_ALPHA, INDEXED, RGBA, chunk, jpeg, png
from tests.read.project import HOSTILE, Project, new_project

PIECES = {"image/png": png(60), "image/jpeg": jpeg(60)}


def seen(data: bytes, type: str = "image/png") -> Picture:
    return look(BytesIO(data), type)


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (png(60, 50), Picture(width=60, height=50, colours="RGB")),
        (png(60, colours=RGBA), Picture(width=60, height=60, colours="RGB", alpha=True)),
        (png(60, transparent=True), Picture(width=60, height=60, colours="RGB", alpha=True)),
        (png(60, colours=GREY), Picture(width=60, height=60, colours="greyscale")),
        (png(60, colours=GREY_ALPHA), Picture(width=60, height=60, colours="greyscale", alpha=True)),
        (png(60, colours=INDEXED), Picture(width=60, height=60, colours="indexed")),
        (
            png(60, colours=INDEXED, transparent=True),
            Picture(width=60, height=60, colours="indexed", alpha=True),
        ),
    ],
)
def test_a_png_is_what_its_header_says(data: bytes, expected: Picture) -> None:
    assert seen(data) == expected


@pytest.mark.parametrize(("mode", "colours"), [("RGB", "RGB"), ("L", "greyscale"), ("CMYK", "CMYK")])
def test_a_jpeg_is_what_its_header_says(mode: str, colours: str) -> None:
    assert seen(jpeg(60, 50, mode), "image/jpeg") == Picture(width=60, height=50, colours=colours)


@pytest.mark.parametrize("type", PIECES)
@pytest.mark.parametrize("share", [0.0, 0.1, 0.5, 0.9])
def test_what_is_cut_short_is_told(type: str, share: float) -> None:
    data = PIECES[type]
    with pytest.raises(PictureError, match="damaged or cut short"):
        seen(data[: 20 + int((len(data) - 30) * share)], type)


@pytest.mark.parametrize("type", PIECES)
@pytest.mark.parametrize("more", [b"\r\n", b"\0" * 50, b"a film of the same moment" * 100])
def test_what_follows_a_whole_picture_does_not_matter(type: str, more: bytes) -> None:
    assert seen(PIECES[type] + more, type) == seen(PIECES[type], type)


def test_a_picture_that_would_fill_the_memory_is_not_decoded() -> None:
    """A header of a few bytes that promises two milliards of pixels, and no end."""
    huge = b"".join((b"\x89PNG\r\n\x1a\n", chunk(b"IHDR", b"\0\0\xaf\xc8\0\0\xaf\xc8\x08\2\0\0\0")))
    assert seen(huge + chunk(b"IDAT", b"x") + chunk(b"IEND")).width == 45000
    small = jpeg(60)
    at = small.index(b"\xff\xc0") + 5
    assert seen(small[:at] + b"\xff\xdc\xff\xdc" + small[at + 4 : -2], "image/jpeg").height == 65500


@pytest.mark.parametrize("type", PIECES)
@HOSTILE
@given(place=st.integers(0, 2000), bytes=st.binary(min_size=1, max_size=8))
def test_no_bytes_raise_anything_else(type: str, place: int, bytes: bytes) -> None:
    data = PIECES[type]
    try:
        seen(data[:place] + bytes + data[place + len(bytes) :], type)
    except PictureError as error:
        assert "no app would show it" in str(error)


@pytest.fixture
def project(tmp_path: Path) -> Project:
    return new_project(tmp_path)


def test_art_is_opened_and_other_pictures_are_not(project: Project) -> None:
    gif = project.write("a.gif", b"GIF89a")
    cover = read_art(project.root / "episodes/cover.png")
    other = read_art(gif)
    assert cover and other
    assert (cover.picture, other.picture) == (Picture(width=3000, height=3000, colours="RGB"), None)
    assert read_art(project.write("a.jpg", b"no picture")) is None


def test_a_broken_cover_is_one_problem_in_the_words_of_its_producer(project: Project) -> None:
    project.write("cover.png", png()[:-100])
    (problem,) = project.read().problems
    assert (problem.code, problem.place.line) == ("READ-011", 8)
    assert problem.message == "cover names 'cover.png', which is damaged or cut short: no app would show it"


def test_a_show_without_pictures_loads_no_library_for_them(project: Project) -> None:
    project.show('cover = "cover.png"\n', "")
    script = (
        "import sys, pathlib\nfrom publisher.read import read\nread(pathlib.Path(sys.argv[1]))\n"
        "assert 'PIL' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", script, str(project.root)], check=True)
