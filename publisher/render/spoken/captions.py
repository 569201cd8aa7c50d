"""Cues with both their times, and their text in lines. Times are in milliseconds, as formats have them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta

from publisher.model import Cue
from publisher.render.wire.fit import legible

READING = 15
"""Characters a second that people can follow; what is said last lasts as long, if nobody knows better."""
SHORTEST = 1000
"""Milliseconds that the last cue is shown at least."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Caption:
    """Words shown from `start` until `end`, which is later."""

    start: int
    end: int
    text: str
    speaker: str | None = None


def said(cues: Iterable[Cue]) -> tuple[Cue, ...]:
    """The cues that have words, with what no format can carry left out."""
    made = (
        replace(cue, text=_paragraphs(cue.text), speaker=_one_line(cue.speaker or "") or None) for cue in cues
    )
    return tuple(cue for cue in made if cue.text)


def captions(cues: Iterable[Cue], duration: timedelta) -> tuple[Caption, ...]:
    """The cues that have words and a start, in order; what has no end lasts until the next begins.

    `duration` is the recording's, 0 where nobody knows it.
    """
    timed = [(_milliseconds(cue.start), cue) for cue in said(cues) if cue.start is not None]
    timed.sort(key=lambda each: each[0])
    return tuple(_ended(timed, _milliseconds(duration)))[::-1]


def wrap(text: str, width: int) -> list[str]:
    """`text` in lines of at most `width` characters, broken at blanks where there are any."""
    lines, line = list[str](), ""
    for word in text.split():
        if line and len(line) + 1 + len(word) <= width:
            line = f"{line} {word}"
            continue
        lines += [line] if line else []
        whole = (len(word) - 1) // width * width
        lines += [word[at : at + width] for at in range(0, whole, width)]
        line = word[whole:]
    return [*lines, line] if line else lines


def _ended(timed: list[tuple[int, Cue]], duration: int) -> Iterator[Caption]:
    """The captions from the last to the first, so that each knows what comes after it."""
    later = duration
    for number, (start, cue) in enumerate(reversed(timed)):
        text = _one_line(cue.text)
        # Of several cues that start at once, all last until one that starts later.
        following = timed[-number][0] if number else duration
        later = following if following > start else later
        end = _milliseconds(cue.end) if cue.end else 0
        if end <= start:
            end = later if later > start else start + max(SHORTEST, len(text) * 1000 // READING)
        yield Caption(start=start, end=end, text=text, speaker=cue.speaker)


def _milliseconds(time: timedelta) -> int:
    return round(time / timedelta(milliseconds=1))


def _one_line(text: str) -> str:
    return " ".join(legible(text).split())


def _paragraphs(text: str) -> str:
    return "\n".join(filter(None, map(_one_line, legible(text).split("\n"))))
