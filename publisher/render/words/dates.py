"""Days, clocks and zones as a language writes them (Unicode CLDR, cldr.unicode.org, by Babel).

Every moment here is on the clocks of its place already.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta
from functools import lru_cache
from typing import TYPE_CHECKING, Literal
from zoneinfo import ZoneInfo

if TYPE_CHECKING:
    from babel import Locale


def local(moment: datetime, timezone: str) -> datetime:
    """Set `moment` on the clocks of `timezone`."""
    return moment.astimezone(ZoneInfo(timezone))


def day(moment: datetime, locale: Locale, length: Literal["full", "long"]) -> str:
    """Write the day of `moment`, `full` with its weekday."""
    return _day(moment.date(), locale, length)


@lru_cache(maxsize=32_768)
def _day(date: date, locale: Locale, length: Literal["full", "long"]) -> str:
    """Write `date`: pages, lists and the search index tell the same days, each of all entries in turn."""
    from babel.dates import format_date

    return format_date(date, length, locale)


def days(first: datetime, end: datetime, locale: Locale) -> str:
    """Write the whole days from `first` to before the midnight `end`."""
    from babel.dates import format_interval

    last = max(first.date(), (end - timedelta(days=1)).date())
    if last == first.date():
        return day(first, locale, "full")
    return format_interval(first.date(), last, "yMMMEd", locale=locale)


def clock(first: datetime, last: datetime, locale: Locale) -> str:
    """Write the clock from `first` to `last` of the same day, with the hours that the language counts."""
    from babel.dates import format_interval

    hours = "hm" if "h" in locale.time_formats["short"].pattern else "Hm"
    return format_interval(first, last, hours, tzinfo=first.tzinfo, locale=locale)


def zone(moment: datetime, locale: Locale) -> str:
    """Name whose clock it is: CEST, or how far from Greenwich where that has no short name."""
    from babel.dates import get_timezone_gmt, get_timezone_name

    name = get_timezone_name(moment, "short", locale=locale)
    return name if name[0].isalpha() else get_timezone_gmt(moment, "long", locale)
