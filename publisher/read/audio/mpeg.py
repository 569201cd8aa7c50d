"""MP3: MPEG-1, 2 and 2.5 audio, layer III. ISO/IEC 11172-3 §2.4.2.3, 13818-3 §2.4.2.3.

The header for the whole file that many encoders put into the first frame (Xing or Info, with LAME's
delays; VBRI) is only believed where the frames bear it out.
http://gabriel.mp3-tech.org/mp3infotag.html
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from struct import unpack_from

from publisher.read.audio.fault import (
    COPY_AGAIN,
    EXPORT_AGAIN,
    INCOMPLETE,
    MISCOUNTED,
    UNPLAYED,
    AudioFault,
    UnfitError,
    clock,
)
from publisher.read.audio.frames import TICKS, Frame, FrameWalk
from publisher.read.audio.sound import Sound, span

_MPEG1, _MPEG2, _MPEG25 = 3, 2, 0
_LAYER3, _LAYER2 = 1, 2
_RATES = {_MPEG1: (44100, 48000, 32000), _MPEG2: (22050, 24000, 16000), _MPEG25: (11025, 12000, 8000)}
_KILOBITS = {
    (True, _LAYER3): (32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320),
    (True, _LAYER2): (32, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256, 320, 384),
    (False, _LAYER3): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
    (False, _LAYER2): (8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160),
}
_SYNC = re.compile(rb"\xff[\xe2-\xe5\xf2-\xf5\xfa-\xfd]|ID3[\x02-\x04]\x00", re.DOTALL)
_TOLERATED = 2  # frames: the one cut at the end, and the header's own, which some encoders count


@cache
def _frames() -> dict[bytes, Frame]:
    """Every frame there can be, by the first three bytes of its header."""
    found = {}
    for version, rates in _RATES.items():
        for layer in (_LAYER3, _LAYER2):
            samples = 576 if layer == _LAYER3 and version != _MPEG1 else 1152
            for bits, kilobits in enumerate(_KILOBITS[version == _MPEG1, layer], 1):
                for index, rate in enumerate(rates):
                    size, ticks = samples * 125 * kilobits // rate, samples * TICKS // rate
                    for free in range(8):  # no CRC, padding and private bits
                        head = 0xFFE0 | version << 3 | layer << 1 | free >> 2
                        key = head << 8 | bits << 4 | index << 2 | free & 3
                        frame = Frame(size + (free >> 1 & 1), ticks, version << 8 | layer << 4 | index)
                        found[key.to_bytes(3, "big")] = frame
    return found


def _measure(data: bytes, at: int) -> Frame | None:
    return _frames().get(data[at : at + 3])


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What the first frame says of the whole file; `padding` is in samples, None is not said."""

    frames: int | None = None
    padding: int = 0


def promise(frame: bytes) -> Promise | None:
    """The Xing, Info or VBRI header that `frame` holds instead of sound, or None."""
    at = max(frame.find(b"Xing", 4, 48), frame.find(b"Info", 4, 48))
    if at > 0 and len(frame) >= at + 16:
        flags, frames = unpack_from(">II", frame, at + 4)
        lame = at + 8 + sum(size for bit, size in ((1, 4), (2, 4), (4, 100), (8, 4)) if flags & bit)
        delays = frame[lame + 21 : lame + 24] if frame[lame : lame + 1].isalnum() else b""
        delay, padding = divmod(int.from_bytes(delays, "big"), 1 << 12)
        return Promise(frames=(frames or None) if flags & 1 else None, padding=delay + padding)
    if frame[36:40] == b"VBRI" and len(frame) >= 54:
        return Promise(frames=unpack_from(">I", frame, 50)[0] or None)
    return None


class MpegWalk:
    """Walks through an MP3 file."""

    def __init__(self) -> None:
        self.frames = FrameWalk(_measure, _SYNC)

    def feed(self, block: bytes) -> None:
        """Take the next bytes of the file."""
        self.frames.feed(block)

    def sound(self) -> Sound:
        """What was heard, without the silence the encoder padded it with."""
        walk = self.frames
        walk.close()
        count, size, ticks, padding, said = walk.count, walk.size, walk.ticks, 0, promise(walk.first)
        if said:
            own = _measure(walk.first, 0) or Frame(0, 0, 0)
            count, size, ticks = count - 1, size - own.size, ticks - own.ticks
            padding = said.padding * own.ticks // _samples(own)
        duration = span(max(ticks - padding, 0) or ticks, TICKS)
        faults = walk.faults(duration)
        _refuse_layer2(walk.first)
        if said and said.frames:
            faults += _compare(said.frames, count, duration)
        mono = ((walk.second if said else walk.first) or walk.first)[3] >> 6 == 3
        return Sound(
            duration=duration,
            size=size,
            channels=1 if mono else 2,
            digest=walk.digest.hexdigest(),
            rate=_rate(walk.first),
            faults=faults,
        )


def _rate(frame: bytes) -> int:
    return _RATES[frame[1] >> 3 & 3][frame[2] >> 2 & 3]


def _samples(frame: Frame) -> int:
    return 1152 if frame.kind >> 8 == _MPEG1 else 576


def _refuse_layer2(frame: bytes) -> None:
    if frame[1] >> 1 & 3 == _LAYER2:
        message = "it is MPEG layer II (MP2), as broadcasters use it; many podcast apps do not play it"
        raise UnfitError(UNPLAYED, message)


def _compare(promised: int, found: int, duration: timedelta) -> tuple[AudioFault, ...]:
    """Hold the promised number of frames against the frames found, which sound for `duration`."""
    whole = duration / found * promised
    if promised > found + _TOLERATED:
        message = f"it is cut short: it says it lasts {clock(whole)}, but only {clock(duration)} is there"
        raise UnfitError(INCOMPLETE, message + "; listeners would lose the rest", COPY_AGAIN)
    if duration - whole < timedelta(seconds=1):
        return ()
    message = f"it says it lasts {clock(whole)}, but {clock(duration)} is there; apps show the wrong length"
    return (AudioFault(MISCOUNTED, message, "do not join MP3 files end to end: " + EXPORT_AGAIN),)
