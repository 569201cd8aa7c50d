"""What an M4A file sounds like, by its index: whether it is whole, audio alone, and AAC or ALAC."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import BinaryIO

from publisher.read.audio.fault import (
    COPY_AGAIN,
    EXPORT,
    EXPORT_AGAIN,
    FRAGMENTED,
    INCOMPLETE,
    INDEX_LAST,
    PROTECTED,
    SILENT,
    UNPLAYED,
    VIDEO,
    AudioFault,
    UnfitError,
)
from publisher.read.audio.mdat import MdatHash
from publisher.read.audio.mp4 import (
    Atom,
    Track,
    atoms,
    damaged,
    duration,
    fields,
    find,
    need,
    reach,
    sample_bytes,
    timescale,
    tracks,
)
from publisher.read.audio.sound import Sound

_PICTURES = (b"jpeg", b"png ", b"mjpa", b"mjpb")
_AAC = (0x40, 0x66, 0x67, 0x68)  # esds object types: MPEG-4 and MPEG-2 AAC
_MPEG4, _PARAMETRIC_STEREO = 31, 29


@dataclass(frozen=True, slots=True, kw_only=True)
class Movie:
    """The boxes at the top: the index, and where the first box of data starts, -1 without one."""

    moov: Atom
    mdat: int


def movie(file: BinaryIO, size: int) -> Movie:
    """The movie in a file of `size` bytes. Raises UnfitError where it is not all there."""
    moov, mdat = None, -1
    for atom in atoms(file, 0, size):
        is_garbage = moov is not None and mdat >= 0 and atom.name != b"mdat"
        if atom.end > size and not is_garbage:
            raise UnfitError(INCOMPLETE, "it is cut short; listeners would lose the rest", COPY_AGAIN)
        if atom.name == b"moov":
            moov = moov or atom
        elif atom.name == b"mdat" and mdat < 0:
            mdat = atom.start
    if moov is None:
        message = (
            "it was never finished: it has no index, as when a recorder stops too early; no app plays it"
        )
        raise UnfitError(INCOMPLETE, message, "copy the file again, or " + EXPORT_AGAIN)
    return Movie(moov=moov, mdat=mdat)


class M4aWalk:
    """Looks up an M4A file: the index that makes sense of its bytes may come last."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._data = MdatHash()

    def feed(self, block: bytes) -> None:
        """Hash what sounds."""
        self._data.feed(block)

    def sound(self) -> Sound:
        """What was found."""
        file = self._file
        size = file.seek(0, 2)
        top = movie(file, size)
        _refuse_quicktime(file)
        track = _sound_track(tracks(file, top.moov))
        channels = _channels(file, track)
        lasts = duration(file, track, timescale(file, need(file, top.moov, b"mvhd")))
        self._refuse_absent(top, track, lasts, size)
        faults = tuple(_index_last(top))
        return Sound(
            duration=lasts,
            size=sample_bytes(file, track),
            channels=channels,
            digest=self._data.hexdigest(),
            faults=faults,
        )

    def _refuse_absent(self, top: Movie, track: Track, lasts: timedelta, size: int) -> None:
        """Hold the index against what is there."""
        file = self._file
        if not lasts:
            if find(file, top.moov, b"mvex"):
                message = "it is in fragments, made for streaming; podcast apps show no length for it"
                raise UnfitError(FRAGMENTED, message, EXPORT)
            raise UnfitError(SILENT, "there is no sound in it", COPY_AGAIN)
        if reach(file, track) > size:
            message = "it is cut short: its index speaks of sound that is not there"
            raise UnfitError(INCOMPLETE, message + "; listeners would lose the rest", COPY_AGAIN)


def _refuse_quicktime(file: BinaryIO) -> None:
    file.seek(0)
    head = file.read(12)
    if head[4:8] != b"ftyp" or head[8:12] == b"qt  ":
        raise UnfitError(VIDEO, "it is a QuickTime movie (MOV), which podcast apps do not take as audio")


def _sound_track(found: tuple[Track, ...]) -> Track:
    """The one that is heard. Pictures that go with chapters make no video."""
    chapters = {id for track in found for id in track.chapters}
    if any(t.handler == b"vide" and t.id not in chapters and t.format not in _PICTURES for t in found):
        raise UnfitError(VIDEO, "it is a video; a podcast episode is audio, and far smaller")
    track = next((track for track in found if track.handler == b"soun"), None)
    if track is None:
        raise UnfitError(SILENT, "there is no sound in it")
    if track.format in (b"drms", b"enca"):
        raise UnfitError(PROTECTED, "it is copy-protected; nobody but its buyer could play it")
    return track


def _channels(file: BinaryIO, track: Track) -> int:
    """How many channels there are. Raises UnfitError where they are coded as neither AAC nor ALAC."""
    (written,) = fields(file, track.entry.start + 16, "H")
    if track.format == b"alac":
        return written or 2
    if track.format != b"mp4a":
        name = track.format.decode("latin-1").strip()
        raise UnfitError(UNPLAYED, f"its sound is coded as {name!r}, which many podcast apps do not play")
    esds = find(file, Atom(b"", track.entry.start + 28, track.entry.end), b"esds")
    if esds is None:
        raise damaged()
    file.seek(esds.start + 4)
    kind, configuration = _esds(file.read(min(esds.end - esds.start, 256)))
    if kind not in _AAC:
        raise UnfitError(UNPLAYED, "its sound is not AAC; many podcast apps do not play it")
    return _aac_channels(configuration) or written or 2


def _esds(data: bytes) -> tuple[int, bytes]:
    """The object type of an elementary stream descriptor, and its decoder's configuration."""
    kind, at = 0, 0
    while at < len(data):
        tag, at = data[at], at + 1
        length = 0
        for byte in data[at : at + 4]:
            length, at = length << 7 | byte & 0x7F, at + 1
            if not byte & 0x80:
                break
        body = data[at : at + length]
        if tag == 3 and len(body) > 2:
            flags = body[2]
            at += 3 + (2 if flags & 0x80 else 0) + (2 if flags & 0x20 else 0)
        elif tag == 4 and body:
            kind, at = body[0], at + 13
        elif tag == 5:
            return kind, body
        else:
            at += length
    return kind, b""


def _aac_channels(configuration: bytes) -> int:
    """The channels that an AudioSpecificConfig tells, 0 where it leaves that to the sound."""
    bits = "".join(f"{byte:08b}" for byte in configuration[:8]).ljust(64, "0")
    kind, at = int(bits[:5], 2), 5
    if kind == _MPEG4:
        kind, at = 32 + int(bits[5:11], 2), 11
    at += 28 if bits[at : at + 4] == "1111" else 4
    channels = int(bits[at : at + 4], 2)
    return 2 if kind == _PARAMETRIC_STEREO else {7: 8}.get(channels, channels)


def _index_last(top: Movie) -> Iterator[AudioFault]:
    if 0 <= top.mdat < top.moov.start:
        message = "its index lies behind the sound, so that apps have to fetch its end before they can play"
        fix = 'export it again with "fast start" or "optimise for streaming", or as MP3 (mono, 96 kb/s)'
        yield AudioFault(INDEX_LAST, message, fix)
