"""Frames are counted whatever lies between them, and in whatever blocks they come."""

from __future__ import annotations

import random
from collections.abc import Callable

import pytest

from publisher.model import Recording
from publisher.read.audio.frames import tag_length
from publisher.read.audio.mpeg import MpegWalk

from .build import MP3_SECONDS, adts, id3, mp3, mutagen
from .conftest import Read

TAG = id3(mutagen("id3").TIT2(text=["x" * 40_000]))
ID3V1 = b"TAG".ljust(128, b"\0")
APE_HEAD = b"APETAGEX" + (2000).to_bytes(4, "little") + (3000).to_bytes(4, "little") + bytes(7) + b"\xa0"
APE = (APE_HEAD.ljust(32, b"\0")) + bytes(3000)


def seconds(found: Recording | None) -> float:
    assert found
    return found.duration.total_seconds()


def test_tags_around_and_between_frames_are_no_garbage(heard: Callable[..., Recording]) -> None:
    """Joined files have tags in the middle, and editors leave APE and ID3v1 tags at the end."""
    found = heard(TAG + mp3(40) + ID3V1 + TAG + mp3(40) + APE + ID3V1)
    assert seconds(found) == pytest.approx(80 * MP3_SECONDS, abs=1e-5)
    assert found.bitrate == pytest.approx(128_000, rel=0.01)


def test_a_cut_last_frame_is_tolerated(heard: Callable[..., Recording]) -> None:
    """Every cut leaves one; it lasts less than anybody hears."""
    assert seconds(heard(mp3(10)[:-200])) == pytest.approx(9 * MP3_SECONDS, abs=1e-5)


def test_a_cut_first_frame_is_tolerated(heard: Callable[..., Recording]) -> None:
    """As a cutter without knowledge of frames leaves it."""
    assert seconds(heard(mp3(10)[100:])) == pytest.approx(9 * MP3_SECONDS, abs=1e-5)


def test_garbage_before_the_sound_is_a_warning(read: Read) -> None:
    """The recording is good, but some players give up."""
    found, (fault,) = read(random.Random(2).randbytes(4096) + TAG + mp3(10))
    assert seconds(found) == pytest.approx(10 * MP3_SECONDS, abs=1e-5)
    assert fault.code == "AUDIO-012" and "4 KB of garbage" in fault.message


def test_a_damaged_place_is_a_warning(read: Read) -> None:
    """A click, of which listeners lose less than a second."""
    found, (fault,) = read(mp3(100) + bytes(5000) + mp3(100))
    assert seconds(found) == pytest.approx(200 * MP3_SECONDS, abs=1e-5)
    assert fault.code == "AUDIO-013" and "5 KB" in fault.message


def test_a_hole_is_an_error(read: Read) -> None:
    """A download that lost a piece: 32 KB are two seconds."""
    found, (fault,) = read(mp3(300) + bytes(32_000) + mp3(300))
    assert found is None
    assert fault.code == "AUDIO-008" and "0:02" in fault.message


def test_joined_streams_of_different_kinds_all_count(heard: Callable[..., Recording]) -> None:
    """Each at its own rate."""
    slow = b"\xff\xf3\x80\xc4".ljust(208, b"\0")  # MPEG-2, 64 kb/s at 22,050 Hz: 576 samples
    found = heard(mp3(10) + slow * 10)
    assert seconds(found) == pytest.approx(10 * MP3_SECONDS + 10 * 576 / 22050, abs=1e-5)


@pytest.mark.parametrize("size", [1, 3, 417, 1000, 40_000])
def test_blocks_of_any_size_give_the_same(size: int) -> None:
    """Nothing depends on where a block ends, within a tag, a header or a frame."""
    data = TAG + mp3(30) + ID3V1 + bytes(3000) + mp3(30)[:-9]
    walk = MpegWalk()
    for at in range(0, len(data), size):
        walk.feed(data[at : at + size])
    sound = walk.sound()
    assert walk.frames.count == 59
    assert sound.duration.total_seconds() == pytest.approx(59 * MP3_SECONDS, abs=1e-5)


def test_a_file_of_tags_alone_has_no_sound(codes: Callable[..., list[str]]) -> None:
    """A tag at the end is a tag too."""
    assert codes(TAG + ID3V1) == ["AUDIO-004"]


@pytest.mark.parametrize(
    ("data", "length"),
    [
        (b"ID3\4\0\0\0\0\1\0", 138),
        (b"ID3\4\0\x10\0\0\1\0", 148),
        (b"ID3\4\0\0\0\0\x80\0", 0),
        (b"ID3\4\0", 0),
        (ID3V1, 128),
        (APE, 3032),
        (APE_HEAD[:-1] + b"\x80", 32),
        (adts(1), 0),
    ],
)
def test_a_tag_says_how_long_it_is(data: bytes, length: int) -> None:
    """With its header, and its footer where it has one."""
    assert tag_length(data, 0) == length
