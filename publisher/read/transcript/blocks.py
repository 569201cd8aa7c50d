"""What WebVTT and SubRip have in common: lines of times, and the words below each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import timedelta
from itertools import pairwise

from publisher.model import Cue, Place, Rule
from publisher.read.text import shown
from publisher.read.transcript.clock import clock
from publisher.read.transcript.faults import ORDER, Faults
from publisher.read.transcript.markup import one_line
from publisher.read.transcript.names import names, split

_TIMED = re.compile(r"[ \t]*(\d[\d:.,]{0,20})[ \t]*-{1,3}>[ \t]*([\d:.,]{0,21})(?:[ \t].*)?\Z", re.ASCII)
_STARTS = re.compile(r"[ \t]*\d[\d:.,]*[ \t]*-{1,3}>", re.ASCII)
ARROW = re.compile(r"^[ \t]*\d[\d:.,]{0,20}[ \t]*-{1,3}>[ \t]*\d", re.ASCII | re.MULTILINE)
"""A line of times, roughly."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """How one format writes what both have. `exact` are times as the format wants them."""

    exact: re.Pattern[str]
    example: str
    times: Rule
    """Broken where times cannot be understood, …"""
    form: Rule
    """… where they can, but are written in another way, …"""
    text: Rule
    """… and by words that are not where they should be."""
    comments: tuple[str, ...] = ()
    named: bool = False
    """Whether a block may have any line as its name, or only a number."""


@dataclass(frozen=True, slots=True)
class Block:
    """Words between two times. There is no end where the file has none that can be meant."""

    place: Place
    start: timedelta
    end: timedelta | None
    lines: tuple[str, ...]


def blocks(text: str, dialect: Dialect, faults: Faults, *, first: int = 0) -> Iterator[Block]:
    """The blocks of `text` from line number `first` (0-based), in the order written."""
    lines = text.split("\n")
    at = [n for n in range(first, len(lines)) if "->" in lines[n] and _STARTS.match(lines[n])]
    bounds = [*at, len(lines)]
    _tell_of_head(_groups(lines, first, _end(lines, first, bounds[0], dialect, faults)), dialect, faults)
    for here, following in pairwise(bounds):
        times = _times(lines[here], here + 1, dialect, faults)
        words = _words(lines, here + 1, following, dialect, faults)
        if times and words:
            yield Block(faults.place(here + 1), *times, tuple(words))


def cues(found: Sequence[Block]) -> Iterator[Cue]:
    """The blocks as cues. Where the first one starts with a name, all names count, until the next one."""
    known = names(line for block in found for line in block.lines)
    if not found or split(found[0].lines[0], known)[0] is None:
        known = frozenset()
    speaker: str | None = None
    for block in found:
        said: list[tuple[str | None, list[str]]] = []
        for line in block.lines:
            name, words = split(line.strip(), known)
            speaker = name or speaker
            if name or not said:
                said.append((speaker, []))
            said[-1][1].append(words)
        yield from (made for name, words in said if (made := cue(block, " ".join(words), name)))


def cue(block: Block, words: str, speaker: str | None) -> Cue | None:
    """What one speaker says in a block, if it is anything."""
    text = one_line(words)
    return (
        Cue(text=text, start=block.start, end=block.end, speaker=speaker, place=block.place) if text else None
    )


def _times(
    line: str, number: int, dialect: Dialect, faults: Faults
) -> tuple[timedelta, timedelta | None] | None:
    place = faults.place(number, len(line) - len(line.lstrip()) + 1)
    fix = f"write it like `{dialect.example}`"
    match = _TIMED.match(line)
    start, end = (clock(match[1]), clock(match[2])) if match else (None, None)
    if start is None:
        message = f"{shown(line.strip())} is no pair of times, so the words below it are lost"
        faults.lost(dialect.times, place, message, fix)
        return None
    if end is not None and end <= start:
        end = None
        faults.mended(ORDER, place, "something ends before it starts", "write an end after the start")
    elif not dialect.exact.match(line):
        faults.mended(dialect.form, place, "the times are not written as other programs want them", fix)
    return start, end


def _words(lines: Sequence[str], start: int, below: int, dialect: Dialect, faults: Faults) -> list[str]:
    """The words from line `start` to the times in line `below`."""
    end = _end(lines, start, below, dialect, faults, above=True)
    groups = [
        (at, group)
        for at, group in _groups(lines, start, end)
        if at == start or not _is_comment(group, dialect)
    ]
    for at, _ in groups[1:]:
        fix = "remove the blank line above them, or write their times there"
        faults.mended(dialect.text, faults.place(at + 1), "these words have no times of their own", fix)
    return [line for _, group in groups for line in group]


def _tell_of_head(groups: Iterator[tuple[int, list[str]]], dialect: Dialect, faults: Faults) -> None:
    for at, group in groups:
        if not _is_comment(group, dialect):
            message = "these words come before any times, so they are left out"
            faults.mended(dialect.text, faults.place(at + 1), message, "write their times above them")


def _end(
    lines: Sequence[str], start: int, below: int, dialect: Dialect, faults: Faults, *, above: bool = False
) -> int:
    """Where the words from `start` end: before blank lines and what the block `below` is called.

    `above` says that there are times right above `start`, so that what follows them is words.
    """
    end = _without_blank(lines, start, below)
    if below == len(lines) or end == start:
        return end
    called = end
    if end - 1 > start or not above:
        called = end - _is_name(lines, end - 1, below, dialect)
    if called > start and lines[called - 1].strip() and (called < end or end == below):
        fix = "put a blank line above it"
        faults.mended(dialect.text, faults.place(called + 1), "there is no blank line before this", fix)
    return _without_blank(lines, start, called)


def _without_blank(lines: Sequence[str], start: int, end: int) -> int:
    while end > start and not lines[end - 1].strip():
        end -= 1
    return end


def _is_name(lines: Sequence[str], at: int, below: int, dialect: Dialect) -> bool:
    """Whether the line is what the block of the times `below` is called: a number, or a line of its own."""
    line = lines[at].strip()
    is_alone = at == below - 1 and (at == 0 or not lines[at - 1].strip())
    return (line.isascii() and line.isdigit()) or (dialect.named and is_alone)


def _groups(lines: Sequence[str], start: int, end: int) -> Iterator[tuple[int, list[str]]]:
    """Lines without blank ones between them, each with the number of its first."""
    group: list[str] = []
    for at in range(start, end):
        if lines[at].strip():
            group.append(lines[at])
        elif group:
            yield at - len(group), group
            group = []
    if group:
        yield end - len(group), group


def _is_comment(group: list[str], dialect: Dialect) -> bool:
    return group[0].split()[0] in dialect.comments
