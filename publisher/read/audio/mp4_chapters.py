"""Chapters as a text track, as iTunes, Hindenburg, Auphonic and ffmpeg write them into M4A files.

Titles are in the first text track that the sound refers to; links are in any of them, as the href
boxes of 3GPP TS 26.245 §5.17.1.3. A sample is two bytes of length, the text, then boxes.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import BinaryIO

from publisher.model import Chapter
from publisher.read.audio.fault import UnfitError
from publisher.read.audio.m4a import movie
from publisher.read.audio.mp4 import Track, chunks, need, sample_sizes, table, tracks
from publisher.read.audio.sound import span
from publisher.read.audio.tag_text import link, one_line

_TEXTS = (b"text", b"sbtl")
_MOST = 1000  # chapters
_LARGEST = 4096  # bytes of one: a title of any length that helps, and a link


def read_text_tracks(file: BinaryIO) -> tuple[Chapter, ...]:
    """The chapters of an M4A file, () where its text tracks make no sense."""
    try:
        found = tracks(file, movie(file, file.seek(0, 2)).moov)
        ids = next((track.chapters for track in found if track.chapters), ())
        texts = [track for id in ids for track in found if track.id == id and track.handler in _TEXTS]
        rows = [list(_rows(file, track)) for track in texts]
        links = {start: url for row in rows for (start, _), sample in row if (url := _href(sample))}
        scale = texts[0].timescale if texts else 1
        return tuple(
            Chapter(start=span(start, scale), end=span(end, scale), title=title, url=links.get(start))
            for (start, end), sample in (rows[0] if rows else ())
            if (title := _title(sample))
        )
    except UnfitError:
        return ()


def _rows(file: BinaryIO, track: Track) -> Iterator[tuple[tuple[int, int], bytes]]:
    return islice(zip(_times(file, track), _samples(file, track), strict=False), _MOST)


def _times(file: BinaryIO, track: Track) -> Iterator[tuple[int, int]]:
    now = 0
    for count, ticks in table(file, need(file, track.stbl, b"stts"), "II"):
        for _ in range(min(count, _MOST)):
            yield now, now + ticks
            now += ticks


def _samples(file: BinaryIO, track: Track) -> Iterator[bytes]:
    sizes = sample_sizes(file, track)
    spread = [row[:2] for row in table(file, need(file, track.stbl, b"stsc"), "III")]
    for number, at in enumerate(islice(chunks(file, track), _MOST), 1):
        share = max((row for row in spread if row[0] <= number), default=(0, 0))[1]
        for _ in range(min(share, _MOST)):
            size = next(sizes, None)
            if size is None:
                return
            file.seek(at)
            yield file.read(min(size, _LARGEST))
            at += size


def _title(sample: bytes) -> str | None:
    text = sample[2 : 2 + int.from_bytes(sample[:2], "big")]
    utf16 = text.startswith((b"\xfe\xff", b"\xff\xfe"))
    return one_line(text.decode("utf-16" if utf16 else "utf-8", "replace"))


def _href(sample: bytes) -> str | None:
    at = sample.find(b"href", 2 + int.from_bytes(sample[:2], "big")) + 8
    url = sample[at + 1 : at + 1 + sample[at]] if 8 <= at < len(sample) else b""
    return link(url.decode("latin-1"))
