"""Parts are the file, in order, with no more of them in memory than there is room for."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from publisher.errors import StoreError
from publisher.store import parts
from publisher.store.parts import PART, ROOM, ChangedError, Parts

DATA = bytes(range(256)) * (2 * PART // 256) + b"rest"


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "recording.mp3"
    path.write_bytes(DATA)
    return path


def made(path: Path, sha256: str) -> list[tuple[int, bytes]]:
    found = []
    with path.open("rb") as file:
        for part in Parts(path, file, sha256):
            with part:
                found.append((part.number, bytes(part.data)))
    return found


def test_parts_are_the_file_and_the_last_is_shorter(path: Path) -> None:
    found = made(path, hashlib.sha256(DATA).hexdigest())
    assert [(number, len(data)) for number, data in found] == [(1, PART), (2, PART), (3, 4)]
    assert b"".join(data for _, data in found) == DATA


def test_a_part_takes_room_until_it_is_given_back(path: Path) -> None:
    room = ROOM._value
    with path.open("rb") as file:
        part = next(Parts(path, file, ""))
        assert ROOM._value == room - 1
        with part:
            pass
    assert room == ROOM._value


def test_another_file_is_noticed_and_keeps_no_room(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Other bytes, or fewer of them than there were."""
    room = ROOM._value
    with pytest.raises(ChangedError):
        made(path, "0" * 64)
    monkeypatch.setattr(parts, "size", lambda path: len(DATA) + 1)
    with pytest.raises(ChangedError):
        made(path, hashlib.sha256(DATA).hexdigest())
    assert room == ROOM._value


def test_a_file_that_cannot_be_read_is_named_and_keeps_no_room(path: Path) -> None:
    room = ROOM._value
    with pytest.raises(StoreError, match=r"cannot read .*recording\.mp3"):
        next(Parts(path, Unreadable(), ""))  # type: ignore[arg-type]
    assert room == ROOM._value


class Unreadable:
    """A disk that is broken."""

    def readinto(self, _: object) -> int:
        raise OSError(5, "Input/output error")
