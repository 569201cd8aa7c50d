"""The frames tell how long an MP3 file is; what its header promises is held against them."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from publisher.model import Recording
from publisher.read.audio.mpeg import promise

from .build import MP3_SECONDS, info, mp3, vbri
from .conftest import Read

LAME = b"LAME3.100".ljust(21, b"\0") + (576 << 12 | 1000).to_bytes(3, "big")


@pytest.mark.parametrize(
    ("head", "size", "seconds", "channels"),
    [
        (b"\xff\xfb\x90\xc4", 417, 1152 / 44100, 1),
        (b"\xff\xfb\x92\x00", 418, 1152 / 44100, 2),  # padded
        (b"\xff\xfa\xe4\x44", 960, 1152 / 48000, 2),  # with a CRC
        (b"\xff\xf3\x80\xc4", 208, 576 / 22050, 1),  # 64 kb/s, MPEG-2
        (b"\xff\xf3\x14\xc4", 24, 576 / 24000, 1),  # 8 kb/s
        (b"\xff\xe3\x18\xc4", 72, 576 / 8000, 1),  # MPEG-2.5
    ],
)
def test_a_frame_lasts_what_its_header_says(
    heard: Callable[..., Recording], head: bytes, size: int, seconds: float, channels: int
) -> None:
    """All versions, rates and paddings of layer III."""
    found = heard(head.ljust(size, b"\0") * 100)
    assert found.duration.total_seconds() == pytest.approx(100 * seconds, abs=1e-5)
    assert found.channels == channels
    assert found.bitrate == pytest.approx(size * 8 / seconds, rel=1e-3)


@pytest.mark.parametrize("header", [info(100), info(100, name=b"Xing"), info(None), info(0), vbri(100)])
def test_the_header_of_the_file_is_no_sound(heard: Callable[..., Recording], header: bytes) -> None:
    """Players skip it. Some encoders write it without the numbers."""
    found = heard(header + mp3(100))
    assert found.duration.total_seconds() == pytest.approx(100 * MP3_SECONDS, abs=1e-5)


def test_the_silence_of_the_encoder_does_not_count(heard: Callable[..., Recording]) -> None:
    """LAME says how many samples it put before and after the sound."""
    found = heard(info(100, lame=LAME) + mp3(100))
    assert found.duration.total_seconds() == pytest.approx((100 * 1152 - 1576) / 44100, abs=1e-5)


@pytest.mark.parametrize("header", [info(1000), vbri(1000)])
def test_a_file_that_lacks_promised_frames_is_cut(read: Read, header: bytes) -> None:
    """mutagen and ffprobe believe the header; listeners hear the frames."""
    found, (fault,) = read(header + mp3(500))
    assert found is None
    assert fault.code == "AUDIO-008"
    assert "it says it lasts 0:26, but only 0:13 is there" in fault.message


@pytest.mark.parametrize("frames", [99, 101, 102])
def test_a_header_may_count_itself(heard: Callable[..., Recording], frames: int) -> None:
    """And the last frame may be cut."""
    assert heard(info(frames) + mp3(100))


def test_a_file_longer_than_its_header_says_is_a_warning(read: Read) -> None:
    """As when files are joined end to end: all of it plays, but players show the first one's length."""
    found, (fault,) = read((info(100) + mp3(100)) * 2)
    assert found and found.duration.total_seconds() == pytest.approx(201 * MP3_SECONDS, abs=1e-5)
    assert fault.code == "AUDIO-014" and "it says it lasts 0:03, but 0:05 is there" in fault.message


def test_a_header_alone_is_no_sound(codes: Callable[..., list[str]]) -> None:
    """The encoder stopped before it began."""
    assert codes(info(100) + b"TAG".ljust(128, b"\0")) == ["AUDIO-009"]


@pytest.mark.parametrize(
    ("head", "size", "rate"),
    [(b"\xff\xfb\x90", 417, 44_100), (b"\xff\xfb\x94", 384, 48_000), (b"\xff\xf3\x80", 208, 22_050)],
)
def test_the_sample_rate_is_that_of_the_frames(
    heard: Callable[..., Recording], head: bytes, size: int, rate: int
) -> None:
    assert heard((head + b"\xc4").ljust(size, b"\0") * 20).rate == rate


def test_layer_two_is_refused(read: Read) -> None:
    """Broadcasters' MP2 is often named .mp3."""
    found, (fault,) = read(b"\xff\xfd\x80\xc4".ljust(417, b"\0") * 20)
    assert found is None
    assert fault.code == "AUDIO-005" and "layer II" in fault.message


def test_a_frame_of_sound_promises_nothing() -> None:
    """Nor does a header that is cut."""
    assert promise(mp3(1)) is None
    assert promise(info(1)[:30]) is None
    assert promise(vbri(1)[:50]) is None
    assert promise(b"") is None
