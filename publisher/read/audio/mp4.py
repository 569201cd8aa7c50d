"""M4A: MPEG-4 files with AAC or ALAC. ISO/IEC 14496-12 (boxes), 14496-1 §7.2.6 (esds), 14496-3 §1.6.

An index says where everything lies, so the file is not walked through but looked up, wherever in
it the index may be.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction
from itertools import repeat
from typing import BinaryIO

from publisher.read.audio.fault import COPY_AGAIN, INCOMPLETE, UnfitError
from publisher.read.audio.sound import span

_BLOCK = 1 << 16


@dataclass(frozen=True, slots=True)
class Atom:
    """A box: its content lies from `start` up to `end`, which may be past the end of the file."""

    name: bytes
    start: int
    end: int


def atoms(file: BinaryIO, start: int, end: int) -> Iterator[Atom]:
    """The boxes between `start` and `end`, up to the first that is none."""
    while start + 8 <= end:
        file.seek(start)
        head = file.read(16)
        if len(head) < 8:
            return
        size, header = int.from_bytes(head[:4], "big"), 8
        if size == 1:
            size, header = int.from_bytes(head[8:], "big"), 16
        elif size == 0:
            size = end - start
        if size < header:
            return
        yield Atom(head[4:8], start + header, start + size)
        start += size


def find(file: BinaryIO, atom: Atom, *path: bytes) -> Atom | None:
    """The first box at `path` inside `atom`."""
    found: Atom | None = atom
    for name in path:
        inside = atoms(file, found.start, found.end) if found else iter(())
        found = next((one for one in inside if one.name == name), None)
    return found


def need(file: BinaryIO, atom: Atom, *path: bytes) -> Atom:
    """The first box at `path` inside `atom`, which must be there."""
    found = find(file, atom, *path)
    if found is None:
        raise damaged()
    return found


def damaged() -> UnfitError:
    """The index cannot be what an encoder wrote."""
    return UnfitError(INCOMPLETE, "its index is damaged; apps would not play it", COPY_AGAIN)


def fields(file: BinaryIO, at: int, layout: str) -> tuple[int, ...]:
    """The big-endian numbers at `at`; `layout` as in struct."""
    size = struct.calcsize(">" + layout)
    file.seek(at)
    data = file.read(size)
    if len(data) < size:
        raise damaged()
    return struct.unpack(">" + layout, data)


def table(file: BinaryIO, atom: Atom, layout: str, skip: int = 4) -> Iterator[tuple[int, ...]]:
    """The rows of a box that has their number `skip` bytes in, read a block at a time."""
    (count,) = fields(file, atom.start + skip, "I")
    row = struct.Struct(">" + layout)
    at = atom.start + skip + 4
    if at + count * row.size > atom.end:
        raise damaged()
    while count:
        rows = min(count, _BLOCK // row.size)
        file.seek(at)
        data = file.read(rows * row.size)
        if len(data) < rows * row.size:
            raise damaged()
        yield from row.iter_unpack(data)
        at += len(data)
        count -= rows


@dataclass(frozen=True, slots=True, kw_only=True)
class Track:
    """One track. `handler` is soun, vide, text …, `format` the coding's name; `chapters` are the
    ids of the tracks that hold its chapters.
    """

    id: int
    handler: bytes
    format: bytes
    timescale: int
    entry: Atom
    stbl: Atom
    atom: Atom
    chapters: tuple[int, ...]


def tracks(file: BinaryIO, moov: Atom) -> tuple[Track, ...]:
    """Every track of a movie. Raises UnfitError where the index is damaged."""
    return tuple(_track(file, atom) for atom in atoms(file, moov.start, moov.end) if atom.name == b"trak")


def _track(file: BinaryIO, atom: Atom) -> Track:
    tkhd, mdhd = need(file, atom, b"tkhd"), need(file, atom, b"mdia", b"mdhd")
    stbl = need(file, atom, b"mdia", b"minf", b"stbl")
    stsd = need(file, stbl, b"stsd")
    entry = next(atoms(file, stsd.start + 8, stsd.end), None)
    if entry is None:
        raise damaged()
    chap = find(file, atom, b"tref", b"chap")
    ids = fields(file, chap.start, f"{min(chap.end - chap.start, 64) // 4}I") if chap else ()
    file.seek(need(file, atom, b"mdia", b"hdlr").start + 8)
    handler = file.read(4)
    return Track(
        id=fields(file, tkhd.start + (20 if _is_long(file, tkhd) else 12), "I")[0],
        handler=handler,
        format=entry.name,
        timescale=timescale(file, mdhd),
        entry=entry,
        stbl=stbl,
        atom=atom,
        chapters=ids,
    )


def timescale(file: BinaryIO, header: Atom) -> int:
    """The ticks in a second that an mvhd or mdhd box tells."""
    (scale,) = fields(file, header.start + (20 if _is_long(file, header) else 12), "I")
    if not scale:
        raise damaged()
    return scale


def _is_long(file: BinaryIO, atom: Atom) -> bool:
    return fields(file, atom.start, "B")[0] == 1


def duration(file: BinaryIO, track: Track, movie_scale: int) -> timedelta:
    """How long a track sounds: its samples, without what its edit list leaves out."""
    stts = need(file, track.stbl, b"stts")
    seconds = Fraction(sum(count * ticks for count, ticks in table(file, stts, "II")), track.timescale)
    if elst := find(file, track.atom, b"edts", b"elst"):
        edits = table(file, elst, "Qqi" if _is_long(file, elst) else "Iii")
        played = Fraction(sum(length for length, start, _ in edits if start >= 0), movie_scale)
        seconds = min(seconds, played or seconds)
    return span(*seconds.as_integer_ratio())


def sample_sizes(file: BinaryIO, track: Track) -> Iterator[int]:
    """The bytes of each sample of a track."""
    stsz = need(file, track.stbl, b"stsz")
    size, count = fields(file, stsz.start + 4, "II")
    yield from repeat(size, count) if size else (row[0] for row in table(file, stsz, "I", skip=8))


def sample_bytes(file: BinaryIO, track: Track) -> int:
    """The bytes of all samples of a track."""
    size, count = fields(file, need(file, track.stbl, b"stsz").start + 4, "II")
    return size * count if size else sum(sample_sizes(file, track))


def chunks(file: BinaryIO, track: Track) -> Iterator[int]:
    """Where in the file each chunk of samples starts."""
    if stco := find(file, track.stbl, b"stco"):
        yield from (row[0] for row in table(file, stco, "I"))
    else:
        yield from (row[0] for row in table(file, need(file, track.stbl, b"co64"), "Q"))


def reach(file: BinaryIO, track: Track) -> int:
    """How far into the file a track's samples reach at least: none is before the first chunk."""
    first = last = -1
    for start in chunks(file, track):
        first, last = start if first < 0 else min(first, start), max(last, start)
    samples = sample_bytes(file, track)
    if first < 0 or not samples:
        raise damaged()
    return max(first + samples, last + 1)
