"""episodes/<slug>/chapters.json: JSON chapters 1.2.0 of Podcasting 2.0 (CH-001…006)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import timedelta
from functools import partial
from typing import Any

from publisher.model import Artifact, Chapter, ChapterPlace, Edition, Episode, Published
from publisher.render.stream.keys import chapters_key
from publisher.render.wire import artifact
from publisher.render.wire.part import Part


def render(edition: Edition) -> Iterator[Part]:
    """Make a chapters file for each episode that has chapters."""
    for item in edition.episodes:
        if item.entry.chapters:
            yield Part(name="chapters", of=(item,), make=partial(_file, edition, item))


def _file(edition: Edition, item: Published[Episode]) -> tuple[Artifact, ...]:
    listed = [_chapter(edition, chapter) for chapter in item.entry.chapters]
    text = json.dumps({"version": "1.2.0", "chapters": listed}, ensure_ascii=False, indent=2)
    return (artifact(chapters_key(item), "application/json+chapters", f"{text}\n".encode()),)


def _chapter(edition: Edition, chapter: Chapter) -> dict[str, Any]:
    members = {
        "startTime": _seconds(chapter.start),
        "title": chapter.title,
        "endTime": None if chapter.end is None else _seconds(chapter.end),
        "url": chapter.url,
        "img": edition.img_url(chapter),
        "toc": None if chapter.toc else False,
        "location": _location(chapter.location) if chapter.location else None,
    }
    return _present(members)


def _location(place: ChapterPlace) -> dict[str, Any]:
    return _present({"name": place.name, "geo": place.geo, "osm": place.osm})


def _present(members: dict[str, Any]) -> dict[str, Any]:
    """Keep the members that say something."""
    return {name: value for name, value in members.items() if value is not None}


def _seconds(time: timedelta) -> int | float:
    """Count the seconds, to the millisecond; whole ones without a decimal point."""
    seconds = round(time.total_seconds(), 3)
    return int(seconds) if seconds.is_integer() else seconds
