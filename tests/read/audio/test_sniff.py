"""The bytes decide what a file is; its name is not even asked."""

from __future__ import annotations

import random
from io import BytesIO

import pytest

from publisher.read.audio.fault import UnfitError
from publisher.read.audio.format import AAC, M4A, MP3, OPUS, VORBIS, Format
from publisher.read.audio.sniff import identify

from .build import adts, id3, info, m4a, mp3, mutagen, opus, page, vorbis

TAG = id3(mutagen("id3").APIC(data=b"\xff\xd8\xff" + bytes(300_000), type=3))
NOISE = random.Random(1).randbytes(4096)


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (mp3(3), MP3),
        (mp3(1), MP3),
        (info(9) + mp3(9), MP3),
        (TAG + mp3(3), MP3),
        (TAG + TAG + adts(3), AAC),
        (NOISE + TAG + mp3(3), MP3),
        (adts(3, size=8191), AAC),
        (m4a(3), M4A),
        (opus(1), OPUS),
        (vorbis(1), VORBIS),
        (page(b"fishead\0", 0, 2, 1) + opus(1), OPUS),
    ],
)
def test_a_recording_is_recognised(data: bytes, format: Format) -> None:
    """Behind tags and garbage too."""
    assert identify(BytesIO(data)) is format


@pytest.mark.parametrize(
    ("data", "code", "words"),
    [
        (b"", "AUDIO-001", "it is empty"),
        (TAG[:-1], "AUDIO-008", "it ends within its tags"),
        (TAG + b"RIFF\0\0\0\0WAVE", "AUDIO-005", "a WAV file"),
        (bytes(5000), "AUDIO-008", "only zeros"),
        (NOISE, "AUDIO-004", "no kind of audio"),
        (NOISE * 80 + mp3(50), "AUDIO-004", "no kind of audio"),
        (b"\xff\xfb\x90\xc4", "AUDIO-004", "no kind of audio"),
        (page(b"\x7fFLAC\1\0", 0, 2), "AUDIO-005", "FLAC audio in an Ogg file"),
        (page(b"Speex   1.2", 0, 2), "AUDIO-005", "Speex"),
        (page(b"\x80theora", 0, 2, 1) + vorbis(1), "AUDIO-006", "an Ogg video"),
        (page(b"something", 0, 2), "AUDIO-004", "do not know what is in it"),
        (b"OggS\0\2", "AUDIO-004", "do not know what is in it"),
    ],
)
def test_what_no_app_plays_is_refused(data: bytes, code: str, words: str) -> None:
    """With the reason."""
    with pytest.raises(UnfitError, match=words) as caught:
        identify(BytesIO(data))
    assert caught.value.fault.code == code
