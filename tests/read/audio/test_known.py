"""Recordings that are read once for as long as they are the same."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from publisher.read.audio import Known, read_recording

ROOT = Path(__file__).parents[3]
TALK = next((ROOT / "episodes").glob("003-*.mp3"))
OTHER = ROOT / "episodes/001-hvorfor-politikere/hvorfor-politikere.mp3"


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[Path]:
    """The files that were gone through."""
    seen: list[Path] = []

    def note(path: Path) -> object:
        seen.append(path)
        return read_recording(path)

    monkeypatch.setattr("publisher.read.audio.known.read_recording", note)
    return seen


def test_the_same_file_is_gone_through_once(tmp_path: Path, read: list[Path]) -> None:
    path = Path(shutil.copy(TALK, tmp_path))
    known = Known()
    assert known.read(path) == known.read(path) == read_recording(path)
    assert read == [path]


def test_a_file_that_is_another_is_read_again(tmp_path: Path, read: list[Path]) -> None:
    path = Path(shutil.copy(TALK, tmp_path / "talk.mp3"))
    known = Known()
    known.read(path)
    shutil.copy(OTHER, tmp_path / "other.mp3")
    (tmp_path / "other.mp3").replace(path)
    assert known.read(path) == read_recording(path)
    assert read == [path, path]


def test_what_is_wrong_with_a_file_is_remembered_too(tmp_path: Path, read: list[Path]) -> None:
    path = tmp_path / "talk.mp3"
    path.write_bytes(b"no sound")
    known = Known()
    assert known.read(path) == known.read(path)
    assert known.read(path)[1]
    assert read == [path]


def test_a_file_that_is_gone_is_looked_for_again(tmp_path: Path, read: list[Path]) -> None:
    path, known = tmp_path / "talk.mp3", Known()
    assert known.read(path)[0] is None
    shutil.copy(TALK, path)
    assert known.read(path)[0]
