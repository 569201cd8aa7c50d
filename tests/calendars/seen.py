"""What a program reads of a VEVENT, in one form for all programs."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime

FROM, TO = datetime(2026, 1, 1, tzinfo=UTC), datetime(2028, 1, 1, tzinfo=UTC)
"""The window in which programs are asked for the times of a series."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Seen:
    """One VEVENT, or one time of a series.

    Moments are in UTC, as `2026-10-23T07:00:00Z`; those of whole days are dates, `end` the day after
    the last. `original` is the RECURRENCE-ID, empty for an event that has none.
    """

    uid: str
    start: str
    end: str
    original: str = ""
    whole_day: bool = False
    status: str
    sequence: int
    stamp: str
    """DTSTAMP."""
    summary: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a program reads of a calendar: its VEVENTs, and what happens when, each in order."""

    events: tuple[Seen, ...]
    times: tuple[Seen, ...] | None = None
    """None for a program that knows no series. Which VEVENT a time is of is not said."""


def reading(events: list[Seen], times: list[Seen] | None = None) -> Reading:
    """Bring what was read into order."""
    happening = None if times is None else tuple(sorted(replace(one, original="") for one in times))
    return Reading(events=tuple(sorted(events)), times=happening)


def moment(value: date | datetime) -> str:
    """Write a date, or an aware moment in UTC. A clock without a zone is nobody's (ICS-012)."""
    if not isinstance(value, datetime):
        return value.isoformat()
    assert value.tzinfo is not None, value
    return f"{value.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"
