"""Cues as rows that fit a table: start and end in seconds, who, what."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import timedelta

from publisher.model import Cue

Row = tuple[float | None, float | None, str | None, str]


def rows(cues: Iterable[Cue]) -> list[Row]:
    """Each cue as (start, end, speaker, text)."""
    return [(_seconds(cue.start), _seconds(cue.end), cue.speaker, cue.text) for cue in cues]


def _seconds(time: timedelta | None) -> float | None:
    return None if time is None else time.total_seconds()
