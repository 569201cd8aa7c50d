"""What is no recording is called by its name."""

from __future__ import annotations

import pytest

from publisher.read.audio.fault import UnfitError
from publisher.read.audio.strangers import refuse_stranger

FTYP = b"\0\0\0\x18ftyp"


@pytest.mark.parametrize(
    ("head", "code", "words"),
    [
        (b"RIFF\0\0\0\0WAVEfmt ", "AUDIO-005", "a WAV file"),
        (b"fLaC\0\0\0\x22", "AUDIO-005", "a FLAC file"),
        (b"FORM\0\0\0\0AIFC", "AUDIO-005", "an AIFF file"),
        (b"\x30\x26\xb2\x75\x8e\x66\xcf\x11", "AUDIO-005", "a Windows Media file"),
        (b"\x1a\x45\xdf\xa3\x9f", "AUDIO-005", "a Matroska or WebM file"),
        (b"RIFF\0\0\0\0AVI LIST", "AUDIO-006", "an AVI video"),
        (b"PK\3\4\x14", "AUDIO-003", "a ZIP archive"),
        (b"%PDF-1.7\n", "AUDIO-003", "a PDF document"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "AUDIO-003", "a picture (image/jpeg)"),
        (b"RIFF\0\0\0\0WEBPVP8 ", "AUDIO-003", "a picture (image/webp)"),
        (FTYP + b"heic", "AUDIO-003", "a HEIC picture"),
        (b"SQLite format 3\0".ljust(68, b"\1") + b"AUDY", "AUDIO-003", "an Audacity project"),
        (b"SQLite format 3\0".ljust(72, b"\1"), "AUDIO-003", "a database"),
        (b"\xef\xbb\xbf\n <!DOCTYPE html><html>", "AUDIO-003", "a web page"),
        (b"<?xml version='1.0'?><!DOCTYPE x><html lang='da'>", "AUDIO-003", "a web page"),
        (b"<?xml version='1.0'?><Error><Code>NoSuchKey</Code>", "AUDIO-003", "XML text"),
        (b'{"error": "not found"}', "AUDIO-003", "JSON text"),
        (b"#EXTM3U\nhttps://example.org/1.mp3", "AUDIO-003", "a playlist"),
        (b"version https://git-lfs.github.com/spec/v1\noid", "AUDIO-018", "a Git LFS pointer"),
        ("Åbn lydfilen på æ".encode()[:-1], "AUDIO-003", "a text file"),
        ("\ufeffÅbn lydfilen".encode("utf-16-le"), "AUDIO-003", "a text file"),
    ],
)
def test_a_stranger_is_recognised(head: bytes, code: str, words: str) -> None:
    """By its first bytes; the producer learns what it is and what to do."""
    with pytest.raises(UnfitError, match=r"^it is ") as caught:
        refuse_stranger(head)
    assert caught.value.fault.code == code
    assert words in str(caught.value) and caught.value.fix


@pytest.mark.parametrize(
    "head", [b"\xff\xfb\x90\xc4\0\0", FTYP + b"M4A ", b"OggS\0\2", b"\x93\x01\x02 noise"]
)
def test_what_may_be_a_recording_is_let_through(head: bytes) -> None:
    """Others look closer."""
    refuse_stranger(head)
