"""The chapters of an episode against its recording (standards §4.4).

How many there are and whether the first is at the start is the producer's choice: APPLE-078 and SPOT-010 ask
for that of times in descriptions only, and we write none.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import pairwise

from publisher.check import waiting_episodes
from publisher.model import Chapter, Episode, Place, Problem, Rule, Severity, Site

_SOURCE = "podcast-namespace jsonChapters.md"
TITLE = Rule("CH-003", Severity.WARNING, "A chapter that is listed has a title", _SOURCE)
TIMES = Rule(
    "CH-004", Severity.WARNING, "Chapters come one after the other, all inside of the recording", _SOURCE
)
SAME = Rule(
    "CH-014", Severity.WARNING, "Chapters are the same in the file beside the recording and inside of it"
)
PATIENCE = timedelta(seconds=2)
"""Editors round."""


def has_titles(site: Site) -> Iterator[Problem]:
    """CH-003."""
    for _, chapter, place in _written(site):
        if chapter.toc and not chapter.title:
            message = f"the chapter at {_clock(chapter.start)} has no title, so apps show an empty line"
            yield TITLE.at(place, message, "give it a title, or hide it with toc: false")


def are_inside(site: Site) -> Iterator[Problem]:
    """CH-004: no chapter starts or ends after the recording."""
    for episode, chapter, place in _written(site):
        media = episode.recording or episode.elsewhere
        duration = (media.duration if media else None) or timedelta.max
        if chapter.start >= duration:
            message = f"a chapter starts {_clock(chapter.start)} into a recording of {_clock(duration)}"
            yield TIMES.at(place, message, "check that these are the chapters of this recording")
        elif chapter.end and chapter.end - PATIENCE > duration:
            message = f"a chapter ends {_clock(chapter.end)} into a recording of {_clock(duration)}"
            yield TIMES.at(place, message, "write an end inside of the recording, or remove it")


def have_length(site: Site) -> Iterator[Problem]:
    """CH-004: every chapter ends after it starts, and starts alone."""
    for _, chapter, place in _written(site):
        if chapter.end is not None and chapter.end <= chapter.start:
            message = f"the chapter at {_clock(chapter.start)} ends before it starts"
            yield TIMES.at(place, message, "write an end after its start, or remove it")
    for before, after, place in _neighbours(site):
        if before.start == after.start and before.toc and after.toc:
            message = f"two chapters start at {_clock(after.start)}, so apps show only one"
            yield TIMES.at(place, message, "write when this one starts")


def are_in_order(site: Site) -> Iterator[Problem]:
    """CH-004: they are sorted, but one that was not may have the wrong time."""
    for before, after, place in _neighbours(site):
        if before.place and before.place.file == place.file and place < before.place:
            message = f"the chapter at {_clock(after.start)} comes before that at {_clock(before.start)}"
            yield TIMES.at(place, message, "check both times, or change places")


def agree(site: Site) -> Iterator[Problem]:
    """CH-014: apps that read the recording's own chapters show the same as those that read the feed."""
    for episode in waiting_episodes(site):
        inside = episode.recording.tags.chapters if episode.recording else ()
        listed, own = _listed(episode.chapters), _listed(inside)
        if listed and own and not _are_same(listed, own):
            message = f"the recording's own chapters are others: {len(own)} there, {len(listed)} here"
            fix = "export it with these chapters or without any, or remove `chapters:` to use its own"
            yield SAME.at(episode.origin.at("chapters"), message, fix)


def _written(site: Site) -> Iterator[tuple[Episode, Chapter, Place]]:
    """The chapters that producers wrote, each with its place."""
    for episode in waiting_episodes(site):
        for chapter in episode.chapters:
            yield episode, chapter, chapter.place or episode.origin.at("chapters")


def _neighbours(site: Site) -> Iterator[tuple[Chapter, Chapter, Place]]:
    """Each two chapters that follow each other, with the place of the second."""
    for episode in waiting_episodes(site):
        for before, after in pairwise(episode.chapters):
            yield before, after, after.place or episode.origin.at("chapters")


def _listed(chapters: tuple[Chapter, ...]) -> list[timedelta]:
    return [chapter.start for chapter in chapters if chapter.toc]


def _are_same(listed: list[timedelta], own: list[timedelta]) -> bool:
    return len(listed) == len(own) and all(
        abs(one - other) <= PATIENCE for one, other in zip(listed, own, strict=True)
    )


def _clock(time: timedelta) -> str:
    """As the producer's player shows it."""
    minutes, seconds = divmod(time // timedelta(seconds=1), 60)
    return f"{minutes}:{seconds:02}"
