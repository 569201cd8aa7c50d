"""publisher.adopt.vevent.series: what repeats, in the words of event.md."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from publisher.adopt.vevent.series import Series, read_series
from publisher.adopt.vevent.times import read_times
from publisher.adopt.vevent.vevent import VEvent
from tests.adopt.adopted import rule
from tests.adopt.vevent.made import codes, vevent

WEEKLY = (
    "SUMMARY:Café\nDTSTART;TZID=Europe/Copenhagen:20260601T090000\nDURATION:PT1H\nRRULE:FREQ=WEEKLY;COUNT=4"
)
"""1, 8, 15 and 22 June."""


def series(event: VEvent, *overrides: VEvent) -> Series:
    times = read_times(event, recurs=True)
    assert times
    return read_series(times, event, overrides, rule)


def table(lines: str, *overrides: str) -> dict[str, object]:
    return series(vevent(lines), *[vevent(one) for one in overrides]).table()


def changed(override: str) -> object:
    return table(WEEKLY, f"RECURRENCE-ID;TZID=Europe/Copenhagen:20260608T090000\n{override}").get("changed")


def test_what_happens_once_has_no_table() -> None:
    assert table("DTSTART:20260601T090000Z") == {}


def test_a_rule_alone_is_a_rule_alone() -> None:
    assert table(WEEKLY) == {"rule": "FREQ=WEEKLY;COUNT=4"}


def test_only_times_of_the_series_are_left_out() -> None:
    made = table(f"{WEEKLY}\nEXDATE:20260608T070000Z,20260609T070000Z\nEXDATE;VALUE=DATE:20260615")
    assert made["except"] == ["2026-06-08 09:00", "2026-06-15 09:00"]


def test_times_are_added_once() -> None:
    made = table(
        f"{WEEKLY}\nRDATE:20260608T070000Z,20260610T070000Z,20260610T070000Z\nRDATE:20260611T070000Z"
    )
    assert made["also"] == ["2026-06-10 09:00", "2026-06-11 09:00"]


def test_a_period_is_a_time_with_another_end() -> None:
    made = table("DTSTART:20260601T090000Z\nDURATION:PT1H\nRDATE:20260602T090000Z/PT1H,20260603T090000Z/PT2H")
    assert made["also"] == ["2026-06-02 09:00", "2026-06-03 09:00"]
    assert made["changed"] == [{"original": "2026-06-03 09:00", "end": "2026-06-03 11:00"}]


def test_a_start_that_the_rule_does_not_give_is_a_time_besides() -> None:
    made = series(vevent(WEEKLY.replace("COUNT=4", "BYDAY=WE;COUNT=4")))
    assert made.table() == {"rule": "FREQ=WEEKLY;COUNT=4;BYDAY=WE", "also": ["2026-06-01 09:00"]}
    assert made.times.hand.write(made.times.start) == "2026-06-03 09:00"


@pytest.mark.parametrize(
    ("override", "said"),
    [
        (
            "DTSTART:20260609T080000Z\nDTEND:20260609T090000Z",
            {"start": "2026-06-09 10:00", "end": "2026-06-09 11:00"},
        ),
        ("DTSTART:20260608T070000Z\nDURATION:PT2H", {"end": "2026-06-08 11:00"}),
        ("DTSTART:20260608T070000Z\nSUMMARY:Café 2\nLOCATION:Hall", {"title": "Café 2", "location": "Hall"}),
        ("STATUS:CANCELLED", {"status": "cancelled"}),
        ("STATUS:TENTATIVE", {"status": "tentative"}),
    ],
)
def test_what_differs_at_one_time_is_said(override: str, said: dict[str, str]) -> None:
    assert changed(override) == [{"original": "2026-06-08 09:00"} | said]


def test_what_differs_in_nothing_is_not_said() -> None:
    assert changed("SUMMARY:Café\nDTSTART:20260608T070000Z\nDURATION:PT1H\nSTATUS:CONFIRMED") is None


def test_another_text_at_one_time_is_told() -> None:
    override = vevent("SUMMARY:Café\nRECURRENCE-ID:20260608T070000Z\nDESCRIPTION:Bring cake")
    assert (series(vevent(WEEKLY), override).changed, codes(override)) == ((), ["IMPORT-005"])


@pytest.mark.parametrize("secrecy", ["PRIVATE", "confidential"])
def test_of_a_private_time_only_when_it_is_is_kept_and_told(secrecy: str) -> None:
    event = vevent(WEEKLY)
    lines = f"RECURRENCE-ID:20260608T070000Z\nCLASS:{secrecy}\nSUMMARY:Secret\nLOCATION:Secret"
    made = series(event, vevent(f"{lines}\nDESCRIPTION:Secret\nDTSTART:20260608T080000Z\nDURATION:PT1H"))
    assert [one.said for one in made.changed] == [{"start": "2026-06-08 10:00", "end": "2026-06-08 11:00"}]
    assert codes(event) == ["IMPORT-007"]
    assert "Secret" not in event.told[0].message


@pytest.mark.parametrize("line", ["LOCATION:{}", "SUMMARY:Café {}", "DESCRIPTION:{}", "URL:{}"])
def test_a_link_to_join_at_one_time_is_left_out_and_told(line: str) -> None:
    override = vevent(f"RECURRENCE-ID:20260608T070000Z\n{line.format('zoom.us/j/1?pwd=XYZ')}")
    made = series(vevent(WEEKLY), override)
    assert "XYZ" not in str(made.table())
    assert "IMPORT-007" in codes(override)


def test_the_link_of_the_series_at_one_time_is_nothing_to_tell() -> None:
    link = "LOCATION:https://zoom.us/j/1"
    override = vevent(f"RECURRENCE-ID:20260608T070000Z\n{link}")
    series(vevent(f"{WEEKLY}\n{link}"), override)
    assert codes(override) == []


def test_what_is_changed_and_left_out_is_left_out() -> None:
    made = table(f"{WEEKLY}\nEXDATE:20260608T070000Z", "RECURRENCE-ID:20260608T070000Z\nSUMMARY:Other")
    assert made == {"rule": "FREQ=WEEKLY;COUNT=4", "except": ["2026-06-08 09:00"]}


def test_what_is_changed_without_being_a_time_is_added() -> None:
    made = table(WEEKLY, "RECURRENCE-ID:20260610T070000Z\nDTSTART:20260610T070000Z\nDURATION:PT1H")
    assert made == {"rule": "FREQ=WEEKLY;COUNT=4", "also": ["2026-06-10 09:00"]}


def test_a_change_from_a_time_on_is_one_time_and_told() -> None:
    override = vevent("RECURRENCE-ID;RANGE=THISANDFUTURE:20260608T070000Z\nSUMMARY:New name")
    made = series(vevent(WEEKLY), override)
    assert [one.said for one in made.changed] == [{"title": "New name"}]
    assert codes(override) == ["IMPORT-005"]
    assert "`rule` before 2026-06-08 09:00" in override.told[0].fix


def test_a_change_of_nobody_knows_when_is_told() -> None:
    override = vevent("RECURRENCE-ID:soon\nSUMMARY:New name")
    assert (series(vevent(WEEKLY), override).changed, codes(override)) == ((), ["IMPORT-005"])


@pytest.mark.parametrize(
    ("lines", "said"),
    [
        ("RRULE:FREQ=HOURLY", "repeats by a rule that is HOURLY, and nobody can come that often"),
        ("RRULE:FREQ=SELDOM", "repeats by a rule that has FREQ=SELDOM"),
        ("RRULE:FREQ=DAILY;COUNT=2\nRRULE:FREQ=YEARLY", "repeats by several rules; the first is kept"),
        ("RRULE:FREQ=DAILY;COUNT=2\nEXRULE:FREQ=YEARLY", "leaves out times by a rule (EXRULE)"),
        ("RRULE:FREQ=DAILY;COUNT=2\nEXDATE:soon", "has a time in its EXDATE that is none"),
        ("RDATE:20260602T090000Z,soon", "has a time in its RDATE that is none"),
    ],
)
def test_what_event_md_cannot_say_is_told(lines: str, said: str) -> None:
    event = vevent(f"SUMMARY:Café\nDTSTART:20260601T090000Z\n{lines}")
    series(event)
    assert [one.message.startswith(f"'Café' {said}") for one in event.told] == [True]


@pytest.mark.parametrize(
    ("lines", "last"),
    [
        ("", "2026-06-01T10:00"),
        ("RRULE:FREQ=DAILY;COUNT=3", "2026-06-03T10:00"),
        ("RRULE:FREQ=DAILY;UNTIL=20260605T090000Z", "2026-06-05T10:00"),
        ("RRULE:FREQ=DAILY;COUNT=3\nEXDATE:20260603T090000Z", "2026-06-02T10:00"),
        ("RRULE:FREQ=DAILY;COUNT=3\nRDATE:20270101T090000Z", "2027-01-01T10:00"),
        ("RDATE:20270101T090000Z/PT5H", "2027-01-01T14:00"),
    ],
)
def test_a_series_is_over_with_its_last_time(lines: str, last: str) -> None:
    made = series(vevent(f"DTSTART:20260601T090000Z\nDURATION:PT1H\n{lines}"))
    end = datetime.fromisoformat(last).replace(tzinfo=UTC)
    assert made.is_over(end)
    assert not made.is_over(end.replace(minute=0, hour=end.hour - 1, second=59))


def test_a_series_without_end_is_never_over() -> None:
    made = series(vevent("DTSTART:20000601T090000Z\nRRULE:FREQ=YEARLY"))
    assert not made.is_over(datetime(2026, 1, 1, tzinfo=UTC))


def test_a_moved_last_time_is_over_when_it_is() -> None:
    event = vevent("DTSTART:20260601T090000Z\nDURATION:PT1H\nRRULE:FREQ=DAILY;COUNT=2")
    made = series(event, vevent("RECURRENCE-ID:20260602T090000Z\nDTSTART:20260701T090000Z\nDURATION:PT1H"))
    assert not made.is_over(datetime(2026, 7, 1, 9, 30, tzinfo=UTC))
    assert made.is_over(datetime(2026, 7, 1, 10, tzinfo=UTC))
