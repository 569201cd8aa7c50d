"""JSON transcripts of Podcasting 2.0 into cues (TRJ-001), and those of Whisper, which name things otherwise.

https://github.com/Podcastindex-org/podcast-namespace/blob/main/docs/examples/transcripts/transcripts.md
"""

from __future__ import annotations

import re
from datetime import timedelta
from typing import Any

from publisher.model import Cue, Problem
from publisher.read.json_list import Item, NoListError, items
from publisher.read.text import clean
from publisher.read.transcript.faults import ORDER, SEGMENTS, Faults
from publisher.read.transcript.markup import one_line

LONGEST = 10**7
"""Seconds. No recording is longer."""


def is_json(text: str) -> bool:
    """Whether it starts like a JSON object, or a list of anything but a time."""
    return re.match(r"\s*(?:\{|\[\s*[\[\]{\"tfn-]|\[\s*\d+\s*,)", text) is not None


def read_segments(text: str, file: str) -> tuple[tuple[Cue, ...], tuple[Problem, ...]]:
    """The cues of a JSON file."""
    faults = Faults(file)
    try:
        found = items(text, "segments", file)
    except NoListError as error:
        fix = 'write {"version": "1.0.0", "segments": [{"startTime": 0, "endTime": 2.5, "body": "…"}]}'
        faults.lost(SEGMENTS, error.place, f"this is no JSON transcript: {error}", fix)
        return (), faults.problems()
    made = (_cue(item, faults) for item in found)
    return tuple(cue for cue in made if cue), faults.problems()


def _cue(item: Item, faults: Faults) -> Cue | None:
    told = item.value if isinstance(item.value, dict) else {}
    body = told.get("body", told.get("text"))
    start = _seconds(told.get("startTime", told.get("start")))
    if not isinstance(body, str) or start is None:
        what = "startTime, a number of seconds" if isinstance(body, str) else "body, a text"
        fix = 'write it like {"startTime": 1.5, "endTime": 4, "speaker": "…", "body": "…"}'
        faults.lost(SEGMENTS, item.place, f"this segment has no {what}, so it is lost", fix)
        return None
    end = _seconds(told.get("endTime", told.get("end")))
    if end is not None and end < start:
        fix = "write an endTime after its startTime"
        faults.mended(ORDER, item.place, "something ends before it starts", fix)
    words = one_line(clean(body))
    later = end if end is not None and end > start else None
    speaker = _speaker(told.get("speaker"))
    return Cue(text=words, start=start, end=later, speaker=speaker, place=item.place) if words else None


def _seconds(value: Any) -> timedelta | None:
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return timedelta(milliseconds=round(value * 1000)) if is_number and 0 <= value < LONGEST else None


def _speaker(value: Any) -> str | None:
    return one_line(clean(value)) or None if isinstance(value, str) else None
