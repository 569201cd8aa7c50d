"""What is heard: recordings, their chapters, and what is said in them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from publisher.model.asset import Asset
from publisher.model.problem import Place
from publisher.model.public import PRIVATE


@dataclass(frozen=True, slots=True, kw_only=True)
class ChapterPlace:
    """Where on earth a chapter is about: `geo` is a geo: URI (RFC 5870), `osm` an OpenStreetMap id."""

    name: str
    geo: str
    osm: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Chapter:
    """A named stretch of a recording. `toc` False keeps it out of lists; `art` is its picture, else `img`."""

    start: timedelta
    title: str | None = None
    end: timedelta | None = None
    url: str | None = None
    img: str | None = None
    art: Asset | None = None
    toc: bool = True
    location: ChapterPlace | None = None
    place: Place | None = field(default=None, compare=False, repr=False, metadata=PRIVATE)
    """Where it was written; None for the recording's own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """Something that is said. Without `start` nobody knows when, without `end` until when.

    `text` has single blanks only, and a line feed between paragraphs.
    """

    text: str
    start: timedelta | None = None
    end: timedelta | None = None
    speaker: str | None = None
    place: Place | None = field(default=None, compare=False, repr=False, metadata=PRIVATE)
    """Where it was written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Transcript:
    """What is said, in one language, the show's if None. Cues are in the order of their starts."""

    language: str | None = None
    cues: tuple[Cue, ...] = ()
    """Empty only where the file could not be read, and reading has said why."""

    @property
    def is_timed(self) -> bool:
        """Whether every cue has a start, as captions need."""
        return bool(self.cues) and all(cue.start is not None for cue in self.cues)


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """What a recording's own tags say about it."""

    title: str | None = None
    artist: str | None = None
    album: str | None = None
    date: str | None = None
    description: str | None = None
    picture: str | None = None
    """Media type of the embedded picture, e.g. image/jpeg."""
    chapters: tuple[Chapter, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """An audio file as it lies there, judged by its content.

    `type` is the media type of the content (audio/mpeg, audio/x-m4a, audio/ogg, audio/aac) and
    `extension` the one that belongs to it, with its dot. `bitrate` is in bits per second.
    """

    path: Path = field(metadata=PRIVATE)
    size: int
    sha256: str
    sound: str
    """sha256 of the coded sound alone: other tags, another cover or title do not change it."""
    type: str
    extension: str
    duration: timedelta
    bitrate: int
    channels: int
    rate: int = 0
    """Samples a second; 0 where only a decoder would know."""
    tags: Tags = field(default=Tags(), metadata=PRIVATE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Elsewhere:
    """Media that somebody else hosts, as the producer describes it. `length` is in bytes."""

    url: str
    length: int
    type: str
    duration: timedelta = timedelta()
