"""How long and how large things are, as people read it (Unicode CLDR, by Babel) and as machines do."""

from __future__ import annotations

from datetime import timedelta
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

EXACT = timedelta(minutes=5)
"""Shorter than this, seconds are worth telling."""
STEP = 1000
UNITS = ("byte", "kilobyte", "megabyte", "gigabyte", "terabyte")


@lru_cache(maxsize=4096)
def duration(length: timedelta, locale: Locale) -> str:
    """Say how long something lasts: "1 t. 2 min.", "1 min. 30 sek."."""
    from babel.units import format_unit

    seconds = round(length.total_seconds())
    if length >= EXACT:
        seconds = round(seconds / 60) * 60
    minutes, seconds = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [(hours, "hour"), (minutes, "minute"), (seconds, "second")]
    said = [format_unit(n, unit, "short", locale=locale) for n, unit in parts if n]
    return "\N{NO-BREAK SPACE}".join(said) or format_unit(0, "second", "short", locale=locale)


def size(octets: int, locale: Locale) -> str:
    """Say how large a file is: "1,6 MB"."""
    amount, power = float(octets), 0
    while amount >= STEP - 0.5 and power < len(UNITS) - 1:
        amount, power = amount / STEP, power + 1
    digits = 1 if power > 1 and amount < 100 else 0
    return _size(round(amount, digits) if digits else round(amount), UNITS[power], locale)


@lru_cache(maxsize=4096)
def _size(amount: float, unit: str, locale: Locale) -> str:
    """Say it of what is rounded: of ten thousand recordings, most are as large as another one."""
    from babel.units import format_unit

    return format_unit(amount, unit, "short", locale=locale)


@lru_cache(maxsize=256)
def decimal(number: float, locale: Locale) -> str:
    """Write `number` as people do: "1,25"."""
    from babel.numbers import format_decimal

    return format_decimal(number, locale=locale)


def clock(duration: timedelta) -> str:
    """Write `duration` as players do: 1:42, 1:02:03."""
    minutes, seconds = divmod(duration // timedelta(seconds=1), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def period(duration: timedelta) -> str:
    """Write `duration` as HTML does in `time` (ISO 8601): PT102S."""
    return f"PT{seconds(duration)}S"


def seconds(time: timedelta) -> str:
    """Write `time` in seconds as media fragments do: 12.5 (w3.org/TR/media-frags, §4.2.1)."""
    return f"{time / timedelta(seconds=1):.3f}".rstrip("0").rstrip(".")
