"""Dates and times as producers write them, made into moments.

RFC 3339 (https://www.rfc-editor.org/rfc/rfc3339), or local time in a zone, or a date alone.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[Tt ]\s*((?:[01]\d|2[0-3]):\d\d(?::\d\d(?:\.\d+)?)?)\s*([Zz]|[+-]\d\d:\d\d)?)?",
    re.ASCII,
)
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2}(?:\.\d+)?)", re.ASCII)
_SECONDS = re.compile(r"\d{1,7}(?:\.\d+)?", re.ASCII)
_YEAR_FIRST = re.compile(r"(?P<y>\d{4})[-./](?P<m>\d{1,2})[-./](?P<d>\d{1,2})(?!\d)(?P<rest>.*)", re.ASCII)
_DAY_FIRST = re.compile(
    r"(?P<d>\d{1,2})[-./] ?(?P<m>\d{1,2})[-./ ] ?(?P<y>\d{4})(?!\d)(?P<rest>.*)", re.ASCII
)
_HOUR = re.compile(r"(\d{1,2})[:.](\d\d)(?!\d)", re.ASCII)
EXAMPLE = "2026-01-31 06:00"


class MomentError(ValueError):
    """Text that means no moment: what is wrong with it, for a producer, and what may have been meant."""

    def __init__(self, message: str, example: str = EXAMPLE) -> None:
        super().__init__(message)
        self.example = example


def zone(name: str) -> ZoneInfo | None:
    """The zone called `name` in the IANA database, or None. Names only: never a path."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def moment(text: str, local: ZoneInfo) -> datetime:
    """The moment that `text` means, aware. Raises MomentError."""
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        raise MomentError("it is not a date", _guess(text))
    day, clock, offset = match.groups()
    try:
        stamp = datetime.fromisoformat(f"{day}T{clock or '00:00'}{(offset or '').upper()}")
        if stamp.tzinfo is not None:
            stamp.astimezone(UTC)
            return stamp
        here = stamp.replace(tzinfo=local)
        back = here.astimezone(UTC).astimezone(local)
    except (ValueError, OverflowError):
        raise MomentError("there is no such day or time") from None
    if back.replace(tzinfo=None) != stamp:
        message = f"that time does not exist in {local.key}: clocks go forward over it"
        raise MomentError(message, f"{back:%Y-%m-%d %H:%M}")
    return here


def position(text: str) -> timedelta | None:
    """A place in a recording: `1:02:03.5`, `02:03` or seconds. None when `text` is neither."""
    text = text.strip()
    if _SECONDS.fullmatch(text):
        return timedelta(seconds=float(text))
    match = _CLOCK.fullmatch(text)
    if match is None:
        return None
    hours, minutes, seconds = match.groups()
    if float(seconds) >= 60 or (hours and int(minutes) >= 60):
        return None
    return timedelta(hours=int(hours or 0), minutes=int(minutes), seconds=float(seconds))


def _guess(text: str) -> str:
    """What a date in another form was meant to be, as we write it."""
    match = _YEAR_FIRST.fullmatch(text) or _DAY_FIRST.fullmatch(text)
    if match is None:
        return EXAMPLE
    clock = _HOUR.search(match["rest"])
    try:
        day = date(int(match["y"]), int(match["m"]), int(match["d"])).isoformat()
    except ValueError:
        return EXAMPLE
    return f"{day} {int(clock[1]):02}:{clock[2]}" if clock and int(clock[1]) < 24 else day
