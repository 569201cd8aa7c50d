"""The text of a recurrence rule, `FREQ=MONTHLY;BYDAY=-1FR;COUNT=6` (RFC 5545 §3.3.10; ICS-020).

What calendars read differently is refused like what none of them reads: nobody would know when to come.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, time
from difflib import get_close_matches
from zoneinfo import ZoneInfo

from publisher.read.text import shown

LONGEST = 500
"""Characters: longer than any rule that somebody means, and what keeps every list in it short."""
MOST_A_DAY = 24

FREQUENCIES = ("DAILY", "WEEKLY", "MONTHLY", "YEARLY")
DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FINER = ("HOURLY", "MINUTELY", "SECONDLY")
_RANGES = {
    "BYSECOND": (0, 59),
    "BYMINUTE": (0, 59),
    "BYHOUR": (0, 23),
    "BYMONTHDAY": (1, 31),
    "BYYEARDAY": (1, 366),
    "BYWEEKNO": (1, 53),
    "BYMONTH": (1, 12),
    "BYSETPOS": (1, 366),
}
_FROM_THE_END = ("BYMONTHDAY", "BYYEARDAY", "BYWEEKNO", "BYSETPOS")
"""Those that may be negative."""
_CLOCKS = ("BYHOUR", "BYMINUTE", "BYSECOND")
_ONLY_WITH = {
    "BYMONTHDAY": ("DAILY", "MONTHLY", "YEARLY"),
    "BYYEARDAY": ("YEARLY",),
    "BYWEEKNO": ("YEARLY",),
    "BYSETPOS": ("MONTHLY", "YEARLY"),
}
"""How often a rule must happen to have such a part; of BYSETPOS calendars agree on no more."""
_NAMES = ("FREQ", "UNTIL", "COUNT", "INTERVAL", "BYDAY", "WKST", *_RANGES)
_ORDINAL = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)", re.ASCII)
_UNTIL = re.compile(r"(\d{8})(?:T(\d{6})(Z?))?", re.ASCII)
EXAMPLE = "FREQ=MONTHLY;BYDAY=-1FR;COUNT=6"


class RuleError(ValueError):
    """Text that is no rule: what is wrong with it, and what to do."""

    def __init__(self, message: str, fix: str) -> None:
        super().__init__(message)
        self.fix = fix


@dataclass(frozen=True, slots=True)
class RRule:
    """A rule: its parts in upper case and as written, but for FREQ, which comes first."""

    parts: tuple[tuple[str, str], ...]
    until: datetime | None = None
    """The last moment at which one of its times may start, in UTC; of whole days, a midnight in the zone."""

    @property
    def text(self) -> str:
        """The value of an RRULE."""
        return ";".join(f"{name}={value}" for name, value in self.parts)

    @property
    def count(self) -> int | None:
        """How many times there are, if the rule says so."""
        count = dict(self.parts).get("COUNT")
        return int(count) if count else None


def parse(text: str, zone: ZoneInfo, *, all_day: bool) -> RRule:
    """The rule that `text` is, for an event in `zone`. Raises RuleError."""
    if len(text) > LONGEST:
        raise RuleError("is far too long for a rule", f"write one such as `{EXAMPLE}`")
    if "=" not in text:
        raise RuleError(f"is {shown(text)}, which is no rule", f"write one such as `{EXAMPLE}`")
    written = re.sub(r"\s", "", text).upper().removeprefix("RRULE:")
    parts = _parts([part for part in written.split(";") if part])
    for name, value in parts.items():
        _check_value(name, value)
    # Nobody writes `+15`, and not everybody reads it; an UNTIL has none.
    parts = {name: value.replace("+", "") for name, value in parts.items()}
    _check_whole(parts, all_day=all_day)
    until = None
    if "UNTIL" in parts:
        parts["UNTIL"], until = _until(parts["UNTIL"], zone, all_day=all_day)
    return RRule(tuple(sorted(parts.items(), key=lambda part: part[0] != "FREQ")), until)


def _parts(written: list[str]) -> dict[str, str]:
    parts: dict[str, str] = {}
    for part in written:
        name, equals, value = part.partition("=")
        if not equals or not value:
            fix = f"write each part as NAME=VALUE, with semicolons between them: `{EXAMPLE}`"
            raise RuleError(f"has {shown(part)} in it, which is no part of a rule", fix)
        if name not in _NAMES:
            near = get_close_matches(name[:40], _NAMES, n=1)
            fix = f"write {near[0]}" if near else f"remove it; known are {', '.join(_NAMES)}"
            raise RuleError(f"has {shown(name)} in it, which calendars do not know", fix)
        if name in parts:
            raise RuleError(f"has {name} twice", "keep one of them; a list is written with commas")
        parts[name] = value
    return parts


def _check_value(name: str, value: str) -> None:
    """Raises RuleError where `value` is none that `name` can have."""
    if name == "FREQ":
        _check_frequency(value)
    elif name in ("COUNT", "INTERVAL"):
        if not re.fullmatch(r"0*[1-9]\d{0,7}", value, re.ASCII):
            raise RuleError(f"has {name}={value[:40]}", f"write a whole number from 1 up: `{name}=2`")
    elif name == "WKST":
        if value not in DAYS:
            raise RuleError(f"has WKST={value[:40]}", f"write one of {', '.join(DAYS)}")
    elif name == "UNTIL":
        if not _UNTIL.fullmatch(re.sub(r"[-:]", "", value)):
            raise RuleError(f"has UNTIL={value[:40]}, which is no date", "write it as `UNTIL=20261231`")
    else:
        _check_list(name, value)


def _check_frequency(value: str) -> None:
    if value in _FINER:
        fix = "write how many days are between, and at which hours: `FREQ=DAILY;BYHOUR=9,14`"
        raise RuleError(f"is {value}, and nobody can come that often", fix)
    if value not in FREQUENCIES:
        near = get_close_matches(value[:40], FREQUENCIES, n=1) or ["WEEKLY"]
        message = f"has FREQ={value[:40]}, but must have one of {', '.join(FREQUENCIES)}"
        raise RuleError(message, f"write `FREQ={near[0]}`")


def _check_list(name: str, value: str) -> None:
    for item in value.split(","):
        if name == "BYDAY":
            found = _ORDINAL.fullmatch(item)
            if not found or (found[1] and not 1 <= abs(int(found[1])) <= 53):
                fix = f"write days as {', '.join(DAYS)}; `1MO` is the first Monday, `-1FR` the last Friday"
                raise RuleError(f"has {shown(item)} in BYDAY, which is no day", fix)
        elif not _is_in_range(name, item):
            least, most = _RANGES[name]
            back = ", or below zero to count from the end" if name in _FROM_THE_END else ""
            raise RuleError(f"has {shown(item)} in {name}", f"write a number from {least} to {most}{back}")


def _is_in_range(name: str, item: str) -> bool:
    least, most = _RANGES[name]
    sign = "[+-]?" if name in _FROM_THE_END else ""
    return bool(re.fullmatch(rf"{sign}\d{{1,3}}", item, re.ASCII)) and least <= abs(int(item)) <= most


def _check_whole(parts: dict[str, str], *, all_day: bool) -> None:
    """Raises RuleError where parts do not go together."""
    if "FREQ" not in parts:
        fix = f"write one of {', '.join(f'FREQ={one}' for one in FREQUENCIES)} first"
        raise RuleError("does not say how often the event happens", fix)
    for message, fix in _clashes(parts, all_day=all_day):
        raise RuleError(message, fix)


def _clashes(parts: dict[str, str], *, all_day: bool) -> Iterator[tuple[str, str]]:
    frequency = parts["FREQ"]
    if "COUNT" in parts and "UNTIL" in parts:
        yield "ends twice, by COUNT and by UNTIL", "remove one of them"
    for name in parts:
        allowed = _ONLY_WITH.get(name, FREQUENCIES)
        if frequency not in allowed:
            fix = f"remove it, or write FREQ={' or FREQ='.join(allowed)}"
            yield f"has {name}, which calendars do not agree on in a {frequency} rule", fix
    if all_day and (clocks := [name for name in _CLOCKS if name in parts]):
        yield f"has {clocks[0]}, and the event is of whole days", "remove it, or give start a clock"
    counted = re.search(r"\d", parts.get("BYDAY", ""))
    if counted and (frequency not in ("MONTHLY", "YEARLY") or "BYWEEKNO" in parts):
        message = f"counts days in BYDAY={parts['BYDAY'][:40]}, which goes in a month or a year only"
        yield message, "write the day alone, such as `BYDAY=MO`, or `FREQ=MONTHLY`"
    if "BYWEEKNO" in parts and "BYDAY" not in parts:
        yield "has weeks of the year, and no day of them", "write the day too, such as `BYDAY=MO`"
    if "BYSETPOS" in parts and not any(name in parts for name in (*_RANGES, "BYDAY") if name != "BYSETPOS"):
        yield "has BYSETPOS, and nothing to choose from", "write the days too, such as `BYDAY=MO,TU,WE,TH,FR`"
    day = 1
    for name in _CLOCKS:
        day *= len(set(parts[name].split(","))) if name in parts else 1
    if day > MOST_A_DAY:
        yield f"happens {day} times a day", "write fewer hours or minutes"


def _until(written: str, zone: ZoneInfo, *, all_day: bool) -> tuple[str, datetime]:
    """The value of UNTIL as iCalendar wants it, and the moment it means.

    Without a Z it is local time, and without a clock all of that day. Of whole days only the day counts,
    as calendars read it.
    """
    found = _UNTIL.fullmatch(re.sub(r"[-:]", "", written))
    day, clock, is_utc = found.groups() if found else ("", None, "")
    try:
        stamp = datetime.fromisoformat(f"{day}T{clock or '235959'}")
    except ValueError:
        raise RuleError(f"has UNTIL={written[:40]}, and there is no such day", "write one that is") from None
    if all_day:
        return day, datetime.combine(stamp.date(), time(), zone)
    try:
        moment = stamp.replace(tzinfo=UTC if is_utc else zone).astimezone(UTC)
    except OverflowError:
        # Calendars write the last of all days for what never ends.
        moment = stamp.replace(tzinfo=UTC)
    return moment.isoformat().translate({ord("-"): None, ord(":"): None})[:15] + "Z", moment
