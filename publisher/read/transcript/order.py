"""Cues in the order of their starts (VTT-003), as every format of captions needs them."""

from __future__ import annotations

from datetime import timedelta
from itertools import pairwise

from publisher.model import Cue, Problem
from publisher.read.transcript.faults import ORDER, PARTLY


def in_order(cues: tuple[Cue, ...]) -> tuple[tuple[Cue, ...], tuple[Problem, ...]]:
    """The cues by their starts where all have one, with what is strange about their times."""
    untimed = [cue for cue in cues if cue.start is None]
    if untimed:
        return cues, _partly(cues, untimed)
    late = [after for before, after in pairwise(cues) if _start(after) < _start(before)]
    if not late or late[0].place is None:
        return cues, ()
    times = f" ({len(late)} times)" if len(late) > 1 else ""
    message = f"this starts before what is written above it, so it is moved up{times}"
    problem = ORDER.at(late[0].place, message, "check its time, or move it to where it belongs")
    return tuple(sorted(cues, key=_start)), (problem,)


def _partly(cues: tuple[Cue, ...], untimed: list[Cue]) -> tuple[Problem, ...]:
    """Few times are marks on the way, many are meant for captions."""
    place = untimed[0].place
    if place is None or len(untimed) * 2 > len(cues):
        return ()
    message = f"{len(untimed)} of {len(cues)} turns have no time, so there are no captions"
    return (PARTLY.at(place, message, "write its time before it, as the others have it"),)


def _start(cue: Cue) -> timedelta:
    return cue.start or timedelta()
