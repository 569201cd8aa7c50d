"""Fixtures of the audio tests."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.model import Recording
from publisher.read.audio import AudioFault, read_recording

Read = Callable[..., tuple[Recording | None, tuple[AudioFault, ...]]]


@pytest.fixture
def read(tmp_path: Path) -> Read:
    """What `read_recording` makes of bytes in a file of that name."""

    def read_bytes(data: bytes, name: str = "talk.mp3") -> tuple[Recording | None, tuple[AudioFault, ...]]:
        path = tmp_path / name
        path.write_bytes(data)
        return read_recording(path)

    return read_bytes


@pytest.fixture
def heard(read: Read) -> Callable[..., Recording]:
    """The recording that bytes are, which must be one, without any fault."""

    def recording(data: bytes, name: str = "talk.mp3") -> Recording:
        found, faults = read(data, name)
        assert found is not None and not faults, faults
        return found

    return recording


@pytest.fixture
def codes(read: Read) -> Callable[..., list[str]]:
    """The codes of what is wrong with bytes."""
    return lambda data, name="talk.mp3": [fault.code for fault in read(data, name)[1]]
