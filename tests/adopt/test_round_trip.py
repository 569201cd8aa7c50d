"""Other people's calendars, imported, read, settled and published again: nothing has moved.

Instants in UTC with every time of a series, UIDs and statuses, as recurring-ical-events reads them.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
import recurring_ical_events
from hypothesis import given
from hypothesis import strategies as st
from icalendar import Calendar, Event

from publisher.adopt import adopt
from publisher.adopt.page.words import clean, cut, one_line
from publisher.adopt.vevent.event import LONGEST_WORD
from publisher.adopt.vevent.vevent import LONGEST_TITLE
from publisher.check import check
from publisher.errors import PublisherError
from publisher.model import Ledger, Severity
from publisher.render.calendar_ics import KEY, render
from publisher.settle import settle
from tests.adopt.adopted import NOW, calendar, put, source
from tests.adopt.vevent.made import EASTERN
from tests.read.project import HOSTILE, MATERIAL, new_project
from tests.render.made import artifacts, fit

FROM, TO = datetime(1990, 1, 1, tzinfo=UTC), datetime(2040, 1, 1, tzinfo=UTC)
EMPTY = MATERIAL / "ics/libical-tz-Europe-Copenhagen.ics"
"""It has a time zone and nothing else, which is tested with the calendars that have no events."""
CALENDARS = sorted({*(MATERIAL / "ics").glob("*.ics")} - {EMPTY})
UNKNOWN = ZoneInfo("Europe/Berlin")
"""What is taken for the one TZID of them that nobody knows: the only zone that its calendar describes."""


@dataclass(frozen=True, order=True)
class Time:
    """One time of an event: from when until when, in UTC, or as days."""

    start: str
    end: str
    status: str
    uid: str


def times(calendar: bytes) -> list[Time]:
    read = Calendar.from_ical(calendar)
    found = recurring_ical_events.of(read).between(FROM, TO)
    return sorted(_time(one) for one in found if isinstance(one, Event))


def _time(event: Event) -> Time:
    return Time(
        start=_moment(event.start),
        end=_moment(event.end),
        status=str(event.get("STATUS", "CONFIRMED")),
        uid=str(event.get("UID", "")),
    )


def _moment(value: date) -> str:
    if not isinstance(value, datetime):
        return value.isoformat()
    aware = value.replace(tzinfo=UNKNOWN) if value.tzinfo is None else value
    return aware.astimezone(UTC).isoformat()


def again(data: bytes, folder: Path, timezone: str = "Europe/Copenhagen") -> bytes:
    """The calendar that we publish of a calendar that was imported."""
    project = new_project(folder)
    project.show('"Europe/Copenhagen"', f'"{timezone}"')
    show = project.read().show
    put(adopt(source(data, show=show)), project)
    site = project.read()
    assert [one for one in check(site) if one.severity is Severity.ERROR] == []
    edition = settle(site, Ledger(), NOW).edition
    (calendar,) = [one for one in artifacts(render(fit(edition))) if one.key == KEY]
    assert isinstance(calendar.body, bytes)
    return calendar.body


def without_uids(found: list[Time]) -> list[tuple[str, str, str]]:
    return sorted((one.start, one.end, one.status) for one in found)


@pytest.mark.skipif(not CALENDARS, reason="needs ../shared/data/ics beside the project")
@pytest.mark.parametrize("path", CALENDARS, ids=lambda path: path.stem)
@pytest.mark.parametrize("timezone", ["Europe/Copenhagen", "America/New_York"])
def test_a_calendar_is_published_as_it_was_imported(path: Path, timezone: str, tmp_path: Path) -> None:
    before = times(path.read_bytes())
    after = times(again(path.read_bytes(), tmp_path, timezone))
    assert without_uids(after) == without_uids(before)
    named = {one for one in before if one.uid}
    assert {one for one in after if one.uid in {known.uid for known in named}} == named


def test_the_window_holds_what_there_is() -> None:
    """A comparison of nothing with nothing would hold, too."""
    assert timedelta(days=40 * 365) < TO - FROM
    assert all(times(path.read_bytes()) for path in CALENDARS)


HARD = {
    "a series over a change of clocks": """
        DTSTART;TZID=Europe/Copenhagen:20261018T090000
        DTEND;TZID=Europe/Copenhagen:20261018T100000
        RRULE:FREQ=WEEKLY;COUNT=4""",
    "a series in UTC, which no change of clocks moves": """
        DTSTART:20261018T070000Z
        DURATION:PT1H
        RRULE:FREQ=WEEKLY;UNTIL=20261115T070000Z""",
    "a series by Windows' clock": """
        DTSTART;TZID=Pacific Standard Time:20261018T090000
        DURATION:PT90M
        RRULE:FREQ=MONTHLY;BYDAY=-1FR;COUNT=6""",
    "times left out, in all forms": """
        DTSTART;TZID=Europe/Berlin:20260601T090000
        DURATION:PT1H
        RRULE:FREQ=DAILY;COUNT=9
        EXDATE;TZID=Europe/Berlin:20260602T090000,20260603T090000
        EXDATE:20260604T070000Z
        EXDATE;VALUE=DATE:20260605
        EXDATE:20260606T120000Z""",
    "times added, with an end of their own": """
        DTSTART;TZID=Europe/Berlin:20260601T090000
        DURATION:PT1H
        RDATE;TZID=Europe/Berlin:20260603T100000,20260604T100000
        RDATE;VALUE=PERIOD:20260605T080000Z/PT3H""",
    "a start that its rule does not give": """
        DTSTART;TZID=Europe/Berlin:20260601T090000
        DURATION:PT1H
        RRULE:FREQ=WEEKLY;BYDAY=WE;COUNT=3""",
    "whole days": """
        DTSTART;VALUE=DATE:20260601
        DTEND;VALUE=DATE:20260604""",
    "a series of whole days": """
        DTSTART;VALUE=DATE:20261020
        DTEND;VALUE=DATE:20261027
        RRULE:FREQ=YEARLY;UNTIL=20301231
        EXDATE;VALUE=DATE:20271020""",
    "a birthday": """
        DTSTART;VALUE=DATE:20240229
        RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=-1;COUNT=5""",
    "over midnight and a change of clocks": """
        DTSTART;TZID=Europe/Copenhagen:20260328T220000
        DTEND;TZID=Europe/Copenhagen:20260329T040000""",
    "another zone at its end": """
        DTSTART;TZID=Europe/Copenhagen:20260601T090000
        DTEND;TZID=America/New_York:20260601T060000""",
    "no time at all": """
        DTSTART:20260601T090000Z
        DTEND:20260601T090000Z""",
    "until a day": """
        DTSTART;TZID=Europe/Copenhagen:20260601T000000
        DURATION:PT1H
        RRULE:FREQ=WEEKLY;UNTIL=20260615T000000""",
    "for ever": """
        DTSTART;TZID=Asia/Kolkata:20380101T090000
        DURATION:PT1H
        RRULE:FREQ=MONTHLY;BYSETPOS=1;BYDAY=MO,TU,WE,TH,FR
        STATUS:TENTATIVE""",
}


@pytest.mark.parametrize("name", HARD)
def test_what_is_hard_is_published_as_it_was_imported(name: str, tmp_path: Path) -> None:
    data = calendar(f"UID:one@example.org\nSUMMARY:One\n{HARD[name]}")
    # By X-WR-TIMEZONE, recurring-ical-events moves series that are in UTC with that zone's clocks.
    made = again(data, tmp_path).replace(b"X-WR-TIMEZONE", b"X-HOME")
    assert times(made) == times(data)


@pytest.mark.parametrize(
    ("start", "published"),
    [
        ("DTSTART:20261025T003000Z", "2026-10-25T00:30:00Z"),
        ("DTSTART:20261025T013000Z", "2026-10-25T01:30:00Z"),
        ("DTSTART;TZID=Europe/Copenhagen:20261025T023000", "2026-10-25T00:30:00Z"),
        ("DTSTART;TZID=Europe/Copenhagen:20260329T023000", "2026-03-29T01:30:00Z"),
    ],
)
def test_hours_that_come_twice_or_never_are_published_as_meant(
    start: str, published: str, tmp_path: Path
) -> None:
    """RFC 5545 §3.3.5: twice is the first, never is as long after the last hour before."""
    made = Calendar.from_ical(again(calendar(f"UID:one\nSUMMARY:One\n{start}\nDURATION:PT1H"), tmp_path))
    (event,) = made.events
    later = f"{datetime.fromisoformat(published) + timedelta(hours=1):%Y-%m-%dT%H:%M:%S+00:00}"
    assert (_moment(event.start), _moment(event.end)) == (published.replace("Z", "+00:00"), later)


def test_a_series_with_moved_and_cancelled_times_stays_one(tmp_path: Path) -> None:
    series = "UID:one\nSUMMARY:One\nDTSTART;TZID=Europe/Berlin:20261001T090000\nDURATION:PT1H\n"
    data = calendar(
        f"{series}RRULE:FREQ=WEEKLY;COUNT=6",
        "UID:one\nRECURRENCE-ID:20261008T070000Z\nDTSTART:20261009T070000Z\nDTEND:20261009T100000Z",
        "UID:one\nRECURRENCE-ID;TZID=Europe/Berlin:20261015T090000\nSTATUS:CANCELLED\n"
        "DTSTART;TZID=Europe/Berlin:20261015T090000\nDURATION:PT1H",
        "UID:one\nRECURRENCE-ID;TZID=Europe/Berlin:20261203T090000\nSUMMARY:And one more\n"
        "DTSTART;TZID=Europe/Berlin:20261203T090000\nDURATION:PT1H",
    )
    assert times(again(data, tmp_path)) == times(data)


def test_times_of_a_series_that_is_not_there_stay_one_event(tmp_path: Path) -> None:
    data = calendar(
        "UID:one\nSUMMARY:One\nRECURRENCE-ID:20261008T070000Z\nDTSTART:20261009T070000Z\nDURATION:PT1H",
        "UID:one\nSUMMARY:One\nRECURRENCE-ID:20261001T070000Z\nDTSTART:20261001T070000Z\nDURATION:PT1H",
    )
    assert times(again(data, tmp_path)) == times(data)


ANY = st.text(min_size=1) | st.text("\\,;:\"'\n\r\t <>&#*_-æ🎉", min_size=1)


@HOSTILE
@given(summary=ANY, location=ANY, description=ANY, tags=st.lists(ANY, max_size=3), uid=ANY)
def test_any_text_of_a_calendar_is_read_as_it_was(
    tmp_path_factory: pytest.TempPathFactory,
    summary: str,
    location: str,
    description: str,
    tags: list[str],
    uid: str,
) -> None:
    """As icalendar writes it."""
    event = Event()
    for name, text in (("summary", f"x{summary}"), ("location", location), ("description", description)):
        event.add(name, text)
    event.add("uid", uid)
    event.add("categories", tags)
    event.add("dtstart", NOW)
    whole = Calendar()
    whole.add_component(event)
    project = new_project(tmp_path_factory.mktemp("show"))
    put(adopt(source(whole.to_ical())), project)
    (made,) = project.read().events
    assert made.title == cut(one_line(lines(f"x{summary}")[0]), LONGEST_TITLE)
    assert [one_line(one) for one in (made.location or "", made.address or "")] == place(location)
    assert made.guid == (one_line(clean(uid)) or None)
    assert made.tags == tuple(
        dict.fromkeys(tag for one in tags if (tag := cut(one_line(clean(one)), LONGEST_WORD)))
    )


def lines(text: str) -> list[str]:
    # A backslash before a line's end is one that icalendar writes as it is.
    return clean(text).strip().split("\n")


def place(location: str) -> list[str]:
    first, *rest = [one_line(line) for line in lines(location) if line.strip()] or [""]
    return [first, ", ".join(rest)]


@HOSTILE
@given(data=st.data())
def test_whatever_is_left_of_a_calendar_is_imported_or_refused(
    tmp_path_factory: pytest.TempPathFactory, data: st.DataObject
) -> None:
    whole = calendar(*(f"UID:{name}\nSUMMARY:{name}\n{HARD[name]}" for name in HARD), before=EASTERN)
    for _ in range(data.draw(st.integers(1, 6))):
        at = data.draw(st.integers(0, len(whole)))
        end = data.draw(st.integers(at, min(len(whole), at + 40)))
        other = data.draw(
            st.binary(max_size=8) | st.sampled_from([b"\r\n", b"\n ", b":", b"2026", b"END:VEVENT\n"])
        )
        whole = whole[:at] + other + whole[end:]
    try:
        adoption = adopt(source(whole))
    except PublisherError as error:
        assert error.fix
        return
    project = new_project(tmp_path_factory.mktemp("show"))
    placed = put(adoption, project)
    site = project.read()
    assert len(site.events) == len(placed)
    assert [one for one in site.problems if one.severity is Severity.ERROR] == []
