"""Dates and times as producers write them, made into moments.

RFC 3339 (https://www.rfc-editor.org/rfc/rfc3339), or local time in a zone, or a date alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
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
_DAY = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_HOUR_OF_DAY = re.compile(r"([01]?\d|2[0-3])[:.]([0-5]\d)", re.ASCII)
EXAMPLE = "2026-01-31 06:00"
FIRST_YEAR, LAST_YEAR = 1000, 2999
"""Of events: what is beyond is a slip, and what is counted from them must still be a date."""


class MomentError(ValueError):
    """Text that means no moment: what is wrong with it, for a producer, and what may have been meant."""

    def __init__(self, message: str, example: str = EXAMPLE) -> None:
        super().__init__(message)
        self.example = example


@dataclass(frozen=True, slots=True)
class When:
    """A moment, aware and in the zone asked for; of a day alone its first, and `over` the next day's."""

    moment: datetime
    over: datetime | None = None

    @property
    def whole(self) -> bool:
        """Whether it is a day, without a clock."""
        return self.over is not None


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
    except (ValueError, OverflowError):
        raise MomentError("there is no such day or time") from None
    return at(stamp, local)


def at(stamp: datetime, local: ZoneInfo) -> datetime:
    """The moment when clocks in `local` show the naive `stamp`. Raises MomentError."""
    here = resolved(stamp, local)
    if here.replace(tzinfo=None) != stamp:
        message = f"that time does not exist in {local.key}: clocks go forward over it"
        raise MomentError(message, f"{here:%Y-%m-%d %H:%M}")
    return here


def resolved(stamp: datetime, local: ZoneInfo) -> datetime:
    """The moment that the naive `stamp` means in `local`, as clocks show it. Raises MomentError.

    A time that clocks skip is as long after the last one before, a time that comes twice the first
    (RFC 5545 §3.3.5).
    """
    try:
        return stamp.replace(tzinfo=local).astimezone(UTC).astimezone(local)
    except (ValueError, OverflowError):
        raise MomentError("there is no such day or time") from None


def midnight(day: date, local: ZoneInfo) -> datetime:
    """The first moment of `day` in `local`; where clocks skip midnight, it is later. Raises MomentError."""
    return resolved(datetime.combine(day, time()), local)


def when(text: str, local: ZoneInfo, near: When | None = None) -> When:
    """The moment or the day that `text` means, in `local`. Raises MomentError.

    `near` is whose day was probably meant where there is a clock only.
    """
    if near and (alone := clock(text)):
        day = f"{near.moment:%Y-%m-%d}"
        raise MomentError("it does not say which day", f"{day} {alone:%H:%M}")
    text = text.strip()
    try:
        found = _day(text, local) if _DAY.fullmatch(text) else When(moment(text, local).astimezone(local))
    except OverflowError:
        raise MomentError("there is no such day or time") from None
    if not FIRST_YEAR <= found.moment.year <= LAST_YEAR:
        raise MomentError(f"no event is before the year {FIRST_YEAR} or after {LAST_YEAR}")
    return found


def _day(text: str, local: ZoneInfo) -> When:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise MomentError("there is no such day") from None
    return When(midnight(day, local), midnight(day + timedelta(days=1), local))


def clock(text: str) -> time | None:
    """The time of day that `text` is, such as `09:05` or `9.05`, or None."""
    match = _HOUR_OF_DAY.fullmatch(text.strip())
    return time(int(match[1]), int(match[2])) if match else None


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
