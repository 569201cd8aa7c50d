"""The same story in feed readers: an event is announced once, and each change that matters is an item."""

from __future__ import annotations

from uuid import uuid5

import pytest
from icalendar import Calendar

from tests.calendars.feeds import entries, guids
from tests.calendars.story import CAFE, MEETING, SHOW_GUID, STORY
from tests.calendars.told import Issue

Issues = dict[str, Issue]
STEPS = [step.name for step in STORY]
RECORDING = str(uuid5(SHOW_GUID, "optagelse"))
NEW = {
    "announced": (CAFE, "Innovationscafé"),
    "moved": (f"{CAFE}#1", "Ny tid: Innovationscafé – fredag den 30. oktober 2026 kl. 13.00–14.30 (CET)"),
    "cancelled": (f"{CAFE}#2", "Aflyst: Café, kage; og politik"),
    "another announced": (MEETING, "Kommunemøde"),
    "postponed": (f"{MEETING}#1", "Udsat: Kommunemøde"),
    "date found": (
        f"{MEETING}#2",
        "Ny tid: Kommunemøde – fredag den 9. oktober 2026 kl. 16.00–17.00 (CEST)",
    ),
}
"""The item that a step brings: its guid and its title; the other steps bring none."""


def test_each_change_of_time_or_status_is_one_new_item(issues: Issues) -> None:
    known: list[str] = []
    for step, issue in issues.items():
        items = entries(issue.files["events.xml"])
        known = [guid for guid, _ in (NEW[step],)] + known if step in NEW else known
        assert [item.id for item in items] == known, step
        if step in NEW:
            assert items[0].title == NEW[step][1]


def test_what_was_told_is_never_told_otherwise(issues: Issues) -> None:
    """An item of a change keeps its title, moment and time of the event."""
    told: dict[str, tuple[str, ...]] = {}
    for issue in issues.values():
        for item in entries(issue.files["events.xml"]):
            if "#" in item.id:
                said = (item.title, item.published, item.ev_startdate, item.ev_enddate)
                assert told.setdefault(item.id, said) == said
    assert len(told) == 4


def test_the_announcement_says_how_things_stand(issues: Issues) -> None:
    """Its title says that the event is off; its guid and moment stay (EV-001)."""
    (*_, cafe) = entries(issues["cancelled"].files["events.xml"])
    (first,) = entries(issues["announced"].files["events.xml"])
    assert (cafe.id, cafe.published) == (first.id, first.published)
    assert (first.title, cafe.title) == ("Innovationscafé", "Aflyst: Café, kage; og politik")
    assert (first.ev_startdate, cafe.ev_startdate) == (
        "2026-10-23T09:00:00+02:00",
        "2026-10-30T13:00:00+01:00",
    )


@pytest.mark.parametrize("key", ["feed.xml", "feed.atom", "feed.json"])
def test_the_content_feeds_announce_each_event_once(key: str, issues: Issues) -> None:
    """Newest first, and of the changes none."""
    known: list[str] = []
    for step, issue in issues.items():
        new = {"announced": [CAFE], "another announced": [MEETING], "recorded": [RECORDING]}.get(step, [])
        known = new + known
        assert guids(key, issue.files[key]) == known, step


def test_the_calendar_and_the_podcast_name_the_same_recording(issues: Issues) -> None:
    """RELATED-TO is the episode's guid, as soon as there is one."""
    for step, related in (("date found", None), ("recorded", RECORDING), ("readdressed", RECORDING)):
        files = issues[step].files
        (held,) = (one for one in Calendar.from_ical(files["events.ics"]).events if one.uid == MEETING)
        assert held.get("RELATED-TO") == related
        assert [item.id for item in entries(files["podcast.xml"])] == ([related] if related else [])
