"""Ogg Vorbis and Opus: pages that each tell how many samples have been heard so far.

RFC 3533 §6 for pages, RFC 7845 §4 for Opus, https://xiph.org/vorbis/doc/Vorbis_I_spec.html §4.2 and A.2.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from struct import Struct

from publisher.read.audio.fault import (
    COPY_AGAIN,
    EXPORT_AGAIN,
    INCOMPLETE,
    JUNK_INSIDE,
    NO_END,
    SILENT,
    UNKNOWN,
    UNPLAYED,
    VIDEO,
    AudioFault,
    UnfitError,
    amount,
    clock,
)
from publisher.read.audio.format import OPUS, VORBIS, Format
from publisher.read.audio.sound import Sound, span

_HEADER = Struct("<5sBqIIIB")
_CAPTURE = b"OggS\0"
_FIRST, _LAST = 2, 4
_LONGEST_PAGE = 30  # seconds: 255 packets of Opus's 120 ms
_STRANGERS = (
    (b"\x7fFLAC", UNPLAYED, "FLAC audio in an Ogg file"),
    (b"Speex   ", UNPLAYED, "Speex audio"),
    (b"\x80theora", VIDEO, "an Ogg video (Theora)"),
    (b"\x01video", VIDEO, "an Ogg video"),
)


@dataclass(frozen=True, slots=True)
class Page:
    """A page's header. `position` counts samples, -1 where no packet ends on the page."""

    flags: int
    position: int
    stream: int
    start: int
    end: int


def page_at(data: bytes, at: int) -> Page | None:
    """The page that starts at `at`, if `data` has its whole header; its body may reach further."""
    if len(data) < at + _HEADER.size or not data.startswith(_CAPTURE, at):
        return None
    _, flags, position, stream, _, _, count = _HEADER.unpack_from(data, at)
    sizes = data[at + _HEADER.size : at + _HEADER.size + count]
    start = at + _HEADER.size + count
    return Page(flags, position, stream, start, start + sum(sizes)) if len(sizes) == count else None


def identify_ogg(head: bytes) -> Format:
    """Which Ogg format starts with `head`. Raises UnfitError where apps play none of its streams."""
    starts = [head[page.start : page.start + 8] for page in _opening(head)]
    for magic, rule, what in _STRANGERS:
        if any(start.startswith(magic) for start in starts):
            raise UnfitError(rule, f"it is {what}, which most podcast apps do not play")
    for start in starts:
        if start.startswith(b"OpusHead"):
            return OPUS
        if start.startswith(b"\x01vorbis"):
            return VORBIS
    raise UnfitError(UNKNOWN, "it is an Ogg file, but I do not know what is in it")


def _opening(head: bytes) -> Iterator[Page]:
    """The pages at the beginning that each open a stream."""
    at = 0
    while (page := page_at(head, at)) and page.flags & _FIRST:
        yield page
        at = page.end


@dataclass(slots=True)
class Stream:
    """One Vorbis or Opus stream, as far as heard; `began` and `now` are positions in samples."""

    rate: int
    channels: int
    began: int
    now: int = 0
    size: int = 0
    ended: bool = False

    def hear(self, page: Page) -> None:
        """Take one page of this stream into account."""
        if page.position > 0:
            if not self.size and page.position > self.began + _LONGEST_PAGE * self.rate:
                self.began = page.position  # cut out of a longer one, whose clock it keeps
            self.now = max(self.now, page.position)
            self.size += page.end - page.start
        self.ended = self.ended or bool(page.flags & _LAST)

    @property
    def duration(self) -> timedelta:
        """How long it sounds."""
        return span(max(self.now - self.began, 0), self.rate)


def _opened(body: bytes) -> Stream | None:
    if body.startswith(b"OpusHead") and len(body) >= 19:
        return Stream(rate=48000, channels=body[9] or 1, began=int.from_bytes(body[10:12], "little"))
    if body.startswith(b"\x01vorbis") and len(body) >= 30 and (rate := int.from_bytes(body[12:16], "little")):
        return Stream(rate=rate, channels=body[11] or 1, began=0)
    return None


class OggWalk:
    """Walks through an Ogg file. Streams that follow each other sound one after the other."""

    def __init__(self) -> None:
        self._streams: dict[int, Stream] = {}
        self._done: list[Stream] = []
        self._rest = b""
        self._junk = 0
        self._digest = hashlib.sha256()

    def feed(self, block: bytes) -> None:
        """Take the next bytes of the file."""
        data, at = self._rest + block, 0
        while (found := data.find(_CAPTURE, at)) >= 0:
            self._junk += found - at
            at = found
            page = page_at(data, at)
            if page is None or page.end > len(data):
                break
            self._hear(page, data)
            at = page.end
        if found < 0:  # the first bytes of the next page may be there already
            keep = max(at, len(data) - len(_CAPTURE) + 1)
            self._junk += keep - at
            at = keep
        self._rest = data[at:]

    def _hear(self, page: Page, data: bytes) -> None:
        if page.flags & _FIRST and (opened := _opened(data[page.start : page.end])):
            if page.stream in self._streams:
                self._done.append(self._streams.pop(page.stream))
            self._streams[page.stream] = opened
        elif page.stream in self._streams:
            stream = self._streams[page.stream]
            stream.hear(page)
            if stream.size:  # headers, tags among them, come before the first sample
                self._digest.update(data[page.start : page.end])

    def sound(self) -> Sound:
        """What was heard."""
        streams = [*self._done, *self._streams.values()]
        duration = sum((stream.duration for stream in streams), timedelta())
        if self._rest.startswith(_CAPTURE[:4]):
            message = f"it is cut short after {clock(duration)}; listeners would lose the rest"
            raise UnfitError(INCOMPLETE, message, COPY_AGAIN)
        if not duration:
            raise UnfitError(SILENT, "there is no sound in it", COPY_AGAIN)
        return Sound(
            duration=duration,
            size=sum(stream.size for stream in streams),
            channels=streams[0].channels,
            digest=self._digest.hexdigest(),
            faults=tuple(self._faults(streams)),
        )

    def _faults(self, streams: list[Stream]) -> Iterator[AudioFault]:
        if self._junk:
            message = f"it has {amount(self._junk)} of garbage in it; listeners may hear a click"
            yield AudioFault(JUNK_INSIDE, message, EXPORT_AGAIN)
        if not all(stream.ended for stream in streams):
            message = "it has no end mark: it was cut, or recorded off the air; some apps show no length"
            yield AudioFault(NO_END, message, "listen to its end; if something is missing, " + EXPORT_AGAIN)
