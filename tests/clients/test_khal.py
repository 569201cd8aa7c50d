"""vdirsyncer and khal: a calendar is subscribed to, and shows what becomes of its events."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest

from tests.calendars.story import STORY
from tests.calendars.times import TIMES
from tests.calendars.told import told
from tests.clients.conftest import needs
from tests.clients.served import serve
from tests.read.project import new_project

SYNC = """\
[general]
status_path = "{home}/status"

[pair show]
a = "there"
b = "here"
collections = null

[storage there]
type = "http"
url = "{url}"

[storage here]
type = "filesystem"
path = "{home}/calendar"
fileext = ".ics"
"""
LIST = """\
[calendars]
[[show]]
path = {home}/calendar
readonly = True

[locale]
local_timezone = Europe/Copenhagen
default_timezone = Europe/Copenhagen
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M

[sqlite]
path = {home}/khal.db
"""


class Subscriber:
    """vdirsyncer, which fetches, and khal, which shows, with a home of their own in Denmark."""

    def __init__(self, home: Path) -> None:
        self.home = home
        self.vdirsyncer, self.khal = needs("vdirsyncer", "vdirsyncer"), needs("khal", "khal")

    def subscribe(self, url: str) -> None:
        (self.home / "calendar").mkdir(parents=True)
        (self.home / "vdirsyncer").write_text(SYNC.format(home=self.home, url=url))
        (self.home / "khal").write_text(LIST.format(home=self.home))
        self._run(self.vdirsyncer, "-c", self.home / "vdirsyncer", "discover")

    def sync(self) -> int:
        """Fetch what is new; how many items came or went."""
        said = self._run(self.vdirsyncer, "-c", self.home / "vdirsyncer", "sync")
        _, *done = said.splitlines()
        return len(done)

    def list(self) -> list[str]:
        """What is shown of 400 days: from, to, title, and whether it is off, on each of its days."""
        form = "{start}|{end}|{title}|{cancelled}"
        words = ("list", "--format", form, "--day-format", "", "2026-08-01", "400d")
        shown = self._run(self.khal, "-c", self.home / "khal", *words)
        return [line.strip() for line in shown.splitlines() if line]

    def _run(self, *words: str | Path) -> str:
        """What a program says, in words of its own and in those that are to be read."""
        environment = {"HOME": str(self.home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"}
        ran = subprocess.run(
            words,
            env=environment | {"TZ": "Europe/Copenhagen"},
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
            timeout=60,
            check=False,
        )
        assert ran.returncode == 0, ran.stdout
        return ran.stdout


@pytest.fixture
def subscriber(tmp_path: Path) -> Subscriber:
    return Subscriber(tmp_path / "home")


CAFE, MEETING = "Café, kage; og politik|", "2026-10-09 16:00|2026-10-09 17:00|Kommunemøde|"
CANCELLED = f"2026-10-30 13:00|2026-10-30 14:30|Aflyst: {CAFE}CANCELLED"
SHOWN = {
    "announced": ["2026-10-23 09:00|2026-10-23 10:30|Innovationscafé|"],
    "moved": ["2026-10-30 13:00|2026-10-30 14:30|Innovationscafé|"],
    "retitled": [f"2026-10-30 13:00|2026-10-30 14:30|{CAFE}"],
    "reworded": [f"2026-10-30 13:00|2026-10-30 14:30|{CAFE}"],
    "cancelled": [CANCELLED],
    "another announced": ["2026-10-08 16:00|2026-10-08 17:00|Kommunemøde|", CANCELLED],
    "postponed": ["2026-10-08 16:00|2026-10-08 17:00|Udsat: Kommunemøde|CANCELLED", CANCELLED],
    "date found": [MEETING, CANCELLED],
    "recorded": [MEETING, CANCELLED],
    "recording retitled": [MEETING, CANCELLED],
    "folder renamed": [MEETING, CANCELLED],
    "rebuilt": [MEETING, CANCELLED],
    "rebuilt again": [MEETING, CANCELLED],
    "readdressed": [MEETING, CANCELLED],
}
SAME = ("reworded", "folder renamed", "rebuilt", "rebuilt again")
"""The steps after which there is nothing to fetch."""


def test_khal_shows_what_becomes_of_events_and_nothing_twice(tmp_path: Path, subscriber: Subscriber) -> None:
    show = new_project(tmp_path / "show")
    (tmp_path / "show/public").mkdir()
    with serve(tmp_path / "show/public") as server:
        subscriber.subscribe(f"{server.url}/events.ics")
        for step, _ in zip(STORY, told(show, STORY), strict=True):
            fetched = subscriber.sync()
            assert (subscriber.list(), not fetched) == (SHOWN[step.name], step.name in SAME), step.name


SERIES = """\
2026-08-28 09:00|2026-08-28 10:00|fredag|
2026-09-26 14:00|2026-09-26 15:30|fredag|
2026-10-15 16:00|2026-10-15 17:00|torsdag|
2026-10-21 14:00|2026-10-21 15:00|verden|
2026-10-22 16:00|2026-10-22 17:00|torsdag|
2026-10-24 22:00|2026-10-25 06:00|nat|
2026-10-24 22:00|2026-10-25 06:00|nat|
2026-10-25 02:15|2026-10-25 02:45|sommertime|
2026-10-25 02:15|2026-10-25 02:45|vintertime|
2026-10-28 13:00|2026-10-28 14:00|Aflyst: verden|CANCELLED
2026-10-29 16:00|2026-10-29 17:00|torsdag|
2026-10-30 09:00|2026-10-30 10:00|Aflyst: fredag|CANCELLED
2026-11-02|2026-11-02|mandag|
2026-11-04 13:00|2026-11-04 14:00|verden|
2026-11-05 16:00|2026-11-05 17:00|torsdag|
2026-11-05|2026-11-05|dag|
2026-11-09|2026-11-09|mandag|
2026-11-16|2026-11-16|mandag|
2026-12-11 09:00|2026-12-11 10:00|fredag|
2026-12-25 09:00|2026-12-25 10:00|fredag|
2027-01-29 09:00|2027-01-29 10:00|fredag|
2027-02-10 13:00|2027-02-10 14:00|rabat|
2027-03-10 18:00|2027-03-10 19:00|newyork|
2027-03-17 17:00|2027-03-17 18:00|newyork|
2027-03-18 13:30|2027-03-18 15:00|delhi|
2027-03-24 17:00|2027-03-24 18:00|newyork|
2027-03-25 13:30|2027-03-25 15:00|delhi|
2027-03-27|2027-03-28|dage|
2027-03-27|2027-03-28|dage|
2027-03-31 18:00|2027-03-31 19:00|newyork|
2027-04-01 14:30|2027-04-01 16:00|delhi|
"""


def test_khal_shows_series_and_other_zones_by_the_clock_in_denmark(
    tmp_path: Path, subscriber: Subscriber
) -> None:
    """Noon in New York is at six, and for the two weeks when only Denmark has winter time, at five."""
    show = new_project(tmp_path / "show")
    (tmp_path / "show/public").mkdir()
    with serve(tmp_path / "show/public") as server:
        subscriber.subscribe(f"{server.url}/events.ics")
        for _ in told(show, TIMES):
            subscriber.sync()
    assert sorted(subscriber.list()) == SERIES.splitlines()
