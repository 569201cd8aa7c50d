"""Audacity's labels into chapters: start, end and title between tabs, the times in seconds.

https://manual.audacityteam.org/man/importing_and_exporting_labels.html. A label of no length is a point.
Lines that start with a backslash tell of frequencies.
"""

from __future__ import annotations

import re
from datetime import timedelta

from publisher.model import Chapter, Place, Problem
from publisher.read.chapters.faults import LONGEST, TIME
from publisher.read.slip import MOST
from publisher.read.text import shown

_LABEL = re.compile(r"[ ]*(\d{1,9}(?:[.,]\d{1,12})?)\t[ ]*(\d{1,9}(?:[.,]\d{1,12})?)(?:\t(.*))?\Z", re.ASCII)


def is_audacity(text: str) -> bool:
    """Whether the first line with anything on it is a label."""
    return bool(_LABEL.match(next((line for line in text.split("\n") if line.strip()), "")))


def read_audacity(text: str, file: str) -> tuple[tuple[Chapter, ...], tuple[Problem, ...]]:
    """The chapters of a label track; regions keep their ends."""
    chapters, problems = list[Chapter](), list[Problem]()
    for number, line in enumerate(text.split("\n"), start=1):
        place = Place(file=file, line=number)
        if chapter := _chapter(line, place):
            chapters.append(chapter)
        elif line.strip() and not line.startswith("\\") and len(problems) < MOST:
            fix = "export the labels again, or remove the line"
            problems.append(TIME.at(place, f"{shown(line)} is no label with two times", fix))
    return tuple(chapters), tuple(problems)


def _chapter(line: str, place: Place) -> Chapter | None:
    match = _LABEL.match(line)
    if match is None:
        return None
    start, end = (_seconds(text) for text in match.group(1, 2))
    if start is None:
        return None
    title = " ".join((match[3] or "").split()) or None
    return Chapter(start=start, end=end if end and end > start else None, title=title, place=place)


def _seconds(text: str) -> timedelta | None:
    seconds = float(text.replace(",", "."))
    return timedelta(milliseconds=round(seconds * 1000)) if seconds < LONGEST else None
