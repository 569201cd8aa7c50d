"""Text files, and text as messages show it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from publisher.read.text import LARGEST, clean, is_file, is_folder, is_name, named, nfc, read_text, shown
from tests.read.project import spots


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"", ""),
        ("æøå".encode(), "æøå"),
        (b"\xef\xbb\xbfa", "a"),
        (b"a\r\nb\rc\n", "a\nb\nc\n"),
        (b"a\x00b\x08c\x7f\td", "abc\td"),
        ("a\ufffeb".encode(), "ab"),
        ("🎙".encode(), "🎙"),
    ],
)
def test_text_is_utf8_with_plain_line_ends(tmp_path: Path, data: bytes, text: str) -> None:
    """Characters that XML cannot carry would make a feed unreadable."""
    path = tmp_path / "x.md"
    path.write_bytes(data)
    assert read_text(path, "x.md") == (text, ())


@pytest.mark.parametrize(
    ("data", "spot"),
    [
        ("løn".encode("latin-1"), "1:2"),
        ("ø\nøø".encode() + b"\xe6", "2:3"),
        (b"\xef\xbb\xbfab\xff", "1:3"),
        (b"a\rb\r\nc\xff", "3:2"),
        ("a".encode("utf-16"), "1:1"),
        (b"\xed\xa0\x80", "1:1"),
    ],
)
def test_other_encodings_are_told_at_the_character(tmp_path: Path, data: bytes, spot: str) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(data)
    text, problems = read_text(path, "x.md")
    assert (text, spots(problems)) == ("", [f"{spot} READ-001"])


def test_a_file_that_is_no_text_by_its_size_is_not_read(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    with path.open("wb") as file:
        file.truncate(LARGEST + 1)
    assert spots(read_text(path, "x.md")[1]) == ["1:1 READ-001"]


def test_what_is_no_file_is_not_waited_for(tmp_path: Path) -> None:
    """Reading a pipe would never end."""
    os.mkfifo(tmp_path / "pipe.md")
    for path in (tmp_path / "pipe.md", tmp_path, tmp_path / "missing", tmp_path / ("x" * 5000)):
        assert spots(read_text(path, "x.md")[1]) == ["1:1 READ-001"]


def test_a_file_without_permission_is_told(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path) -> bytes:
        raise PermissionError(13, "Permission denied")

    (tmp_path / "x.md").write_text("x")
    monkeypatch.setattr(Path, "read_bytes", refuse)
    (problem,) = read_text(tmp_path / "x.md", "x.md")[1]
    assert "Permission denied" in problem.message


def test_files_and_folders_are_told_apart_whatever_is_asked(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "link").symlink_to(tmp_path)
    os.mkfifo(tmp_path / "pipe")
    asked = ("file", "loop", "link", "pipe", "missing", "x" * 5000, "a\0b", "")
    assert [name for name in asked if is_file(tmp_path / name)] == ["file"]
    assert [name for name in asked if is_folder(tmp_path / name)] == [""]


def test_what_a_message_shows_is_short_and_on_one_line() -> None:
    assert shown("a") == "'a'"
    assert "\n" not in shown("a\nb\x00\x1b[2J")
    assert "\x1b" not in shown("\x1b[2J")
    assert len(shown("x" * 10_000)) < 100


def test_names_that_are_no_text_are_spelled_out(tmp_path: Path) -> None:
    assert named(tmp_path / "a/æ b.mp3", tmp_path) == "a/æ b.mp3"
    assert named(tmp_path / "a\n\x1b.mp3", tmp_path) == "a\\n\\x1b.mp3"
    assert named(tmp_path / os.fsdecode(b"\xff.mp3"), tmp_path) == "\\xff.mp3"


def test_a_name_is_text_on_one_line() -> None:
    assert is_name("æ b – 1.mp3")
    assert not any(is_name(name) for name in ("a\nb", "Icon\r", "\x1b", "\udcff", "a\u2028b", "a\0"))


def test_names_are_compared_composed() -> None:
    assert nfc("a\u030a") == "å"


def test_cleaning_twice_changes_nothing() -> None:
    assert clean(clean("a\r\r\nb\x00")) == clean("a\r\r\nb\x00") == "a\n\nb"
