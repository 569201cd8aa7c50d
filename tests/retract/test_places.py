"""Where a person is named in episodes/: file and line."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.errors import PublisherError
from publisher.retract.mention import Mention
from publisher.retract.places import places

JANE = Mention("Jane Doe")


def found(root: Path) -> list[str]:
    return list(places(root / "episodes", JANE))


def write(root: Path, name: str, data: bytes) -> None:
    path = root / "episodes" / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(data)


def test_every_line_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a/episode.md", b"---\ntitle: With Jane Doe\n---\n\nJANE DOE&#39;s book\n")
    write(tmp_path, "show.toml", b'author = "Jane Doe"\n')
    write(tmp_path, "b/article.md", b"Nobody\n")
    assert found(tmp_path) == [
        "episodes/a/episode.md:2",
        "episodes/a/episode.md:5",
        "episodes/show.toml:1",
    ]


def test_a_name_over_two_lines_is_told_of_the_file(tmp_path: Path) -> None:
    write(tmp_path, "a/episode.md", b"Jane\nDoe\n")
    assert found(tmp_path) == ["episodes/a/episode.md"]


def test_a_name_in_a_recording_s_tags_or_in_a_file_s_name_is_told(tmp_path: Path) -> None:
    write(tmp_path, "a/a.mp3", b"\0ID3 Jane Doe \0")
    write(tmp_path, "Jane Doe/episode.md", b"Hello\n")
    assert found(tmp_path) == ["episodes/Jane Doe", "episodes/a/a.mp3"]


def test_what_cannot_be_read_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write(tmp_path, "a.md", b"x")

    def refusing(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refusing)
    with pytest.raises(PublisherError, match=r"a\.md cannot be read: Permission denied"):
        found(tmp_path)
