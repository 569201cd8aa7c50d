"""SubRip into cues (SRT-001, SRT-003; podcast-namespace transcripts.md). Names come before the words."""

from __future__ import annotations

import re
from dataclasses import replace

from publisher.model import Cue, Problem
from publisher.read.transcript.blocks import ARROW, Block, Dialect, blocks, cues
from publisher.read.transcript.faults import CARD, SRT_TIME, Faults
from publisher.read.transcript.markup import without_style

_STAMP = r"\d{2,}:[0-5]\d:[0-5]\d,\d{3}"
_DIALECT = Dialect(
    exact=re.compile(rf"{_STAMP} --> {_STAMP}(?:[ \t]|\Z)", re.ASCII),
    example="00:00:01,000 --> 00:00:04,000",
    times=CARD,
    form=SRT_TIME,
    text=CARD,
)


def is_srt(text: str) -> bool:
    """Whether there is a line of times."""
    return bool(ARROW.search(text))


def read_srt(text: str, file: str) -> tuple[tuple[Cue, ...], tuple[Problem, ...]]:
    """The cues of a SubRip file, or of WebVTT whose first line is missing."""
    faults = Faults(file)
    found = [_plain(block) for block in blocks(text, _DIALECT, faults)]
    return tuple(cues([block for block in found if block.lines])), faults.problems()


def _plain(block: Block) -> Block:
    lines = (without_style(line) for line in block.lines)
    return replace(block, lines=tuple(line for line in lines if line.strip()))
