"""Chapters, in whatever form the producer has them: a list in the front matter, or a file beside it.

The content decides what a file is, never its name. Without any, the recording's own tags count.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from publisher.model import Asset, Chapter, Place, Problem, Severity
from publisher.read.asset import read_picture, why_not
from publisher.read.chapters.audacity import is_audacity, read_audacity
from publisher.read.chapters.faults import EXAMPLE, FILE, LINK, TIME
from publisher.read.chapters.ffmetadata import is_ffmetadata, read_ffmetadata
from publisher.read.chapters.json_chapters import is_json, read_json
from publisher.read.chapters.podlove import is_podlove, read_podlove
from publisher.read.chapters.time_list import from_line, is_time_list, read_time_list
from publisher.read.fields import Fields, is_url
from publisher.read.moment import position
from publisher.read.source import Source
from publisher.read.text import shown

Read = Callable[[str, str], tuple[tuple[Chapter, ...], tuple[Problem, ...]]]

FORMATS: tuple[tuple[Callable[[str], bool], Read], ...] = (
    (is_json, read_json),
    (is_podlove, read_podlove),
    (is_ffmetadata, read_ffmetadata),
    (is_audacity, read_audacity),
    (is_time_list, read_time_list),
)
"""How each format is known, and read; the first that fits counts."""


def read_chapters(source: Source, beside: Path | None = None) -> tuple[Chapter, ...]:
    """The chapters that `chapters` lists or names, by their starts.

    `beside` is the file that counts where the key is not written.
    """
    fields = source.fields
    if fields.is_text("chapters"):
        found = _from_file(source, source.named("chapters"))
    elif beside and "chapters" not in fields:
        found = _from_file(source, beside)
    else:
        found = fields.each("chapters", _from_fields, lambda line, place: _from_line(fields, line, place))
    return tuple(sorted((_linked(chapter, source) for chapter in found), key=lambda chapter: chapter.start))


def from_text(text: str, file: str) -> tuple[tuple[Chapter, ...], tuple[Problem, ...]]:
    """The chapters that `text` is, as written, with what is wrong with them."""
    place = Place(file=file)
    for is_it, read in FORMATS:
        if is_it(text):
            made, problems = read(text, file)
            empty = replace(FILE, severity=Severity.WARNING).at(place, "there are no chapters in it", EXAMPLE)
            return made, problems if made or problems else (empty,)
    return (), (FILE.at(place, "these are no chapters in a form I know", EXAMPLE),)


def _from_file(source: Source, path: Path | None) -> tuple[Chapter, ...]:
    text = source.text(path) if path else None
    if path is None or text is None:
        return ()
    source.used.add(path)
    made, problems = from_text(text, source.relative(path))
    source.fields.problems.extend(problems)
    return made


def _from_fields(fields: Fields) -> Chapter | None:
    start = _position(fields, "start")
    chapter = Chapter(
        start=start or timedelta(),
        end=_position(fields, "end"),
        title=fields.text("title"),
        url=fields.url("url"),
        img=fields.text("img"),
        toc=fields.flag("toc") is not False,
        place=fields.place,
    )
    fields.require(TIME, "start", "write `start: 1:30`")
    return chapter if start is not None else None


def _position(fields: Fields, key: str) -> timedelta | None:
    text = fields.text(key)
    found = position(text) if text is not None else None
    if text is not None and found is None:
        message = f"is {shown(text)}, which is no time in a recording"
        fields.report(TIME, key, message, f"write `{key}: 1:30`, in minutes and seconds")
    return found


def _from_line(fields: Fields, line: str, place: Place) -> Chapter | None:
    chapter = from_line(line, place)
    if chapter is None:
        message = f"chapters has {shown(line)}, which starts with no time"
        fields.problems.append(TIME.at(place, message, EXAMPLE))
    return chapter


def _linked(chapter: Chapter, source: Source) -> Chapter:
    """The chapter with its picture found, and without addresses that lead nowhere."""
    place = chapter.place or source.fields.place
    if chapter.url and not is_url(chapter.url):
        message = f"the chapter links to {shown(chapter.url)}, which is no web address"
        source.fields.problems.append(LINK.at(place, message, "write https://…, or remove it"))
        chapter = replace(chapter, url=None)
    if chapter.img and not is_url(chapter.img):
        return _with_art(chapter, chapter.img, place, source)
    return chapter


def _with_art(chapter: Chapter, name: str, place: Place, source: Source) -> Chapter:
    bare = replace(chapter, img=None)
    path = source.find(name)
    if path is None:
        why, fix = why_not(source.folder, name, source.home)
        source.fields.problems.append(LINK.at(place, f"the chapter's picture is {shown(name)}, {why}", fix))
        return bare
    art = _picture(path)
    if art is None:
        message = f"the chapter's picture is {shown(name)}, which is no picture that can be read"
        source.fields.problems.append(LINK.at(place, message, "export it as JPEG or PNG"))
    return replace(bare, art=art)


def _picture(path: Path) -> Asset | None:
    try:
        return read_picture(path, "art")
    except OSError:
        return None
