"""Nothing that a file contains raises: it is a recording, or refused with an error, never neither."""

from __future__ import annotations

import random
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.model import Severity
from publisher.read.audio import read_recording

from .build import adts, id3, info, m4a, mp3, mutagen, opus, vorbis
from .test_recording import AUDIO

TAG = id3(mutagen("id3").TIT2(text=["Title"]), mutagen("id3").CHAP(element_id="a", sub_frames=[]))
MADE = {
    "made.mp3": TAG + info(20) + mp3(20),
    "made.aac": adts(20),
    "made.m4a": m4a(20),
    "made.opus": opus(5, "TITLE=One", "CHAPTER001=00:00:00"),
    "made.ogg": vorbis(5, "TITLE=One"),
}
SMALL = 30_000
STEP = 97
"""Bytes: a prime, so that cuts fall everywhere within frames, pages and boxes."""


def sources() -> dict[str, bytes]:
    """The files made here, and the small ones of the corpus."""
    real = {path.name: path.read_bytes() for path in sorted(AUDIO.glob("*")) if path.stat().st_size < SMALL}
    return MADE | real


SOURCES = sources()


def judge(path: Path, data: bytes) -> None:
    """Read `data`; a recording exactly when nothing is an error, and it makes sense."""
    path.write_bytes(data)
    recording, faults = read_recording(path)
    assert (recording is None) == any(fault.severity is Severity.ERROR for fault in faults)
    assert all(fault.message and fault.fix for fault in faults)
    if recording:
        assert recording.duration.total_seconds() > 0
        assert (recording.size, recording.bitrate >= 0, recording.channels > 0) == (len(data), True, True)


def flipped(data: bytes, seed: int) -> Iterator[bytes]:
    """Thirty copies with a few bytes wrong, most of them near the beginning, where the headers are."""
    chance = random.Random(seed)
    for _ in range(30):
        copy = bytearray(data)
        for _ in range(chance.choice((1, 1, 3, 10))):
            copy[chance.randrange(min(len(copy), chance.choice((200, 4000, SMALL))))] = chance.choice(
                (0, 1, 127, 128, 255, chance.randrange(256))
            )
        yield bytes(copy)


@pytest.mark.parametrize("name", [name for name, data in SOURCES.items() if data])
def test_a_cut_file_is_judged(tmp_path: Path, name: str) -> None:
    """Cut every 97 bytes."""
    data = SOURCES[name]
    for cut in range(0, len(data), STEP):
        judge(tmp_path / name, data[:cut])


@pytest.mark.parametrize("name", [name for name, data in SOURCES.items() if data])
def test_a_damaged_file_is_judged(tmp_path: Path, name: str) -> None:
    """With single bytes flipped."""
    for copy in flipped(SOURCES[name], seed=len(SOURCES[name])):
        judge(tmp_path / name, copy)


@settings(
    max_examples=150,
    derandomize=True,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    head=st.sampled_from(
        [b"", b"ID3\4\0\0\0\0\0\x10", b"OggS\0\2", b"\0\0\0\x10ftypM4A ", b"\xff\xfb\x90", b"\xff\xf1P"]
    ),
    body=st.binary(max_size=2000),
)
def test_random_bytes_are_judged(tmp_path: Path, head: bytes, body: bytes) -> None:
    """Behind beginnings that look right."""
    judge(tmp_path / "random.mp3", head + body)
