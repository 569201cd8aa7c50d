"""ffmpeg's metadata file into chapters: sections of START, END and title.

https://ffmpeg.org/ffmpeg-formats.html#Metadata-2. Times count in TIMEBASE, nanoseconds if there is none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta

from publisher.model import Chapter, Place, Problem
from publisher.read.chapters.faults import LONGEST, TIME
from publisher.read.slip import MOST

_BASE = re.compile(r"(\d{1,12})/(\d{1,12})", re.ASCII)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_SPLIT = re.compile(r"((?:\\.|[^\\=])*)=(.*)", re.DOTALL)


def is_ffmetadata(text: str) -> bool:
    """Whether it starts as ffmpeg has it."""
    return text.startswith(";FFMETADATA")


def read_ffmetadata(text: str, file: str) -> tuple[tuple[Chapter, ...], tuple[Problem, ...]]:
    """The chapters of the file."""
    chapters, problems = list[Chapter](), list[Problem]()
    for line, keys in _sections(text):
        place = Place(file=file, line=line)
        start, end = (_time(keys.get(name), keys.get("timebase")) for name in ("start", "end"))
        if start is not None:
            title = " ".join(keys.get("title", "").split()) or None
            later = end if end and end > start else None
            chapters.append(Chapter(start=start, end=later, title=title, place=place))
        elif len(problems) < MOST:
            fix = "write START= and a number below [CHAPTER]"
            problems.append(TIME.at(place, "this chapter has no start", fix))
    return tuple(chapters), tuple(problems)


def _sections(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    """Each [CHAPTER] with the line it stands in."""
    line, keys = 0, dict[str, str]()
    for number, row in _rows(text):
        if row.startswith("["):
            if line:
                yield line, keys
            line, keys = (number if row.strip().upper() == "[CHAPTER]" else 0), {}
        elif match := _SPLIT.match(row):
            keys[_plain(match[1]).strip().lower()] = _plain(match[2])
    if line:
        yield line, keys


def _rows(text: str) -> Iterator[tuple[int, str]]:
    """The lines that are no comments, those that end in a backslash with the next."""
    parts: list[str] = []
    first = 1
    for number, line in enumerate(text.split("\n"), start=1):
        first = first if parts else number
        parts.append(line)
        if (len(line) - len(line.rstrip("\\"))) % 2 == 0:
            row = "\n".join(parts)
            parts = []
            if not row.startswith((";", "#")):
                yield first, row
    if parts:
        yield first, "\n".join(parts)


def _time(text: str | None, base: str | None) -> timedelta | None:
    """`text` counts in fractions of a second, such as 1/1000."""
    match = _BASE.fullmatch((base or "1/1000000000").strip())
    if match is None or not int(match[2]) or not re.fullmatch(r"\s*\d{1,18}\s*", text or "", re.ASCII):
        return None
    milliseconds = round(int(text or 0) * int(match[1]) * 1000 / int(match[2]))
    return timedelta(milliseconds=milliseconds) if milliseconds < LONGEST * 1000 else None


def _plain(text: str) -> str:
    return _ESCAPE.sub(r"\1", text)
