"""What a page offers to take along: files and links with a name that says what they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from publisher.model import Episode, Published
from publisher.render.site.amounts import size
from publisher.render.site.frame import Frame
from publisher.render.site.reading import Reading
from publisher.render.stream.keys import chapters_key

FORMATS = {
    "audio/mpeg": "MP3",
    "audio/x-m4a": "M4A",
    "audio/mp4": "M4A",
    "audio/aac": "AAC",
    "audio/ogg": "Ogg",
    "audio/opus": "Opus",
}
PLAIN = {"vtt": "WebVTT", "srt": "SRT", "json": "JSON", "html": "HTML"}


@dataclass(frozen=True, slots=True, kw_only=True)
class File:
    """A file: its format, its media type, and how large it is, if anybody knows."""

    href: str
    format: str
    type: str
    size: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Offer:
    """The same in one or more formats; `language` is told only where it is not the show's."""

    name: str
    files: tuple[File, ...]
    language: str | None = None


def recording(frame: Frame, item: Published[Episode]) -> File | None:
    """Offer the recording of `item`."""
    enclosure = item.enclosure
    if not enclosure:
        return None
    return File(
        href=frame.edition.media_url(enclosure),
        format=FORMATS.get(enclosure.type) or suffix(enclosure.url or enclosure.key).upper(),
        type=enclosure.type,
        size=size(enclosure.length, frame.w.locale) if enclosure.length else None,
    )


def offers(frame: Frame, item: Published[Episode], readings: tuple[Reading, ...]) -> Iterator[Offer]:
    """Offer the recording of `item`, its transcripts and its chapters."""
    if audio := recording(frame, item):
        yield Offer(name=frame.w.text("Recording"), files=(audio,))
    for reading in readings:
        yield _transcript(frame, reading)
    if item.entry.chapters:
        file = File(href=frame.url(chapters_key(item)), format="JSON", type="application/json+chapters")
        yield Offer(name=frame.w.text("Chapters"), files=(file,))


def _transcript(frame: Frame, reading: Reading) -> Offer:
    is_other = reading.language and reading.language != frame.edition.show.language
    name = frame.w.text("Transcript")
    return Offer(
        name=f"{name} ({reading.name})" if is_other else name,
        files=tuple(
            File(href=frame.url(file.key), format=PLAIN[suffix(file.key)], type=file.type)
            for file in reading.files
        ),
        language=reading.language if is_other else None,
    )


def suffix(address: str) -> str:
    """Give the extension of the file at `address`, without its dot."""
    return PurePosixPath(urlsplit(address).path).suffix.lstrip(".")
