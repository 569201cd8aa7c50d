"""Chapters: a list in the front matter, or a Podcasting 2.0 JSON file (CH-001 to CH-005).

https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/chapters/jsonChapters.md
"""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

from publisher.model import Chapter, Place, Problem, Rule, Severity
from publisher.read.fields import Fields, is_url
from publisher.read.moment import position
from publisher.read.text import clean

_SOURCE = "podcast-namespace jsonChapters.md"
FILE = Rule("CH-001", Severity.ERROR, "A chapters file is a JSON object with version and chapters", _SOURCE)
TIME = Rule("CH-002", Severity.ERROR, "Every chapter starts at a number of seconds", _SOURCE)


def from_fields(fields: Fields) -> Chapter | None:
    """One chapter of a front matter list."""
    chapter = Chapter(
        start=_position(fields, "start") or timedelta(),
        end=_position(fields, "end"),
        title=fields.text("title"),
        url=fields.url("url"),
        img=fields.url("img"),
        toc=fields.flag("toc") is not False,
    )
    if fields.missing("start"):
        fields.report(TIME, "start", "is missing", "write `start: 1:30`")
        return None
    return chapter


def _position(fields: Fields, key: str) -> timedelta | None:
    text = fields.text(key)
    found = position(text) if text is not None else None
    if text is not None and found is None:
        fields.report(TIME, key, f"is {text!r}, which is no time in a recording", f"write `{key}: 1:30`")
    return found


def from_json(text: str, file: str) -> tuple[tuple[Chapter, ...], tuple[Problem, ...]]:
    """The chapters of a JSON file, with what is wrong with it."""
    try:
        document = json.loads(text)
        items = document["chapters"] if isinstance(document, dict) else None
    except (ValueError, KeyError, RecursionError) as error:
        line, column = getattr(error, "lineno", 1), getattr(error, "colno", 1)
        return (), (_broken(Place(file=file, line=line, column=column)),)
    if not isinstance(items, list):
        return (), (_broken(Place(file=file)),)
    made = [_chapter(item) for item in items]
    bad = [n for n, chapter in enumerate(made, 1) if chapter is None]
    place = Place(file=file)
    problems = tuple(
        TIME.at(
            place, f"chapter {n} has no start in seconds", 'write "startTime": 90 for a minute and a half'
        )
        for n in bad
    )
    return tuple(chapter for chapter in made if chapter), problems


def _broken(place: Place) -> Problem:
    return FILE.at(
        place,
        "this is no chapters file",
        'write {"version": "1.2.0", "chapters": [{"startTime": 0, "title": "…"}]}',
    )


def _chapter(item: Any) -> Chapter | None:
    if not isinstance(item, dict) or (start := _seconds(item.get("startTime"))) is None:
        return None
    return Chapter(
        start=start,
        end=_seconds(item.get("endTime")),
        title=_words(item.get("title")),
        url=_address(item.get("url")),
        img=_address(item.get("img")),
        toc=item.get("toc") is not False,
    )


def _seconds(value: object) -> timedelta | None:
    ok = isinstance(value, int | float) and not isinstance(value, bool) and 0 <= value < 10**7
    return timedelta(seconds=value) if ok and isinstance(value, int | float) else None


def _words(value: object) -> str | None:
    return clean(value).strip() or None if isinstance(value, str) else None


def _address(value: object) -> str | None:
    return value if isinstance(value, str) and is_url(value) else None
