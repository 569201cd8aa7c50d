"""What an entry is found by, and how much each word says about it.

Only what its page shows is in here: nothing of how to join a meeting, and no address at all.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from itertools import chain

from lxml import etree

from publisher.model import Entry, Episode, Event, Transcript
from publisher.render.searching.terms import bare, terms
from publisher.render.spoken.captions import said

TITLE, NAMED, CHAPTER, SUMMARY, NOTES = 9, 7, 6, 5, 4
"""Weights of a term by where it is written, up to 9. What is said weighs 1 to 3, by how often."""
OFTEN, VERY_OFTEN = 4, 16

_TEXT = etree.XPath("string()")

Found = dict[str, tuple[int, int | None]]
"""By term its weight, and the second at which it is first heard, if anybody knows."""


def found(entry: Entry) -> Found:
    """Give all that `entry` is found by."""
    weights: Found = {}
    for weight, text, start in _written(entry):
        # In titles and names only: in running text it would be found by many other words.
        others = bare(text) if weight >= NAMED and not text.isascii() else ()
        # What is known of a term already says more.
        weights = dict.fromkeys((*terms(text), *others), (weight, start)) | weights
    transcripts = entry.transcripts if isinstance(entry, Episode) else ()
    for term, (count, start) in _said(transcripts).items():
        weight, known = weights.get(term, (_weight(count), None))
        weights[term] = (weight, start if known is None else known)
    return weights


def _written(entry: Entry) -> Iterator[tuple[int, str, int | None]]:
    """Every text of `entry` that somebody wrote, those that say most first, with its weight and moment."""
    yield TITLE, entry.title, None
    for name in (*entry.tags, *(person.name for person in entry.persons)):
        yield NAMED, name, None
    if isinstance(entry, Episode):
        yield from _chapters(entry)
    yield SUMMARY, entry.summary or "", None
    if isinstance(entry, Event):
        yield from ((NOTES, text, None) for text in _event(entry))
    if entry.html:
        yield NOTES, str(_TEXT(etree.fromstring(f"<div>{entry.html}</div>", etree.HTMLParser()))), None


def _chapters(episode: Episode) -> Iterator[tuple[int, str, int]]:
    for chapter in episode.chapters:
        if chapter.toc and chapter.title:
            yield CHAPTER, chapter.title, _second(chapter.start)


def _event(event: Event) -> Iterator[str]:
    platform = event.online.platform if event.online else None
    yield " ".join(filter(None, (event.location, event.address, platform, event.audience)))
    yield event.organizer.name if event.organizer else ""
    for session in event.programme:
        yield " ".join((session.title, *session.speakers))


def _said(transcripts: tuple[Transcript, ...]) -> Found:
    """Count each term in `transcripts`, and find when it is first said."""
    counts: Found = {}
    for cue in chain.from_iterable(said(transcript.cues) for transcript in transcripts):
        start = None if cue.start is None else _second(cue.start)
        for term in terms(cue.text):
            count, first = counts.get(term, (0, start))
            counts[term] = (count + 1, first)
    return counts


def _weight(count: int) -> int:
    return 3 if count >= VERY_OFTEN else 2 if count >= OFTEN else 1


def _second(time: timedelta) -> int:
    return time // timedelta(seconds=1)
