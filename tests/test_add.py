"""publisher.add: new folders in episodes/, all or none, and never over anything."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.add import add
from publisher.errors import PublisherError


def files(home: Path) -> dict[str, str]:
    return {
        path.relative_to(home).as_posix(): path.read_text(encoding="utf-8")
        for path in home.rglob("*")
        if path.is_file()
    }


def test_every_file_is_in_a_folder_of_its_own(tmp_path: Path) -> None:
    made = {"one/event.md": "Én\n", "two/event.md": "To\n"}
    add(made, tmp_path)
    assert files(tmp_path) == made
    assert {path.name for path in tmp_path.iterdir()} == {"one", "two"}


def test_nothing_to_add_leaves_nothing(tmp_path: Path) -> None:
    add({}, tmp_path)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("inside", [{}, {"notes.txt": "mine"}])
def test_a_folder_that_is_there_is_left_alone_and_so_is_all(inside: dict[str, str], tmp_path: Path) -> None:
    """Even an empty one: somebody has just made it."""
    (tmp_path / "two").mkdir()
    for name, text in inside.items():
        (tmp_path / "two" / name).write_text(text, encoding="utf-8")
    before = files(tmp_path)
    with pytest.raises(PublisherError, match="cannot be written"):
        add({"one/event.md": "", "two/event.md": "", "three/event.md": ""}, tmp_path)
    assert files(tmp_path) == before
    assert [path.name for path in tmp_path.iterdir()] == ["two"]


def test_what_cannot_be_written_is_an_error_that_says_so(tmp_path: Path) -> None:
    home = tmp_path / "file"
    home.write_text("")
    with pytest.raises(PublisherError) as raised:
        add({"one/event.md": ""}, home)
    assert raised.value.fix.endswith("nothing was changed")
