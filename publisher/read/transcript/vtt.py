"""WebVTT into cues (https://www.w3.org/TR/webvtt1/#file-structure, VTT-001 to VTT-005)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from publisher.model import Cue, Problem
from publisher.read.transcript.blocks import Block, Dialect, blocks, cue, cues
from publisher.read.transcript.faults import HEADER, VTT_TEXT, VTT_TIME, Faults
from publisher.read.transcript.markup import one_line, unescaped, without_tags

_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?\Z")
_STAMP = r"(?:\d{2,}:)?[0-5]\d:[0-5]\d\.\d{3}"
_VOICE = re.compile(r"<v(?:\.[^\s<>]*)?(?:[ \t\n]+([^<>]*))?>")
_DIALECT = Dialect(
    exact=re.compile(rf"{_STAMP}[ \t]+-->[ \t]+{_STAMP}(?:[ \t]|\Z)", re.ASCII),
    example="00:00:01.000 --> 00:00:04.000",
    times=VTT_TIME,
    form=VTT_TIME,
    text=VTT_TEXT,
    comments=("NOTE", "STYLE", "REGION"),
    named=True,
)


def is_vtt(text: str) -> bool:
    """Whether the first word is WEBVTT, in whatever case."""
    return text[:100].lstrip().casefold().startswith("webvtt")


def read_vtt(text: str, file: str) -> tuple[tuple[Cue, ...], tuple[Problem, ...]]:
    """The cues of a WebVTT file; speakers are its voices, else names before the words."""
    faults = Faults(file)
    found = list(blocks(text, _DIALECT, faults, first=_below_header(text, faults)))
    if any(_VOICE.search(line) for block in found for line in block.lines):
        return tuple(made for block in found for made in _voices(block)), faults.problems()
    return tuple(cues([*_plain(found)])), faults.problems()


def _below_header(text: str, faults: Faults) -> int:
    """The number (0-based) of the first line behind the header and what belongs to it."""
    lines = text.split("\n")
    at = next(at for at, line in enumerate(lines) if line.strip())
    if at or not _HEADER.match(lines[at]):
        faults.mended(HEADER, faults.place(at + 1), "the first line is not WEBVTT", "write WEBVTT, alone")
    at += 1
    while at < len(lines) and lines[at].strip():
        if "-->" in lines[at]:
            fix = "put a blank line above it"
            faults.mended(HEADER, faults.place(at + 1), "there is no blank line below WEBVTT", fix)
            return at
        at += 1
    return at


def _voices(block: Block) -> Iterator[Cue]:
    """What each voice of a block says."""
    before, *said = _VOICE.split("\n".join(block.lines))
    for speaker, words in ((None, before), *zip(said[::2], said[1::2], strict=True)):
        if made := cue(block, without_tags(words), one_line(unescaped(speaker or "")) or None):
            yield made


def _plain(found: Sequence[Block]) -> Iterator[Block]:
    """The blocks without tags, where any words are left."""
    for block in found:
        lines = tuple(without_tags("\n".join(block.lines)).split("\n"))
        if any(line.strip() for line in lines):
            yield Block(block.place, block.start, block.end, lines)
