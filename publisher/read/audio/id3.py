"""ID3v2 tags and chapters, of all versions. https://id3.org/id3v2-chapters-1.0, CH-011 and CH-012."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import timedelta
from typing import Any

from publisher.model import Chapter, Tags
from publisher.read.asset import picture_type
from publisher.read.audio.tag_text import lines, link, one_line


def from_id3(id3: Any) -> Tags:
    """What a mutagen.id3.ID3 says."""
    return Tags(
        title=one_line(_text(id3, "TIT2")),
        artist=one_line(_text(id3, "TPE1", "TPE2")),
        album=one_line(_text(id3, "TALB")),
        date=one_line(_text(id3, "TDRC", "TDRL")),
        description=lines(_text(id3, "TDES") or _comment(id3)),
        picture=_picture(id3.getall("APIC")),
        chapters=_chapters(id3),
    )


def _text(id3: Any, *names: str) -> str | None:
    """The first text of the first frame that has one."""
    texts = (str(text) for name in names for frame in id3.getall(name) for text in frame.text)
    return next((text for text in texts if text.strip("\0 ")), None)


def _comment(id3: Any) -> str | None:
    """The comment for people: iTunes keeps numbers for itself in others, named iTun…."""
    frames = [frame for frame in id3.getall("COMM") if not frame.desc.startswith("iTun")]
    frames.sort(key=lambda frame: bool(frame.desc))
    return next((text for frame in frames for text in frame.text if text.strip("\0 ")), None)


def _picture(frames: Iterable[Any]) -> str | None:
    """The media type of the cover, else of the first picture, by its bytes."""
    for frame in sorted(frames, key=lambda frame: frame.type != 3):
        if found := picture_type(frame.data[:16]):
            return found[1]
    return None


def _chapters(id3: Any) -> tuple[Chapter, ...]:
    """In the order of the table of contents; those outside it are silent, and the clock orders all."""
    frames = {frame.element_id: frame for frame in id3.getall("CHAP")}
    contents = {frame.element_id: frame for frame in id3.getall("CTOC")}
    top = sorted(contents.values(), key=lambda frame: not int(frame.flags) & 2)[:1]
    listed = list(dict.fromkeys(_listed(top[0].element_id, contents, set()))) if top else list(frames)
    chapters = [_chapter(frames[id], toc=True) for id in listed if id in frames]
    silent = [_chapter(frame, toc=False) for id, frame in frames.items() if id not in listed]
    if silent or not top:
        chapters = sorted(chapters + silent, key=lambda chapter: chapter.start)
    return tuple(chapters)


def _listed(id: str, contents: dict[str, Any], seen: set[str]) -> Iterator[str]:
    """The chapters below a table of contents, those of tables inside it too."""
    seen.add(id)
    for child in contents[id].child_element_ids:
        if child in contents and child not in seen:
            yield from _listed(child, contents, seen)
        elif child not in contents:
            yield child


def _chapter(frame: Any, *, toc: bool) -> Chapter:
    start, end = timedelta(milliseconds=frame.start_time), timedelta(milliseconds=frame.end_time)
    return Chapter(
        start=start,
        end=end if end > start else None,
        title=one_line(_text(frame.sub_frames, "TIT2")),
        url=next((url for one in frame.sub_frames.getall("WXXX") if (url := link(one.url))), None),
        toc=toc,
    )
