"""Plain text into cues: names and times before the words, Markdown or none, or only words.

What people and transcription services write: `[00:00:11.0 @lars] …`, `[00:11] Lars: …`,
`**Lars (00:11):** …`, `Lars  0:11` above the words, `00:11 - 00:15 Lars: …`, `Lars: …`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import timedelta

from publisher.model import Cue, Problem
from publisher.read.transcript.clock import STAMP, clock
from publisher.read.transcript.faults import NO_TIME, Faults
from publisher.read.transcript.markup import one_line
from publisher.read.transcript.names import label, looks_like_name, names, split

_LEAD = re.compile(r"[ \t]*(?:#{1,6}[ \t]+|>[ \t]?|[-*•–][ \t]+)?")
_HEADING = re.compile(r"[ \t]*#{1,6}[ \t]")
_STRONG = re.compile(r"\*\*|__|\\(?=[\[\]().*_-])")
_FIRST = re.compile(r"([*_])([^*_]{1,80})\1")
_RANGE = rf"({STAMP})(?:[ \t]*(?:-{{1,3}}>?|[–—→])[ \t]*({STAMP}))?"
_BRACKETS = re.compile(rf"[\[(][ \t]*{_RANGE}(?:[ \t,–-]+([^\[\]()]{{1,60}}))?[\])]:?[ \t]*(.*)", re.ASCII)
_STAMP = re.compile(r"[\[(][ \t]*(\d{1,4}(?::\d{1,4}){1,2})(?![\d:])", re.ASCII)
_BARE = re.compile(rf"{_RANGE}(?![\d:.,])(?:[ \t]*[-–—|][ \t]+|[ \t]+|\Z)(.*)", re.ASCII)
_BEHIND = re.compile(rf"([^:\[\]()]{{1,60}}?):?[ \t]{{0,9}}[\[(]{_RANGE}[\])]:?[ \t]*(.*)", re.ASCII)
_AT_END = re.compile(rf"([^:\[\]()]{{1,60}}?)[ \t,:]{{1,9}}{_RANGE}()\Z", re.ASCII)


@dataclass(slots=True)
class _Turn:
    """What somebody says from a time on, in paragraphs of lines. `line` is 0 until there is one."""

    line: int = 0
    start: timedelta | None = None
    end: timedelta | None = None
    speaker: str | None = None
    paragraphs: list[list[str]] = field(default_factory=lambda: [[]])

    def text(self) -> str:
        return "\n".join(filter(None, (one_line(" ".join(lines)) for lines in self.paragraphs)))


@dataclass(frozen=True, slots=True)
class _Head:
    """What a line tells of its words before they start."""

    words: str
    start: timedelta | None = None
    end: timedelta | None = None
    speaker: str | None = None
    is_heading: bool = False
    """Of Markdown, and of nobody's turn: that is not said."""


def read_plain(text: str, file: str) -> tuple[tuple[Cue, ...], tuple[Problem, ...]]:
    """The cues of plain text; any text is some."""
    faults = Faults(file)
    for number, line in enumerate(text.split("\n"), start=1):
        if (found := _STAMP.match(_bare(line))) and clock(found[1]) is None:
            message = f"{found[1]} is no time, so these words go to whoever spoke before"
            fix = "write [00:01:30], with no more than 59 seconds"
            faults.mended(NO_TIME, faults.place(number), message, fix)
    spoken = ((turn, words) for turn in _turns(text) if (words := turn.text()))
    return tuple(_cue(turn, words, faults) for turn, words in spoken), faults.problems()


def _cue(turn: _Turn, words: str, faults: Faults) -> Cue:
    is_later = turn.start is not None and turn.end is not None and turn.end > turn.start
    end = turn.end if is_later else None
    return Cue(text=words, start=turn.start, end=end, speaker=turn.speaker, place=faults.place(turn.line))


def _turns(text: str) -> Iterator[_Turn]:
    lines = text.strip("\n").split("\n")
    skipped = len(text) - len(text.lstrip("\n"))
    heads = [_head(_bare(line), is_heading=bool(_HEADING.match(line))) for line in lines]
    known = _known(heads)
    # Without a blank line anywhere, each line is a paragraph.
    is_loose = all(line.strip() for line in lines)
    turn = _Turn()
    for number, head in enumerate(heads, start=skipped + 1):
        name, words = (head.speaker, head.words) if head.speaker else split(head.words, known)
        if head.start is not None or name:
            yield turn
            turn = _Turn(number, head.start, head.end, name or (turn.speaker if known else None))
        elif head.is_heading or is_loose or not words:
            words = "" if head.is_heading else words
            if turn.start is None and turn.speaker is None:
                yield turn
                turn = _Turn()
            else:
                turn.paragraphs.append([])
        if words:
            turn.line = turn.line or number
            turn.paragraphs[-1].append(words)
    yield turn


def _bare(line: str) -> str:
    """The line without the marks of Markdown that may stand before its words."""
    match = _LEAD.match(line)
    return _FIRST.sub(r"\2", _STRONG.sub("", line[match.end() if match else 0 :]), count=1).strip()


def _head(line: str, *, is_heading: bool) -> _Head:
    if ":" not in line:
        return _Head(line, is_heading=is_heading)
    if match := _BRACKETS.match(line):
        start, end, name, words = match.groups()
    elif match := _BARE.match(line):
        (start, end, words), name = match.groups(), None
    elif (match := _BEHIND.match(line) or _AT_END.match(line)) and looks_like_name(match[1].strip()):
        name, start, end, words = match.groups()
    else:
        return _Head(line, is_heading=is_heading)
    time = clock(start)
    if time is None:
        return _Head(line, is_heading=is_heading)
    return _Head(words.strip(), time, clock(end or ""), (name or "").strip().lstrip("@") or None)


def _known(heads: list[_Head]) -> frozenset[str]:
    """The names before a colon, where the times do not tell who speaks and the text seems to."""
    if any(head.speaker for head in heads):
        return frozenset()
    known = names(head.words for head in heads)
    labels = [found for head in heads if head.words for found in [label(head.words)]]
    named = [found is not None and found[0] in known for found in labels]
    return known if sum(named) > 1 or named[:1] == [True] else frozenset()
