"""Walking through MP3 and ADTS: frames that each say how long they are, with no index over them.

Only counting the frames tells how long such a file is: headers that promise a length may be absent,
or speak of a file that has since been cut. https://id3.org/id3v2.4.0-structure for the tags between.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable
from datetime import timedelta
from typing import NamedTuple

from publisher.read.audio.fault import (
    COPY_AGAIN,
    EXPORT_AGAIN,
    INCOMPLETE,
    JUNK_BEFORE,
    JUNK_INSIDE,
    SILENT,
    AudioFault,
    UnfitError,
    amount,
    clock,
)

TICKS = 28_224_000
"""Ticks in a second: the least number that every sample rate of MPEG audio divides."""

_LOOKAHEAD = 1 << 15  # four of the largest frames (ADTS: 8,191 bytes)
_CONFIRM = 3  # frames in a row: in random bytes that is one chance in billions
_SCRAP = 2048  # more than the part of a frame that any cut leaves behind


class Frame(NamedTuple):
    """A frame's header: `size` in bytes, `ticks` of sound; frames of one stream have one `kind`."""

    size: int
    ticks: int
    kind: int


class FrameWalk:
    """Counts the frames of a stream fed in blocks, and the bytes that are neither frames nor tags.

    `measure(data, at)` is the frame that starts there, or None; `sync` matches every three bytes
    that may start one, and the first five of an ID3v2 tag.
    """

    def __init__(self, measure: Callable[[bytes, int], Frame | None], sync: re.Pattern[bytes]) -> None:
        self._measure, self._sync = measure, sync
        self.first = b""
        """The first frame: it may hold no sound but a header for the whole file."""
        self.second = b""
        self.count = self.size = self.ticks = 0
        self.digest = hashlib.sha256()
        """Of the frames alone."""
        self.before = self.inside = 0
        """Bytes of garbage before the first frame, and between frames."""
        self.gap = 0
        """Bytes of garbage since the last frame."""
        self.cut = False
        """Whether the file ends inside a tag."""
        self._kind = -1
        self._skip = 0
        self._rest = b""

    def feed(self, block: bytes) -> None:
        """Walk through the next block."""
        self._walk(self._rest + block, last=False)

    def close(self) -> None:
        """Walk through what is left; a last frame that is cut does not count."""
        self._walk(self._rest, last=True)
        self.cut = self._skip > 0

    def _walk(self, data: bytes, *, last: bool) -> None:
        at = self._skip
        end = len(data) if last else len(data) - _LOOKAHEAD
        while at < end:
            frame = self._measure(data, at)
            if frame is None or frame.kind != self._kind:
                at = self._seek(data, at, end)
            elif at + frame.size > len(data):
                at = end
            else:
                self._take(data, at, frame)
                at += frame.size
        self._rest = data[at:]
        self._skip = max(0, at - len(data))

    def _take(self, data: bytes, at: int, frame: Frame) -> None:
        whole = data[at : at + frame.size]
        self.digest.update(whole)
        if self.count < 2:
            self.first, self.second = (self.first, whole) if self.count else (whole, b"")
        if self.count:
            self.inside += self.gap
        else:
            self.before = self.gap
        self.gap = 0
        self.count += 1
        self.size += frame.size
        self.ticks += frame.ticks

    def _seek(self, data: bytes, at: int, end: int) -> int:
        """Where to go on from `at`, where no frame of this stream starts."""
        if length := tag_length(data, at):
            return at + length
        for match in self._sync.finditer(data, at, min(end + 4, len(data))):
            found = match.start()
            if self._confirmed(data, found):
                self.gap += found - at
                return found
            if length := tag_length(data, found):
                self.gap += found - at
                return found + length
        self.gap += max(end - at, 0)
        return end

    def _confirmed(self, data: bytes, at: int) -> bool:
        """Whether frames of one kind follow each other from `at`, up to a tag or the end of the file."""
        first = frame = self._measure(data, at)
        for passed in range(_CONFIRM):
            if first is None or frame is None or frame.kind != first.kind:
                return False
            at += frame.size
            if at > len(data) and passed == 0:
                return False
            if at >= len(data) or tag_length(data, at):
                break
            frame = self._measure(data, at)
        self._kind = first.kind if first else -1
        return True

    def faults(self, duration: timedelta) -> tuple[AudioFault, ...]:
        """What is wrong with the stream as a whole. Raises UnfitError if it cannot be published."""
        if not self.count or not duration:
            message = "it ends before any sound comes" if self.cut else "there is no sound in it"
            raise UnfitError(INCOMPLETE if self.cut else SILENT, message, COPY_AGAIN)
        lost = duration * (self.inside / self.size)
        if lost >= timedelta(seconds=1):
            message = f"it has holes: {clock(lost)} of it is no sound; listeners would hear it jump"
            raise UnfitError(INCOMPLETE, message, COPY_AGAIN)
        found = []
        if self.before > _SCRAP:
            message = f"it has {amount(self.before)} of garbage before the sound; some apps see no tags in it"
            found.append(AudioFault(JUNK_BEFORE, message + ", some do not play it", EXPORT_AGAIN))
        if lost >= timedelta(milliseconds=100):
            message = f"it has {amount(self.inside)} of garbage in the middle; listeners may hear a click"
            found.append(AudioFault(JUNK_INSIDE, message, EXPORT_AGAIN))
        return tuple(found)


def tag_length(data: bytes, at: int) -> int:
    """The length of the ID3 or APE tag that starts at `at`, else 0."""
    start = data[at : at + 3]
    if start == b"TAG":
        return 128
    if start == b"ID3" and len(head := data[at : at + 10]) == 10 and max(head[6:]) < 0x80:
        size = head[6] << 21 | head[7] << 14 | head[8] << 7 | head[9]
        return 10 + size + (10 if head[5] & 0x10 else 0)
    if data[at : at + 8] == b"APETAGEX" and len(head := data[at : at + 24]) == 24:
        size = int.from_bytes(head[12:16], "little")
        return 32 + (size if head[23] & 0x20 else 0)
    return 0
