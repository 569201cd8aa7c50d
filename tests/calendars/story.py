"""What becomes of two events: one is moved, renamed and called off, the other put off, held and recorded.

CAFE is moved over the end of summer time. Of the second, the recording is retitled, the folder renamed
and then the show moved.
"""

from __future__ import annotations

import re
from uuid import UUID, uuid5

from tests.calendars.told import Step
from tests.read.project import MP3, SHOW, Project

SHOW_GUID = UUID(str(re.search(r'guid = "(.*)"', SHOW)[1]))  # type: ignore[index]
CAFE, MEETING = (str(uuid5(SHOW_GUID, name)) for name in ("cafe", "moede"))
"""Their UIDs, which nobody wrote."""
SECRET = "https://zoom.example/j/4711"
"""What nobody but the guests may read."""
ELSEWHERE = "https://elsewhere.example/nyt"

CAFE_FRONT = f"""\
title: Innovationscafé
summary: Hvad gør politikere, når ingen kender svaret?
start: 2026-10-23 09:00
end: 2026-10-23 10:30
location: {{name: Rådhuset, address: "Flakhaven 2, 5000 Odense C", geo: "55.396,10.388"}}
online: {{platform: Zoom, url: "https://zoom.example/", join: "{SECRET}"}}
registration: {{url: "https://tilmelding.example/cafe", deadline: 2026-10-20}}
speakers: [{{name: Mette Møller, role: ordfører}}, Søren Sørensen]
organizer: {{name: CO-PI, email: podcast@example.org}}
tags: [innovation, kommuner]
"""
CAFE_BODY = "Vi mødes over morgenkaffen.\n\nDer er plads til fyrre.\n"
MEETING_FRONT = """\
title: Kommunemøde
summary: Kommunerne fortæller.
start: 2026-10-08 16:00
end: 2026-10-08 17:00
location: Slagelse
"""
RECORDING_FRONT = """\
title: Hvad kommunerne fortalte
summary: Optaget på mødet i Slagelse.
event: moede
transcript: {none: Kun toner}
"""


def announce(show: Project) -> None:
    show.entry("cafe/event.md", CAFE_FRONT, CAFE_BODY)


def move(show: Project) -> None:
    show.change("cafe/event.md", "start: 2026-10-23 09:00", "start: 2026-10-30 13:00")
    show.change("cafe/event.md", "end: 2026-10-23 10:30", "end: 2026-10-30 14:30")


def retitle(show: Project) -> None:
    show.change("cafe/event.md", "title: Innovationscafé", "title: Café, kage; og politik")


def reword(show: Project) -> None:
    show.change("cafe/event.md", "fyrre", "halvtreds")


def cancel(show: Project) -> None:
    show.change("cafe/event.md", "start:", "status: cancelled\nstart:")


def announce_another(show: Project) -> None:
    show.entry("moede/event.md", MEETING_FRONT)


def postpone(show: Project) -> None:
    show.change("moede/event.md", "start:", "status: postponed\nstart:")


def find_a_date(show: Project) -> None:
    show.change("moede/event.md", "status: postponed\n", "")
    show.change("moede/event.md", "2026-10-08", "2026-10-09")


def record(show: Project) -> None:
    """It was held, and can be heard."""
    show.write("optagelse/optagelse.mp3", MP3)
    show.entry("optagelse/episode.md", RECORDING_FRONT)


def retitle_recording(show: Project) -> None:
    """Which the event's calendar names by its title."""
    show.change("optagelse/episode.md", "Hvad kommunerne fortalte", "Kommunerne fortalte det")


def rename(show: Project) -> None:
    """The folder gets another name, and with it the line that says which event it is."""
    rename_only(show)
    show.change("2026-10-moede/event.md", "title:", f"uid: {MEETING}\ntitle:")


def rename_only(show: Project) -> None:
    (show.root / "episodes/moede").rename(show.root / "episodes/2026-10-moede")
    show.change("optagelse/episode.md", "event: moede", "event: 2026-10-moede")


def readdress(show: Project) -> None:
    show.show("https://example.org/show", ELSEWHERE)


STORY = (
    Step("announced", "2026-09-01 08:00", announce),
    Step("moved", "2026-09-08 08:00", move),
    Step("retitled", "2026-09-15 08:00", retitle),
    Step("reworded", "2026-09-18 08:00", reword),
    Step("cancelled", "2026-09-22 08:00", cancel),
    Step("another announced", "2026-09-29 08:00", announce_another),
    Step("postponed", "2026-10-06 08:00", postpone),
    Step("date found", "2026-10-07 08:00", find_a_date),
    Step("recorded", "2026-10-12 08:00", record),
    Step("recording retitled", "2026-10-12 18:00", retitle_recording),
    Step("folder renamed", "2026-10-13 08:00", rename),
    Step("rebuilt", "2026-10-14 08:00"),
    Step("rebuilt again", "2027-01-15 08:00"),
    Step("readdressed", "2027-01-20 08:00", readdress),
)
