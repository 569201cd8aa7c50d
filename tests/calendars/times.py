"""Every kind of time: whole days, series with exceptions, summer time here, elsewhere and nowhere.

In Denmark it ends on 25 October 2026 and begins on 28 March 2027, in New York on 14 March 2027; in
India there is none, and in Morocco none in Ramadan, from 7 February to 14 March 2027.
"""

from __future__ import annotations

from uuid import uuid5

from tests.calendars.seen import Seen
from tests.calendars.story import SHOW_GUID
from tests.calendars.told import Step
from tests.read.project import Project

FRIDAYS = "rule: FREQ=MONTHLY;BYDAY=-1FR;COUNT=6"
WEEKS = "rule: FREQ=WEEKLY;COUNT=4"
FRONTS = {
    "dag": "start: 2026-11-05",
    "dage": "start: 2027-03-27\nend: 2027-03-28",
    "nat": "start: 2026-10-24 22:00\nend: 2026-10-25 06:00",
    "sommertime": "start: 2026-10-25 02:15\nend: 2026-10-25 02:45",
    "vintertime": "start: 2026-10-25T02:15:00+01:00\nend: 2026-10-25T02:45:00+01:00",
    "rabat": "timezone: Africa/Casablanca\nstart: 2027-02-10 12:00\nend: 2027-02-10 13:00",
    "fredag": f"start: 2026-08-28 09:00\nend: 2026-08-28 10:00\nrecurrence:\n  {FRIDAYS}",
    "torsdag": """\
start: 2026-10-15 16:00
end: 2026-10-15 17:00
recurrence: FREQ=WEEKLY;UNTIL=20261105T160000""",
    "mandag": "start: 2026-11-02\nrecurrence: FREQ=WEEKLY;UNTIL=20261116",
    "delhi": """\
timezone: Asia/Kolkata
start: 2027-03-18 18:00
end: 2027-03-18 19:30
recurrence: FREQ=WEEKLY;COUNT=3""",
    "newyork": """\
timezone: America/New_York
start: 2027-03-10 12:00
end: 2027-03-10 13:00
recurrence: FREQ=WEEKLY;COUNT=4""",
    "verden": f"""\
timezone: UTC
start: 2026-10-21 12:00
end: 2026-10-21 13:00
recurrence:
  {WEEKS}""",
}
"""When each event is, by the name of its folder, which is its title too."""
EXCEPTIONS = """
  except: [2026-11-27 09:00]
  also: [2026-12-11 09:00]
  changed:
    - {original: 2026-09-25 09:00, start: 2026-09-26 14:00, end: 2026-09-26 15:30, location: Slagelse}
    - {original: 2026-10-30 09:00, status: cancelled}"""

OFF = """
  except: [2026-11-11]
  changed: {original: 2026-10-28, status: cancelled}"""


def announce(show: Project) -> None:
    for name, front in FRONTS.items():
        show.entry(
            f"{name}/event.md",
            f"title: {name}\nsummary: Om {name}.\ndate: 2026-07-01\nlocation: Odense\n{front}",
        )


def except_some(show: Project) -> None:
    show.change("fredag/event.md", FRIDAYS, FRIDAYS + EXCEPTIONS)
    show.change("verden/event.md", WEEKS, WEEKS + OFF)


TIMES = (
    Step("announced", "2026-08-01 08:00", announce),
    Step("excepted", "2026-08-03 08:00", except_some),
)
STAMPS = {"announced": "2026-06-30T22:00:00Z", "excepted": "2026-08-03T06:00:00Z"}


def seen(
    name: str, start: str, end: str, *, step: str = "announced", original: str = "", off: bool = False
) -> Seen:
    """A time of an event; moments are written as `2026-08-28 07:00`, in UTC, or as dates."""
    start, end, original = (
        f"{text.replace(' ', 'T')}:00Z" if ":" in text else text for text in (start, end, original)
    )
    return Seen(
        uid=str(uuid5(SHOW_GUID, name)),
        start=start,
        end=end,
        original=original,
        whole_day="T" not in start,
        status="CANCELLED" if off else "CONFIRMED",
        sequence=list(STAMPS).index(step),
        stamp=STAMPS[step],
        summary=f"Aflyst: {name}" if off else name,
    )


FIRST = seen("vintertime", "2026-10-25 00:15", "2026-10-25 00:45")
SECOND = seen("vintertime", "2026-10-25 01:15", "2026-10-25 01:45")
"""The second time that clocks show a quarter past two, and what it is not."""
ONCE = (
    seen("dag", "2026-11-05", "2026-11-06"),
    seen("dage", "2027-03-27", "2027-03-29"),
    seen("nat", "2026-10-24 20:00", "2026-10-25 05:00"),
    seen("sommertime", "2026-10-25 00:15", "2026-10-25 00:45"),
    SECOND,
    seen("rabat", "2027-02-10 12:00", "2027-02-10 13:00"),
)
REGULAR = (
    *(seen("torsdag", f"{day} 14:00", f"{day} 15:00") for day in ("2026-10-15", "2026-10-22")),
    *(seen("torsdag", f"{day} 15:00", f"{day} 16:00") for day in ("2026-10-29", "2026-11-05")),
    seen("mandag", "2026-11-02", "2026-11-03"),
    seen("mandag", "2026-11-09", "2026-11-10"),
    seen("mandag", "2026-11-16", "2026-11-17"),
    *(seen("delhi", f"{day} 12:30", f"{day} 14:00") for day in ("2027-03-18", "2027-03-25", "2027-04-01")),
    seen("newyork", "2027-03-10 17:00", "2027-03-10 18:00"),
    *(seen("newyork", f"{day} 16:00", f"{day} 17:00") for day in ("2027-03-17", "2027-03-24", "2027-03-31")),
)
PLAIN = (
    *(seen("fredag", f"{day} 07:00", f"{day} 08:00") for day in ("2026-08-28", "2026-09-25")),
    *(
        seen("fredag", f"{day} 08:00", f"{day} 09:00")
        for day in ("2026-10-30", "2026-11-27", "2026-12-25", "2027-01-29")
    ),
    *(
        seen("verden", f"{day} 12:00", f"{day} 13:00")
        for day in ("2026-10-21", "2026-10-28", "2026-11-04", "2026-11-11")
    ),
)
"""The last Fridays as they were announced, and Wednesdays in UTC."""
MOVED = seen("fredag", "2026-09-26 12:00", "2026-09-26 13:30", step="excepted", original="2026-09-25 07:00")
CANCELLED = tuple(
    seen(name, start, end, step="excepted", original=start, off=True)
    for name, start, end in (
        ("fredag", "2026-10-30 08:00", "2026-10-30 09:00"),
        ("verden", "2026-10-28 12:00", "2026-10-28 13:00"),
    )
)
ADDED = seen("fredag", "2026-12-11 08:00", "2026-12-11 09:00", step="excepted")
KEPT = (
    seen("fredag", "2026-08-28 07:00", "2026-08-28 08:00", step="excepted"),
    *(
        seen("fredag", f"{day} 08:00", f"{day} 09:00", step="excepted")
        for day in ("2026-12-25", "2027-01-29")
    ),
    *(
        seen("verden", f"{day} 12:00", f"{day} 13:00", step="excepted")
        for day in ("2026-10-21", "2026-11-04")
    ),
)
"""Those of both series that are still as their rules have them."""
