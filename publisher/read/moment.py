"""Dates and times as producers write them, made into moments.

RFC 3339 (https://www.rfc-editor.org/rfc/rfc3339), or local time in a zone, or a date alone.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

_MOMENT = re.compile(r"(\d{4}-\d\d-\d\d)(?:[Tt ]\s*(\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*([Zz]|[+-]\d\d:\d\d)?)?")
_CLOCK = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2}(?:\.\d+)?)")
_SECONDS = re.compile(r"\d{1,7}(?:\.\d+)?")


def zone(name: str) -> ZoneInfo | None:
    """The zone called `name` in the IANA database, or None. Names only: never a path."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError):
        return None


def moment(text: str, local: ZoneInfo) -> datetime:
    """The moment that `text` means, aware. Raises ValueError with what is wrong, for a producer."""
    match = _MOMENT.fullmatch(text.strip())
    if match is None:
        raise ValueError("it is not a date")
    day, clock, offset = match.groups()
    try:
        stamp = datetime.fromisoformat(f"{day}T{clock or '00:00'}{(offset or '').upper()}")
        if stamp.tzinfo is not None:
            stamp.astimezone(UTC)
            return stamp
        here = stamp.replace(tzinfo=local)
        back = here.astimezone(UTC).astimezone(local)
    except (ValueError, OverflowError):
        raise ValueError("there is no such day or time") from None
    if back.replace(tzinfo=None) != stamp:
        raise ValueError(f"that time does not exist in {local.key}: clocks go forward over it")
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
