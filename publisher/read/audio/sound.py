"""What walking through a file finds: how long it sounds, and in how many bytes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from publisher.read.audio.fault import COPY_AGAIN, INCOMPLETE, AudioFault, UnfitError

_LONGEST = 1000 * 3600  # seconds; what claims more is damaged, and might not fit a timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Sound:
    """The sound of a whole file; `size` is its coded bytes alone, without tags and container."""

    duration: timedelta
    size: int
    channels: int
    digest: str
    """sha256 of those coded bytes."""
    rate: int = 0
    """Samples a second; 0 where only a decoder would know."""
    faults: tuple[AudioFault, ...] = ()

    @property
    def bitrate(self) -> int:
        """The average, in bits per second."""
        return round(self.size * 8 / self.duration.total_seconds())


class Walk(Protocol):
    """Takes a file's blocks in order, then tells its sound. Memory does not grow with the file."""

    def feed(self, block: bytes) -> None:
        """Take the next bytes of the file."""

    def sound(self) -> Sound:
        """What was heard, once everything is fed; its duration is more than zero.

        Raises UnfitError where that is no recording.
        """


def span(ticks: int, rate: int) -> timedelta:
    """`ticks` at `rate` a second. Raises UnfitError for what no recording lasts."""
    if ticks > _LONGEST * rate:
        raise UnfitError(INCOMPLETE, "it is damaged: it says it lasts for months", COPY_AGAIN)
    return timedelta(microseconds=round(ticks * 1_000_000 / rate))
