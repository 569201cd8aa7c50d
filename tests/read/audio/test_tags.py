"""MP4 and Vorbis tags say what ID3 says; what cannot be read is a warning and no more."""

from __future__ import annotations

import base64
import struct
import tracemalloc
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

import pytest

from publisher.model import Chapter, Recording, Tags
from publisher.read.audio import read_recording
from publisher.read.audio import tags as module

from .build import atom, entry, esds, full, id3, moov, mp3, mutagen, opus, track, vorbis
from .conftest import Read

JPEG = b"\xff\xd8\xff\xe0" + bytes(20)
PNG = b"\x89PNG\r\n\x1a\n" + bytes(20)


def block(kind: int, data: bytes) -> str:
    """A METADATA_BLOCK_PICTURE comment that lies about its type."""
    picture = mutagen("flac").Picture()
    picture.type, picture.mime, picture.data = kind, "image/gif", data
    return "METADATA_BLOCK_PICTURE=" + base64.b64encode(picture.write()).decode()


def ilst(*items: tuple[bytes, int, bytes]) -> bytes:
    """iTunes tags, each with its name, its type and its value."""
    made = (atom(name, atom(b"data", struct.pack(">II", kind, 0), value)) for name, kind, value in items)
    handler = full(b"hdlr", bytes(4), b"mdirappl", bytes(9))
    return full(b"meta", handler, atom(b"ilst", *made))


def tagged(*inside: bytes) -> bytes:
    """An M4A file with that in its udta, and the index first."""
    sound = track(1, b"soun", entry(inside=esds()), [20] * 10, 28)
    return atom(b"ftyp", b"M4A \0\0\0\0") + moov(sound, atom(b"udta", *inside)) + atom(b"mdat", bytes(2000))


def test_mp4_tags_are_read(heard: Callable[..., Recording]) -> None:
    """The long description before the short one, and both before the comment."""
    found = heard(
        tagged(
            ilst(
                (b"\xa9nam", 1, "Ærø\0".encode()),
                (b"\xa9ART", 1, "Åse".encode()),
                (b"\xa9alb", 1, b"Stemmer"),
                (b"\xa9day", 1, b"2025"),
                (b"\xa9cmt", 1, b"comment"),
                (b"desc", 1, b"short"),
                (b"ldes", 1, b"long\r\ndescription"),
                (b"covr", 13, PNG),
            )
        ),
        "a.m4a",
    )
    assert found.tags == Tags(
        title="Ærø",
        artist="Åse",
        album="Stemmer",
        date="2025",
        description="long\ndescription",
        picture="image/png",
    )


def test_empty_mp4_tags_are_none(heard: Callable[..., Recording]) -> None:
    """The next that says something counts; no tags at all are no fault."""
    found = heard(tagged(ilst((b"\xa9nam", 1, b""), (b"ldes", 1, b" "), (b"desc", 1, b"short"))), "a.m4a")
    assert found.tags == Tags(description="short")
    assert heard(tagged(), "a.m4a").tags == Tags()


def test_nero_chapters_are_read(heard: Callable[..., Recording]) -> None:
    """chpl counts in ten millionths of a second."""
    rows = b"".join(
        struct.pack(">QB", start, len(title)) + title
        for start, title in ((0, b"One"), (905_000_000, "Gæst".encode()), (910_000_000, b""))
    )
    chpl = atom(b"chpl", b"\1\0\0\0" + bytes(4) + b"\3" + rows)
    found = heard(tagged(chpl), "a.m4a").tags.chapters
    assert [(chapter.start.total_seconds(), chapter.title) for chapter in found] == [
        (0, "One"),
        (90.5, "Gæst"),
        (91, None),
    ]


@pytest.mark.parametrize(("make", "name"), [(opus, "a.opus"), (vorbis, "a.ogg")])
def test_vorbis_comments_are_read(
    heard: Callable[..., Recording], make: Callable[..., bytes], name: str
) -> None:
    """Names in any case; of several values the first."""
    pairs = ("title=Ærø", "TITLE=Other", "ARTIST=", "artist=Åse", "ALBUM=Stemmer", "DATE=2025", "COMMENT=Why")
    found = heard(make(2, *pairs, block(4, JPEG), block(3, PNG)), name).tags
    assert found == Tags(
        title="Ærø", artist="Åse", album="Stemmer", date="2025", description="Why", picture="image/png"
    )
    assert heard(make(2, "DESCRIPTION=What", "COMMENT=Why"), name).tags.description == "What"


def test_vorbis_chapters_are_read(heard: Callable[..., Recording]) -> None:
    """By their times; what is no time is no chapter."""
    found = heard(
        opus(
            2,
            "CHAPTER002=00:01:30.500",
            "chapter002Name=Gæst",
            "CHAPTER002URL=https://example.org/",
            "CHAPTER001=00:00:00",
            "CHAPTER003=later",
            "CHAPTER004NAME=No time",
            "CHAPTER005=999:99:99.123456789",
        ),
        "a.opus",
    ).tags.chapters
    assert found[:2] == (
        Chapter(start=timedelta()),
        Chapter(start=timedelta(seconds=90.5), title="Gæst", url="https://example.org/"),
    )
    assert len(found) == 3


def test_mojibake_is_mended(heard: Callable[..., Recording]) -> None:
    """UTF-8 in a frame that is marked as Latin-1."""
    frame = mutagen("id3").TIT2(encoding=0, text=["Ærø".encode().decode("latin-1")])
    assert heard(id3(frame) + mp3(10)).tags.title == "Ærø"


def test_tags_that_cannot_be_read_are_a_warning(read: Read) -> None:
    """The sound is good, so it is published."""
    for data, name in (
        (b"ID3\x09\0\0\0\0\0\0" + mp3(10), "a.mp3"),
        (opus(2, block(3, PNG)[:-30]), "a.opus"),
        (tagged(atom(b"chpl", b"\1", bytes(7), b"\1", bytes(8), b"\1\xff")), "a.m4a"),
    ):
        found, faults = read(data, name)
        assert found and found.tags == Tags()
        assert [fault.code for fault in faults] == ["AUDIO-017"]


@pytest.mark.parametrize("error", [MemoryError, RecursionError, KeyError, AssertionError])
def test_whatever_mutagen_raises_is_a_warning(
    read: Read, monkeypatch: pytest.MonkeyPatch, error: type[Exception]
) -> None:
    """It is made for files that are whole."""

    def fail(_: object) -> None:
        raise error

    monkeypatch.setattr(module, "_mutagen", fail)
    _, (fault,) = read(mp3(10))
    assert fault.code == "AUDIO-017" and error.__name__ in fault.message


def test_a_damaged_size_takes_no_memory(tmp_path: Path) -> None:
    """mutagen asks for as much as a box says there is: here, 4 GB."""
    data = tagged(ilst((b"\xa9nam", 1, b"x")))
    at = data.index(b"\xa9nam") - 4
    path = tmp_path / "a.m4a"
    path.write_bytes(data[:at] + b"\xff\xff\xff\xf0" + data[at + 4 :])
    tracemalloc.start()
    try:
        found, _ = read_recording(path)
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert found and peak < 8_000_000
