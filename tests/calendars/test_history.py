"""Events that change: after each step, five programs see what their producer means."""

from __future__ import annotations

import os
import subprocess
import sys
from dataclasses import replace
from datetime import datetime
from itertools import pairwise
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from icalendar import Calendar

from tests.calendars.programs import NAMES
from tests.calendars.seen import Reading, Seen, moment
from tests.calendars.story import (
    CAFE,
    ELSEWHERE,
    MEETING,
    SECRET,
    STORY,
    announce_another,
    record,
    rename_only,
)
from tests.calendars.told import Issue, attempt, files, publish
from tests.read.project import new_project

ROOT = Path(__file__).parents[2]
AT = {
    step.name: moment(datetime.fromisoformat(step.at).replace(tzinfo=ZoneInfo("Europe/Copenhagen")))
    for step in STORY
}
STEPS = tuple(AT)

Readings = dict[str, dict[str, Reading]]


def after(seen: Seen, step: str, **changed: str) -> Seen:
    """The same event as it is revised in `step`."""
    return replace(seen, sequence=seen.sequence + 1, stamp=AT[step], **changed)  # type: ignore[arg-type]


ANNOUNCED = Seen(
    uid=CAFE,
    start="2026-10-23T07:00:00Z",
    end="2026-10-23T08:30:00Z",
    status="CONFIRMED",
    sequence=0,
    stamp=AT["announced"],
    summary="Innovationscafé",
)
MOVED = after(ANNOUNCED, "moved", start="2026-10-30T12:00:00Z", end="2026-10-30T13:30:00Z")
RETITLED = after(MOVED, "retitled", summary="Café, kage; og politik")
CANCELLED = after(RETITLED, "cancelled", status="CANCELLED", summary="Aflyst: Café, kage; og politik")
ANOTHER = Seen(
    uid=MEETING,
    start="2026-10-08T14:00:00Z",
    end="2026-10-08T15:00:00Z",
    status="CONFIRMED",
    sequence=0,
    stamp=AT["another announced"],
    summary="Kommunemøde",
)
POSTPONED = after(ANOTHER, "postponed", status="CANCELLED", summary="Udsat: Kommunemøde")
HELD = replace(
    after(POSTPONED, "date found", start="2026-10-09T14:00:00Z", end="2026-10-09T15:00:00Z"),
    status="CONFIRMED",
    summary="Kommunemøde",
)
RECORDED = after(HELD, "recorded")
RETOLD = after(RECORDED, "recording retitled")
MEANT = {
    "announced": {ANNOUNCED},
    "moved": {MOVED},
    "retitled": {RETITLED},
    "reworded": {RETITLED},
    "cancelled": {CANCELLED},
    "another announced": {CANCELLED, ANOTHER},
    "postponed": {CANCELLED, POSTPONED},
    "date found": {CANCELLED, HELD},
    "recorded": {CANCELLED, RECORDED},
    "recording retitled": {CANCELLED, RETOLD},
    "folder renamed": {CANCELLED, RETOLD},
    "rebuilt": {CANCELLED, RETOLD},
    "rebuilt again": {CANCELLED, RETOLD},
    "readdressed": {CANCELLED, RETOLD},
}


@pytest.mark.parametrize("program", NAMES)
@pytest.mark.parametrize("step", STEPS)
def test_a_program_sees_what_was_meant(step: str, program: str, readings: Readings) -> None:
    """UID, moments in UTC, STATUS, SEQUENCE, DTSTAMP and SUMMARY."""
    assert readings[step][program].events == tuple(sorted(MEANT[step]))


@pytest.mark.parametrize("program", NAMES)
def test_nothing_happens_twice(program: str, readings: Readings) -> None:
    for step, read in readings.items():
        assert read[program].times in (None, tuple(sorted(MEANT[step]))), step


def test_uids_stay_sequence_never_falls_and_dtstamp_moves_with_it(readings: Readings) -> None:
    for before, now in pairwise(readings[step]["icalendar"].events for step in STEPS):
        was = {seen.uid: seen for seen in before}
        assert was.keys() <= {seen.uid for seen in now}
        for seen in now:
            old = was.get(seen.uid, seen)
            assert seen.sequence >= old.sequence
            assert (seen.sequence > old.sequence) == (seen.stamp != old.stamp)
            assert seen.stamp >= old.stamp


def test_a_vevent_is_another_exactly_when_its_sequence_is(issues: dict[str, Issue]) -> None:
    """Until the show moves, whose new address is no revision."""
    made = [vevents(issues[step].files["events.ics"]) for step in STEPS[: STEPS.index("readdressed")]]
    for before, now in pairwise(made):
        for uid, vevent in before.items():
            assert (vevent[0] != now[uid][0]) == (vevent[1] != now[uid][1])


def vevents(calendar: bytes) -> dict[str, tuple[bytes, int]]:
    """Those of a calendar with their SEQUENCE, by UID."""
    return {str(one.uid): (one.to_ical(), one.sequence) for one in Calendar.from_ical(calendar).events}


@pytest.mark.parametrize("step", ["rebuilt", "rebuilt again"])
def test_a_rebuild_changes_no_byte(step: str, issues: dict[str, Issue]) -> None:
    assert issues[step].files == issues["folder renamed"].files


def test_at_another_address_only_addresses_are_others(issues: dict[str, Issue]) -> None:
    def unfolded(name: str) -> str:
        return issues[name].files["events.ics"].decode().replace("\r\n ", "")

    moved = unfolded("readdressed")
    assert moved != unfolded("rebuilt again")
    assert moved.replace(ELSEWHERE, "https://example.org/show") == unfolded("rebuilt again")


def test_a_calendar_of_one_event_says_the_same(issues: dict[str, Issue]) -> None:
    """Its VEVENT is, byte for byte, that of events.ics."""
    for issue in issues.values():
        whole = issue.files["events.ics"]
        single = [
            body for key, body in issue.files.items() if key.startswith("events/") and key.endswith(".ics")
        ]
        vevents = [body[body.index(b"BEGIN:VEVENT") : body.rindex(b"END:VEVENT")] for body in single]
        assert whole.count(b"BEGIN:VEVENT") == len(vevents)
        assert all(vevent in whole for vevent in vevents)


def test_what_is_private_is_nowhere(issues: dict[str, Issue]) -> None:
    assert [
        key for issue in issues.values() for key, body in issue.files.items() if SECRET.encode() in body
    ] == []


def test_a_build_on_another_machine_makes_the_bytes_that_were_published(
    tmp_path: Path, issues: dict[str, Issue]
) -> None:
    """With a ledger of its own, in another time zone, language and order of hashes."""
    show = new_project(tmp_path)
    for step in STORY:
        step.act(show)
        code, said = attempt(show, "build", "--out", "built", "--at", step.at)
        assert code == 0, said
    words = ("-C", tmp_path, "build", "--out", "built", "--at", STORY[-1].at)
    abroad = {"PYTHONPATH": str(ROOT), "TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONHASHSEED": "7"}
    subprocess.run(
        [sys.executable, "-m", "publisher", *words], env=os.environ | abroad, capture_output=True, check=True
    )
    assert files(tmp_path / "built") == issues[STORY[-1].name].files


def test_a_renamed_folder_stops_publishing_with_the_line_to_write(tmp_path: Path) -> None:
    show = new_project(tmp_path)
    announce_another(show)
    record(show)
    publish(show, "2026-10-12 08:00")
    before = files(tmp_path / "public")
    rename_only(show)
    code, said = attempt(show, "publish", "--target", "public", "--at", "2026-10-13 08:00")
    assert (code, f"uid: {MEETING}" in said) == (1, True), said
    assert files(tmp_path / "public") == before
