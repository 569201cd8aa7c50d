"""What is said, to read: the cues that one speaker says without a break, in pieces that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain

from publisher.model import Cue

ENOUGH = 500
"""Characters after which a paragraph ends with its sentence, …"""
TOO_MUCH = 1500
"""… and after which it ends with its cue, since there may be no full stops."""


def turns(cues: Iterable[Cue]) -> Iterator[list[Cue]]:
    """Gather `cues`, in order, by who says them."""
    turn: list[Cue] = []
    length = 0
    for cue in cues:
        if turn and (cue.speaker != turn[-1].speaker or _is_full(length, turn[-1].text)):
            yield turn
            turn, length = [], 0
        turn.append(cue)
        length += len(cue.text)
    if turn:
        yield turn


def paragraphs(turn: Iterable[Cue]) -> Iterator[str]:
    """The words of a turn, with the breaks that the producer made between them and no others."""
    words = chain.from_iterable((" ", cue.text) for cue in turn)
    return (paragraph.strip() for paragraph in "".join(words).split("\n"))


def _is_full(length: int, text: str) -> bool:
    return length >= TOO_MUCH or (length >= ENOUGH and text.endswith((".", "?", "!", "…", "。")))
