"""episodes/<slug>/transcript.srt: SubRip, in cards of two short lines (SRT-001, SRT-002, PN transcripts.md).

The format knows no escapes. An arrow and what players would take for a tag are written with characters
that look like them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, pairwise

from publisher.model import Artifact, Edition
from publisher.render.spoken import Caption, Spoken, all_transcripts
from publisher.render.spoken.captions import wrap
from publisher.render.wire import artifact
from publisher.render.wire.part import Part

WIDTH = 32
"""Characters in a line."""
LINES = 2
"""Lines on a card."""

_ARROW = re.compile("-+>")
_TAG = re.compile(r"<(?=/?[A-Za-z])|\{(?=\\)")


def render(edition: Edition) -> Iterator[Part]:
    """Make a SubRip file of each transcript that has times."""
    return all_transcripts(edition, "srt", _file)


def _file(spoken: Spoken) -> Artifact:
    text = "".join(_numbered(spoken.captions()))
    return artifact(spoken.key, f"{spoken.type}; charset=utf-8", text.encode())


def _numbered(captions: tuple[Caption, ...]) -> Iterator[str]:
    number, speaker = 0, None
    for caption, until in zip(captions, _untils(captions), strict=True):
        # A card without a name is the last speaker's, so only a change is named.
        name = f"{caption.speaker}: " if caption.speaker and caption.speaker != speaker else ""
        speaker = caption.speaker or speaker
        for start, end, lines in _cards(caption, until, wrap(_plain(name + caption.text), WIDTH)):
            number += 1
            blank = "\n" if number > 1 else ""
            yield f"{blank}{number}\n{_time(start)} --> {_time(end)}\n" + "".join(
                f"{line}\n" for line in lines
            )


def _untils(captions: tuple[Caption, ...]) -> Iterator[int]:
    """When the last card of each must have begun: before somebody else starts to speak."""
    for caption, following in pairwise(captions):
        yield min(caption.end, following.start)
    yield from (caption.end for caption in captions[-1:])


def _cards(caption: Caption, until: int, lines: list[str]) -> Iterator[tuple[int, int, list[str]]]:
    """Cut into cards; each is shown for its share of the letters, if there is time."""
    cards = [lines[at : at + LINES] for at in range(0, len(lines), LINES)]
    length, start = until - caption.start, caption.start
    if length < len(cards):
        yield caption.start, caption.end, lines
        return
    letters = list(accumulate(sum(map(len, card)) for card in cards))
    for number, (card, shown) in enumerate(zip(cards, letters, strict=True), start=1):
        share = caption.start + length * shown // letters[-1]
        end = min(max(share, start + 1), until - len(cards) + number)
        yield start, end if number < len(cards) else caption.end, card
        start = end


def _plain(text: str) -> str:
    return _TAG.sub(lambda match: "‹" if match[0] == "<" else "(", _ARROW.sub("→", text))


def _time(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02},{rest:03}"
