"""Lists of times and titles into chapters: `00:01:30.000 Title <https://…>`, as MP4Chaps writes them.

https://wiki.podlove.org/MP4Chaps
"""

from __future__ import annotations

import re
from datetime import timedelta

from publisher.model import Chapter, Place, Problem
from publisher.read.chapters.faults import EXAMPLE, TIME
from publisher.read.fields import is_url
from publisher.read.moment import position
from publisher.read.slip import MOST
from publisher.read.text import shown

_LINE = re.compile(
    r"[ \t]*([\[(])?((?:\d{1,4}:){1,2}\d{1,2}(?:[.,]\d{1,9})?)(?(1)[\])])(?:[ \t]+[-–—][ \t]+|[ \t]+|\Z)(.*)",
    re.ASCII,
)


def is_time_list(text: str) -> bool:
    """Whether the first line with anything on it starts with a time."""
    return bool(_LINE.match(next((line for line in text.split("\n") if line.strip()), "")))


def read_time_list(text: str, file: str) -> tuple[tuple[Chapter, ...], tuple[Problem, ...]]:
    """The chapters of a list, one a line."""
    chapters, problems = list[Chapter](), list[Problem]()
    for number, line in enumerate(text.split("\n"), start=1):
        place = Place(file=file, line=number, column=len(line) - len(line.lstrip()) + 1)
        if chapter := from_line(line, place):
            chapters.append(chapter)
        elif line.strip() and len(problems) < MOST:
            problems.append(TIME.at(place, f"{shown(line.strip())} starts with no time", EXAMPLE))
    return tuple(chapters), tuple(problems)


def from_line(line: str, place: Place) -> Chapter | None:
    """The chapter on one line; None where it starts with no time."""
    match = _LINE.match(line)
    start = position(match[2].replace(",", ".")) if match else None
    if match is None or start is None:
        return None
    title, url = _linked(match[3].strip())
    return Chapter(start=_whole(start), title=" ".join(title.split()) or None, url=url, place=place)


def _linked(text: str) -> tuple[str, str | None]:
    """The title, and the link that may stand behind it."""
    title, _, url = text.rpartition("<")
    return (title, url[:-1]) if url.endswith(">") and is_url(url[:-1]) else (text, None)


def _whole(time: timedelta) -> timedelta:
    """To the millisecond, which is as exact as any format."""
    return timedelta(milliseconds=round(time / timedelta(milliseconds=1)))
