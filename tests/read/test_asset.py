"""Files that are published as they are."""

from __future__ import annotations

import hashlib
import os
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.read.asset import (
    ABSENT,
    forget,
    is_absent,
    locate,
    picture_type,
    read_asset,
    read_picture,
    why_not,
)
from tests.read.project import HOSTILE, JPEG, PNG


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """episodes/ with an entry, and something private beside it."""
    folder = tmp_path / "episodes/001"
    folder.mkdir(parents=True)
    (folder / "a.png").write_bytes(PNG)
    (folder / "my file.pdf").write_bytes(b"%PDF")
    (folder / unicodedata.normalize("NFD", "møde på ål.pdf")).write_bytes(b"%PDF")
    (tmp_path / "episodes" / unicodedata.normalize("NFD", "fælles å")).mkdir()
    (tmp_path / "episodes" / unicodedata.normalize("NFD", "fælles å") / "b.png").write_bytes(PNG)
    (tmp_path / "episodes/cover.png").write_bytes(PNG)
    (tmp_path / "private.txt").write_text("secret")
    return tmp_path / "episodes"


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("a.png", "001/a.png"),
        ("./a.png", "001/a.png"),
        ("../001/a.png", "001/a.png"),
        ("../cover.png", "cover.png"),
        ("x/../a.png", "001/a.png"),
        ("my file.pdf", "001/my file.pdf"),
        ("møde på ål.pdf", "001/møde på ål.pdf"),
        ("../fælles å/b.png", "fælles å/b.png"),
    ],
)
def test_a_name_means_the_file_beside_in_whatever_form_the_disk_has_it(
    home: Path, name: str, expected: str
) -> None:
    found = locate(home / "001", name, home)
    assert found
    assert unicodedata.normalize("NFC", found.relative_to(home).as_posix()) == expected
    assert found.is_file()


@pytest.mark.parametrize(
    ("name", "why"),
    [
        ("b.png", ABSENT),
        ("a.png/b", ABSENT),
        ("x" * 5000, ABSENT),
        ("a\0b", ABSENT),
        ("a\nb", ABSENT),
        ("pipe.mp3", "which is no file"),
        (".", "which is a folder"),
        ("../001", "which is a folder"),
        ("", "which is a folder"),
        ("../../private.txt", "which is outside episodes"),
        ("../" * 90 + "etc/passwd", "which is outside episodes"),
        ("/etc/passwd", "which is outside episodes"),
        ("//etc/passwd", "which is outside episodes"),
        ("../..", "which is outside episodes"),
    ],
)
def test_a_name_that_means_no_file_of_the_show_is_explained(home: Path, name: str, why: str) -> None:
    os.mkfifo(home / "001/pipe.mp3")
    assert locate(home / "001", name, home) is None
    assert why_not(home / "001", name, home)[0] == why


def test_the_nearest_file_is_suggested(home: Path) -> None:
    assert why_not(home / "001", "A.PNG", home)[1] == "put the file into 001"
    assert why_not(home / "001", "a.pgn", home)[1] == "write a.png, or put the file into 001"
    assert why_not(home, "covre.png", home)[1] == "write cover.png, or put the file into episodes"


def test_the_folder_itself_is_no_file(home: Path) -> None:
    assert locate(home, ".", home) is None
    assert locate(home, "../episodes", home) is None


@HOSTILE
@given(st.text(st.sampled_from("./\\~ ø\0\n%:a") | st.characters(), max_size=20))
def test_no_name_leads_out_or_fails(tmp_path_factory: pytest.TempPathFactory, name: str) -> None:
    home = tmp_path_factory.getbasetemp()
    found = locate(home / "x", name, home)
    assert found is None or found.is_relative_to(home)
    why_not(home / "x", name, home)


def test_a_relative_project_is_a_project(home: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(home / "001")
    assert locate(Path("../001"), "a.png", Path("..")) == Path("../001/a.png")


@pytest.mark.parametrize(
    ("data", "extension"),
    [
        (JPEG, ".jpg"),
        (PNG, ".png"),
        (b"GIF89a", ".gif"),
        (b"RIFF\0\0\0\0WEBPVP8 ", ".webp"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'/>", None),
        (b"<!doctype html>", None),
        (b"RIFF\0\0\0\0WAVEfmt ", None),
        (b"\x89PN", None),
        (b"", None),
    ],
)
def test_the_bytes_say_what_a_picture_is(tmp_path: Path, data: bytes, extension: str | None) -> None:
    path = tmp_path / "A picture.jpg"
    path.write_bytes(data)
    asset = read_picture(path, "art")
    assert (asset.key.partition(".")[2] if asset else None) == (extension.lstrip(".") if extension else None)
    assert picture_type(data) is None or asset


def test_an_asset_is_named_by_its_bytes(tmp_path: Path) -> None:
    path = tmp_path / "Årets møde.PNG"
    path.write_bytes(PNG)
    asset = read_picture(path, "art")
    digest = hashlib.sha256(PNG).hexdigest()
    assert asset
    assert asset.key == f"art/aarets-moede-{digest[:12]}.png"
    assert (asset.sha256, asset.size, asset.type) == (digest, len(PNG), "image/png")


@pytest.mark.parametrize(
    ("name", "media"),
    [
        ("a.PDF", "application/pdf"),
        ("a.txt", "text/plain; charset=utf-8"),
        ("a.html", None),
        ("a.svg", None),
        ("a.js", None),
        ("a", None),
        ("a.md", None),
    ],
)
def test_documents_are_taken_by_their_extension_from_a_fixed_list(
    tmp_path: Path, name: str, media: str | None
) -> None:
    (tmp_path / name).write_bytes(b"<script>")
    asset = read_asset(tmp_path / name)
    assert (asset and asset.type) == media


def test_what_is_certainly_absent_is_so_in_any_case_and_form(tmp_path: Path) -> None:
    (tmp_path / "Talk \N{LATIN SMALL LETTER E WITH ACUTE}.vtt").write_text("")
    forget()
    assert is_absent(tmp_path, "talk.vtt")
    assert not is_absent(tmp_path, "talk e\N{COMBINING ACUTE ACCENT}.VTT")
    assert not is_absent(tmp_path / "nowhere", "x")
