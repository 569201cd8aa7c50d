"""AAC as a bare stream of ADTS frames. ISO/IEC 13818-7 §6.2, 14496-3 §1.A.3."""

from __future__ import annotations

import re

from publisher.read.audio.frames import TICKS, Frame, FrameWalk
from publisher.read.audio.sound import Sound, span

_RATES = (96000, 88200, 64000, 48000, 44100, 32000, 24000, 22050, 16000, 12000, 11025, 8000, 7350)
_SYNC = re.compile(rb"\xff[\xf0\xf1\xf8\xf9]|ID3[\x02-\x04]\x00", re.DOTALL)
_HEADER = 7


def _measure(data: bytes, at: int) -> Frame | None:
    head = data[at : at + _HEADER]
    if len(head) < _HEADER or head[0] != 0xFF or head[1] & 0xF6 != 0xF0:
        return None
    size = (head[3] & 3) << 11 | head[4] << 3 | head[5] >> 5
    rate = head[2] >> 2 & 15
    if size <= _HEADER or rate >= len(_RATES):
        return None
    blocks = (head[6] & 3) + 1
    return Frame(size, 1024 * blocks * TICKS // _RATES[rate], head[1] << 8 | head[2] & 0xFC)


class AdtsWalk:
    """Walks through an ADTS file."""

    def __init__(self) -> None:
        self.frames = FrameWalk(_measure, _SYNC)

    def feed(self, block: bytes) -> None:
        """Take the next bytes of the file."""
        self.frames.feed(block)

    def sound(self) -> Sound:
        """What was heard. Channels that only the sound itself tells count as two."""
        walk = self.frames
        walk.close()
        duration = span(walk.ticks, TICKS)
        faults = walk.faults(duration)
        configuration = (walk.first[2] & 1) << 2 | walk.first[3] >> 6
        channels = {0: 2, 7: 8}.get(configuration, configuration)
        return Sound(
            duration=duration,
            size=walk.size,
            channels=channels,
            digest=walk.digest.hexdigest(),
            faults=faults,
        )
