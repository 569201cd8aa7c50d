"""When an event happens again (schema.org/Schedule), where its rule can be said in those words.

A Schedule knows less than an RRULE: what it cannot say in full is not told, since half a rule is a wrong one.
"""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from publisher.model import Event, Recurrence
from publisher.render.site.structured.thing import Thing, enumerated, thing

PERIODS = {"DAILY": "P{}D", "WEEKLY": "P{}W", "MONTHLY": "P{}M", "YEARLY": "P{}Y"}
DAYS = {
    "MO": "Monday",
    "TU": "Tuesday",
    "WE": "Wednesday",
    "TH": "Thursday",
    "FR": "Friday",
    "SA": "Saturday",
    "SU": "Sunday",
}
SAYABLE = frozenset("FREQ INTERVAL COUNT UNTIL BYDAY BYMONTH BYMONTHDAY WKST".split())


def schedule(event: Event) -> Thing | None:
    """Say when `event` happens again."""
    recurrence = event.recurrence
    rule = _parts(recurrence.rule) if recurrence and recurrence.rule else {}
    if not recurrence or not rule or set(rule) - SAYABLE or rule["FREQ"] not in PERIODS:
        return None
    zone = ZoneInfo(event.timezone)
    start, end = event.start.astimezone(zone), event.end.astimezone(zone) if event.end else None
    is_clocked = not event.all_day
    return thing(
        "Schedule",
        startDate=start.date().isoformat(),
        startTime=start.time().isoformat() if is_clocked else None,
        endTime=end.time().isoformat() if is_clocked and end else None,
        scheduleTimezone=event.timezone,
        repeatFrequency=PERIODS[rule["FREQ"]].format(rule.get("INTERVAL", "1")),
        repeatCount=int(rule["COUNT"]) if "COUNT" in rule else None,
        endDate=_until(rule["UNTIL"], zone) if "UNTIL" in rule else None,
        byDay=[_weekday(day) for day in _list(rule, "BYDAY")],
        byMonth=[int(month) for month in _list(rule, "BYMONTH")],
        byMonthDay=[int(day) for day in _list(rule, "BYMONTHDAY")],
        exceptDate=list(_exceptions(event, recurrence, zone)),
    )


def _parts(rule: str) -> dict[str, str]:
    return {name: value for name, _, value in (part.partition("=") for part in rule.split(";"))}


def _list(rule: dict[str, str], name: str) -> list[str]:
    return rule[name].split(",") if name in rule else []


def _weekday(day: str) -> str:
    """Name a weekday; which one of the month stays as iCalendar writes it, as schema.org wants it: 2MO."""
    return enumerated(DAYS[day]) if day in DAYS else day


def _until(text: str, zone: ZoneInfo) -> str:
    """Give the last day of a rule whose UNTIL is a date, or a moment in UTC."""
    if "T" not in text:
        return f"{text[:4]}-{text[4:6]}-{text[6:8]}"
    return datetime.strptime(text, "%Y%m%dT%H%M%S%z").astimezone(zone).date().isoformat()


def _exceptions(event: Event, recurrence: Recurrence, zone: ZoneInfo) -> list[str]:
    """Name the times that are not as the rule has them: called off, or at another time."""
    moved = [one.original for one in recurrence.changed]
    times = sorted({*recurrence.excluded, *moved})
    local = [time.astimezone(zone) for time in times]
    return [time.date().isoformat() if event.all_day else time.isoformat() for time in local]
