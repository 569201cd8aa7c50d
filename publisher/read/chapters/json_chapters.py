"""JSON chapters of Podcasting 2.0 into chapters (CH-001 to CH-005).

https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from publisher.model import Chapter, ChapterPlace, Problem
from publisher.read.chapters.faults import FILE, LINK, LONGEST, TIME
from publisher.read.json_list import Item, NoListError, items
from publisher.read.text import clean

_NUMBER = r"-?\d{1,6}(?:\.\d{1,15})?"
_GEO = re.compile(rf"geo:{_NUMBER},{_NUMBER}(?:,{_NUMBER})?(?:;\S{{1,60}})?", re.ASCII)


def is_json(text: str) -> bool:
    """Whether it starts like a JSON object."""
    return text[:1000].lstrip().startswith("{")


def read_json(text: str, file: str) -> tuple[tuple[Chapter, ...], tuple[Problem, ...]]:
    """The chapters of a JSON file. Links and pictures are taken as they are."""
    try:
        found = items(text, "chapters", file)
    except NoListError as error:
        fix = 'write {"version": "1.2.0", "chapters": [{"startTime": 0, "title": "…"}]}'
        return (), (FILE.at(error.place, f"this is no chapters file: {error}", fix),)
    made = (_chapter(item) for item in found)
    problems = tuple(problem for item in found for problem in _lost(item))
    return tuple(chapter for chapter in made if chapter), problems


def _lost(item: Item) -> Iterator[Problem]:
    """What listeners would not get of a chapter."""
    told = item.value if isinstance(item.value, dict) else {}
    fix = 'write "startTime": 90 for a minute and a half'
    if _seconds(told.get("startTime")) is None:
        yield TIME.at(item.place, "this chapter has no start in seconds", fix)
    if told.get("endTime") is not None and _seconds(told["endTime"]) is None:
        yield TIME.at(item.place, "its end is no number of seconds", fix.replace("startTime", "endTime"))
    if told.get("location") is not None and _location(told["location"]) is None:
        fix = 'write "location": {"name": "…", "geo": "geo:55.71,9.54"}'
        yield LINK.at(item.place, "the location of this chapter has no name or no geo", fix)


def _chapter(item: Item) -> Chapter | None:
    told = item.value if isinstance(item.value, dict) else {}
    start, end = _seconds(told.get("startTime")), _seconds(told.get("endTime"))
    if start is None:
        return None
    return Chapter(
        start=start,
        end=end,
        title=_words(told.get("title")),
        url=_words(told.get("url")),
        img=_words(told.get("img")),
        toc=told.get("toc") is not False,
        location=_location(told.get("location")),
        place=item.place,
    )


def _location(value: Any) -> ChapterPlace | None:
    told = value if isinstance(value, dict) else {}
    name, geo = _words(told.get("name")), _words(told.get("geo"))
    if not name or not geo or not _GEO.fullmatch(geo):
        return None
    return ChapterPlace(name=name, geo=geo, osm=_words(told.get("osm")))


def _seconds(value: object) -> timedelta | None:
    if not isinstance(value, int | float) or isinstance(value, bool) or not 0 <= value < LONGEST:
        return None
    return timedelta(milliseconds=round(value * 1000))


def _words(value: object) -> str | None:
    return " ".join(clean(value).split()) or None if isinstance(value, str) else None
