"""A recording's own tags, by mutagen. https://mutagen.readthedocs.io, xiph.org/vorbis/doc/v-comment.html

Of several values the first that says something counts.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import timedelta
from importlib import import_module
from typing import Any, BinaryIO

from publisher.model import Chapter, Tags
from publisher.read.asset import picture_type
from publisher.read.audio.fault import TAGS, AudioFault
from publisher.read.audio.format import AAC, M4A, MP3, OPUS, VORBIS, Format
from publisher.read.audio.id3 import from_id3
from publisher.read.audio.mp4_chapters import read_text_tracks
from publisher.read.audio.tag_text import lines, link, one_line

_CHAPTER = re.compile(r"chapter(\d{1,3})", re.IGNORECASE)
_TIME = re.compile(r"(\d{1,3}):(\d{1,2}):(\d{1,2}(?:\.\d{1,9})?)")


def read_tags(file: BinaryIO, format: Format) -> tuple[Tags, tuple[AudioFault, ...]]:
    """What the tags say; when they cannot be read, nothing, and the fault."""
    try:
        return _READERS[format](file), ()
    except Exception as error:  # on damaged files mutagen raises far more than its own errors
        message = f"its tags cannot be read ({type(error).__name__}); apps may show no title or picture"
        fix = "write the title into a Markdown file beside it, or export the recording again"
        return Tags(), (AudioFault(TAGS, message, fix),)


class _Bounded:
    """A file that gives no more than it has: mutagen asks for as much as a damaged size says."""

    def __init__(self, file: BinaryIO) -> None:
        self.seek, self.tell = file.seek, file.tell
        self._read = file.read
        self._size = file.seek(0, 2)
        file.seek(0)

    def read(self, size: int = -1) -> bytes:
        left = max(self._size - self.tell(), 0)
        return self._read(left if size < 0 else min(size, left))


def _mutagen(name: str) -> Any:
    """One of mutagen's modules, loaded only now: they are slow to load, and untyped."""
    return import_module("mutagen." + name)


def _id3(file: BinaryIO) -> Tags:
    id3 = _mutagen("id3")
    try:
        return from_id3(id3.ID3(_Bounded(file)))
    except id3.ID3NoHeaderError:
        return Tags()


def _mp4(file: BinaryIO) -> Tags:
    mp4 = _mutagen("mp4").MP4(_Bounded(file))
    tags: dict[str, Any] = mp4.tags or {}
    nero = tuple(
        Chapter(start=timedelta(seconds=chapter.start), title=one_line(chapter.title))
        for chapter in mp4.chapters or ()
    )
    covers = (picture_type(bytes(cover[:16])) for cover in tags.get("covr", ()))
    return Tags(
        title=one_line(_first(tags, "\xa9nam")),
        artist=one_line(_first(tags, "\xa9ART", "aART")),
        album=one_line(_first(tags, "\xa9alb")),
        date=one_line(_first(tags, "\xa9day")),
        description=lines(_first(tags, "ldes", "desc", "\xa9cmt")),
        picture=next((found[1] for found in covers if found), None),
        chapters=nero or read_text_tracks(file),
    )


def _first(tags: dict[str, Any], *names: str) -> str | None:
    texts = (text for name in names for text in tags.get(name) or () if isinstance(text, str))
    return next((text for text in texts if text.strip("\0 ")), None)


def _vorbis(file: BinaryIO) -> Tags:
    return _comments(_mutagen("oggvorbis").OggVorbis(_Bounded(file)).tags)


def _opus(file: BinaryIO) -> Tags:
    return _comments(_mutagen("oggopus").OggOpus(_Bounded(file)).tags)


def _comments(pairs: Iterable[tuple[str, str]] | None) -> Tags:
    """What Vorbis comments say, as Ogg Vorbis and Opus both have them."""
    tags: dict[str, Any] = {}
    for name, value in pairs or ():
        tags.setdefault(name.lower(), []).append(value)
    return Tags(
        title=one_line(_first(tags, "title")),
        artist=one_line(_first(tags, "artist", "albumartist")),
        album=one_line(_first(tags, "album")),
        date=one_line(_first(tags, "date")),
        description=lines(_first(tags, "description", "comment")),
        picture=_block_picture(tags.get("metadata_block_picture", ())),
        chapters=tuple(sorted(_chapters(tags), key=lambda chapter: chapter.start)),
    )


def _chapters(tags: dict[str, Any]) -> Iterator[Chapter]:
    """https://wiki.xiph.org/Chapter_Extension, with the CHAPTERxxxURL that Auphonic adds."""
    for name in tags:
        time = _TIME.fullmatch((_first(tags, name) or "").strip()) if _CHAPTER.fullmatch(name) else None
        if time:
            hours, minutes, seconds = time.groups()
            yield Chapter(
                start=timedelta(hours=int(hours), minutes=int(minutes), seconds=float(seconds)),
                title=one_line(_first(tags, name + "name")),
                url=link(_first(tags, name + "url")),
            )


def _block_picture(blocks: Iterable[str]) -> str | None:
    pictures = [_mutagen("flac").Picture(base64.b64decode(block)) for block in blocks]
    for picture in sorted(pictures, key=lambda picture: picture.type != 3):
        if found := picture_type(picture.data[:16]):
            return found[1]
    return None


_READERS: dict[Format, Callable[[BinaryIO], Tags]] = {
    MP3: _id3,
    AAC: _id3,
    M4A: _mp4,
    VORBIS: _vorbis,
    OPUS: _opus,
}
