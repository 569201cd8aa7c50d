"""VEVENTs of a few lines."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from publisher.adopt.vevent.lines import Calendar, read_calendars, read_lines
from publisher.adopt.vevent.vevent import VEvent, make_vevent
from publisher.adopt.vevent.zones import Zones
from tests.adopt.adopted import calendar

HOME = ZoneInfo("Europe/Copenhagen")


def made_calendar(*events: str, before: str = "") -> Calendar:
    (made,) = read_calendars(read_lines(calendar(*events, before=before)), "calendar.ics")
    return made


def zones(before: str = "") -> Zones:
    """The zones of a calendar that has these lines of its own."""
    return Zones(made_calendar(before=before), HOME)


def vevent(lines: str, *, before: str = "", method: str = "") -> VEvent:
    """The VEVENT with these lines; what is told of it is in `told`."""
    made = made_calendar(lines, before=before)
    (component,) = made.named("VEVENT")
    return make_vevent(component, Zones(made, HOME), file="calendar.ics", method=method, told=[])


def codes(event: VEvent) -> list[str]:
    """What has been told of it."""
    return [one.code for one in event.told]


def vtimezone(tzid: str, *parts: tuple[str, str, str, str], more: str = "") -> str:
    """A VTIMEZONE of parts, each its kind, the offsets before and after, and a rule or another line."""
    inside = [
        f"BEGIN:{kind}\nDTSTART:16010101T020000\nTZOFFSETFROM:{before}\nTZOFFSETTO:{after}\n{rule}\nEND:{kind}"
        for kind, before, after, rule in parts
    ]
    return "\n".join([f"BEGIN:VTIMEZONE\nTZID:{tzid}", more, *inside, "END:VTIMEZONE"])


EASTERN = vtimezone(
    "Our own",
    ("STANDARD", "-0400", "-0500", "RRULE:FREQ=YEARLY;BYDAY=1SU;BYMONTH=11"),
    ("DAYLIGHT", "-0500", "-0400", "RRULE:FREQ=YEARLY;BYDAY=2SU;BYMONTH=3"),
)
ODD = vtimezone("Odd", ("STANDARD", "+0117", "+0117", "COMMENT:nowhere"))
