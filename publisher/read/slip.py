"""Slips: lines that a format cannot read, and what they were meant to say.

A slip that can mean one thing only is mended for the rest of the reading, so that one stray colon
hides no other problem, and no key behind it is said to be missing.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

T = TypeVar("T")

MOST = 20
"""Slips in one file that are told at once."""
LONGEST = 300
"""Characters of a line that a fix repeats whole."""


@dataclass(frozen=True, slots=True)
class Slip:
    """What is wrong at 1-based `line` and `column` of a text; `meant` is the line as it was meant."""

    line: int
    column: int
    message: str
    fix: str
    meant: str | None = None


def mended(text: str, parse: Callable[[list[str]], T | Slip]) -> tuple[T | None, tuple[Slip, ...]]:
    """What `parse` makes of the lines of `text` once its slips are mended; None where one cannot be."""
    lines = text.split("\n")
    slips: list[Slip] = []
    while len(slips) < MOST:
        made = parse(lines)
        if not isinstance(made, Slip):
            return made, tuple(slips)
        if any(slip.line == made.line for slip in slips):
            break
        slips.append(made)
        if made.meant is None:
            break
        lines[made.line - 1] = made.meant
    return None, tuple(slips)


def write(line: str) -> str:
    """The instruction to write `line`."""
    return f"write `{line.strip()}`" if len(line) <= LONGEST else "put the whole text between quotes"
