"""HTML transcripts of Podcasting 2.0 into cues: cite, time and p, in whatever page they stand (TRH-001).

Python's own parser takes quadratic time for hostile pages, and we need three tags only.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from publisher.model import Cue, Problem
from publisher.read.transcript.clock import clock
from publisher.read.transcript.faults import Faults
from publisher.read.transcript.markup import one_line, unescaped
from publisher.read.transcript.names import names, split

_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)(?:[ \t\n/][^<>]*)?>|<!--")
_SILENT = frozenset(("head", "script", "style", "title"))
_HEARD = frozenset(("cite", "time", "p"))
_INLINE = frozenset("a abbr b code em i mark q s small span strong sub sup u".split())


def is_html(text: str) -> bool:
    """Whether it starts with a tag."""
    return text[:1000].lstrip().startswith("<")


def read_html(text: str, file: str) -> tuple[tuple[Cue, ...], tuple[Problem, ...]]:
    """The cues of an HTML page: what each cite or time is followed by, else each p."""
    faults = Faults(file)
    turns = list(_turns(text))
    known = names(turn.words[0] for turn in turns if turn.words)
    is_cited = any(turn.speaker for turn in turns)
    made: list[Cue] = []
    for turn in (turn for turn in turns if turn.words):
        name, first = (turn.speaker, turn.words[0]) if is_cited else split(turn.words[0], known)
        words = "\n".join(filter(None, (first, *turn.words[1:])))
        if words:
            made.append(Cue(text=words, start=turn.start, speaker=name, place=faults.place(turn.line)))
    return tuple(made), faults.problems()


@dataclass(slots=True)
class _Turn:
    line: int = 0
    speaker: str | None = None
    start: timedelta | None = None
    words: list[str] = field(default_factory=list)


def _turns(text: str) -> Iterator[_Turn]:
    """What is said at a time; in a page without cite and time, each paragraph."""
    turn, line, counted, marked = _Turn(), 1, 0, False
    for tag, at, words in _texts(text):
        line += text.count("\n", counted, at)
        counted = at
        if turn.words and (tag != "p" or not marked):
            yield turn
            turn = _Turn(speaker=turn.speaker)
        turn.line = turn.line or line
        if tag == "cite":
            turn.speaker = words.removesuffix(":").strip() or None
        elif tag == "time":
            turn.start = clock(words)
        elif words:
            turn.words.append(words)
        marked = marked or tag != "p"
    yield turn


def _texts(text: str) -> Iterator[tuple[str, int, str]]:
    """What is inside of each cite, time and p: the tag, where it starts, and the words."""
    inside, outer, silent, parts, before, opened = "", "", "", list[str](), 0, 0
    for match in _TAG.finditer(text):
        if match.start() < before:
            continue
        tag, closes = (match[2] or "!--").lower(), bool(match[1])
        if inside and not silent:
            parts.append(text[before : match.start()] + ("" if tag in _INLINE else " "))
        before = match.end()
        if silent:
            silent = "" if closes and tag == silent else silent
        elif tag == "!--":
            end = text.find("-->", before)
            before = len(text) if end < 0 else end + 3
        elif tag in _SILENT:
            silent = "" if closes else tag
        elif tag in _HEARD:
            if inside and (closes or tag == "p"):
                yield inside, opened, one_line(unescaped("".join(parts)))
            # A cite or a time may stand inside of a paragraph, which goes on behind it.
            outer = "p" if tag != "p" and "p" in (inside, outer) else ""
            inside, parts, opened = (outer if closes else tag), [], match.start()
