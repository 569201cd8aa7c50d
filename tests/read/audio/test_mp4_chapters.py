"""Chapters of M4A files that stand in text tracks, as most editors write them."""

from __future__ import annotations

import struct
from datetime import timedelta
from io import BytesIO

from publisher.model import Chapter
from publisher.read.audio.mp4_chapters import read_text_tracks

from .build import FTYP, atom, entry, moov, track

START = len(FTYP) + 8
TEXT = atom(b"text", bytes(51))


def sample(text: bytes, url: bytes = b"") -> bytes:
    """A text sample, and the href box that may follow."""
    href = struct.pack(">HHB", 0, len(text), len(url)) + url + b"\0"
    return struct.pack(">H", len(text)) + text + (atom(b"href", href) if url else b"")


def movie(*texts: list[bytes], referred: int | None = None) -> BytesIO:
    """A movie whose sound refers to the first `referred` of the text tracks, by default to all."""
    ids = range(2, 2 + (len(texts) if referred is None else referred))
    refer = atom(b"tref", atom(b"chap", struct.pack(f">{len(ids)}I", *ids)))
    data, tracks = b"", [track(1, b"soun", entry(), [1], START, extra=refer)]
    for number, samples in enumerate(texts, 2):
        sizes = [len(one) for one in samples]
        tracks.append(track(number, b"text", TEXT, sizes, START + len(data), ticks=1500, scale=1000))
        data += b"".join(samples)
    return BytesIO(FTYP + atom(b"mdat", data) + moov(*tracks))


def chapter(number: int, title: str, url: str | None = None) -> Chapter:
    """The chapter of that number, a second and a half long."""
    start = timedelta(seconds=1.5 * number)
    return Chapter(start=start, end=start + timedelta(seconds=1.5), title=title, url=url)


def test_each_sample_is_a_chapter() -> None:
    """In UTF-8, or UTF-16 where it says so; one without text is a pause between chapters."""
    found = read_text_tracks(
        movie([sample("Gæst".encode()), sample(b""), sample(b"\xfe\xff" + "Åse".encode("utf-16-be"))])
    )
    assert found == (chapter(0, "Gæst"), chapter(2, "Åse"))


def test_links_come_from_any_of_the_tracks() -> None:
    """Hindenburg and Auphonic write titles into one track and links into another."""
    links = [sample(b"x", b"https://example.org/1"), sample(b"y", b"no address")]
    found = read_text_tracks(movie([sample(b"One"), sample(b"Two")], links))
    assert found == (chapter(0, "One", "https://example.org/1"), chapter(1, "Two"))


def test_text_that_the_sound_does_not_refer_to_is_no_chapter() -> None:
    """It may be subtitles."""
    assert read_text_tracks(movie([sample(b"One")], referred=0)) == ()


def test_nonsense_makes_no_chapters() -> None:
    """A damaged index, samples that are not there, and no movie at all."""
    whole = movie([sample(b"One"), sample(b"Two")]).getvalue()
    assert len(read_text_tracks(BytesIO(whole))) == 2
    for name in (b"stts", b"stsc", b"stsz", b"stco", b"stsd"):
        assert read_text_tracks(BytesIO(whole.replace(name, b"xxxx"))) == ()
    assert read_text_tracks(BytesIO(b"")) == ()


def test_there_are_no_more_than_a_thousand() -> None:
    """What has more is damaged."""
    assert len(read_text_tracks(movie([sample(b"x")] * 1200))) == 1000
