"""What happens when at an event."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model import Problem, Session
from publisher.read import yaml
from publisher.read.fields import Fields
from publisher.read.programme import read_programme
from tests.read.project import HOSTILE, spots

HOME = ZoneInfo("Europe/Copenhagen")
START = datetime(2026, 3, 28, 9, tzinfo=HOME)


def programme(text: str, start: datetime | None = START) -> tuple[tuple[Session, ...], list[Problem]]:
    node, broken = yaml.parse(text, "e.md")
    fields = Fields(node, "e.md", [*broken])
    return read_programme(fields, HOME, start), fields.problems


def at(clock: str, day: int = 28) -> datetime:
    return datetime.fromisoformat(f"2026-03-{day} {clock}").replace(tzinfo=HOME)


@pytest.mark.parametrize(
    ("line", "session"),
    [
        ("09:05 Velkommen", Session(title="Velkommen", start=at("09:05"))),
        ("9.05 Velkommen", Session(title="Velkommen", start=at("09:05"))),
        ("09:05–09:30 Velkommen", Session(title="Velkommen", start=at("09:05"), end=at("09:30"))),
        ("09.05 - 09.30  Velkommen", Session(title="Velkommen", start=at("09:05"), end=at("09:30"))),
        ("'09:05-09:30: Velkommen'", Session(title="Velkommen", start=at("09:05"), end=at("09:30"))),
        ("09:05–09:30: Velkommen", Session(title="Velkommen", start=at("09:05"), end=at("09:30"))),
        ("09:05: Velkommen", Session(title="Velkommen", start=at("09:05"))),
        ("09:05 – Velkommen", Session(title="Velkommen", start=at("09:05"))),
        ("2026-03-29 09:05 Dag to", Session(title="Dag to", start=at("09:05", 29))),
        ("Velkommen", Session(title="Velkommen")),
        ("10.000 skridt", Session(title="10.000 skridt")),
        ("24:00 Slut", Session(title="24:00 Slut")),
    ],
)
def test_a_line_has_a_time_and_a_title(line: str, session: Session) -> None:
    """However people write it, and though YAML takes some for a key."""
    assert programme(f"programme:\n- {line}") == ((session,), [])


@pytest.mark.parametrize(
    ("table", "session"),
    [
        ("{title: Oplæg}", Session(title="Oplæg")),
        ("{title: Kaffe, te og brød, speakers: A}", Session(title="Kaffe, te og brød", speakers=("A",))),
        (
            "{start: 09:05, end: 9.30, title: Oplæg}",
            Session(title="Oplæg", start=at("09:05"), end=at("09:30")),
        ),
        ("{start: 2026-03-29 09:05, title: Oplæg}", Session(title="Oplæg", start=at("09:05", 29))),
        ("{title: Oplæg, speakers: Anja Lund}", Session(title="Oplæg", speakers=("Anja Lund",))),
        ("{title: Oplæg, speakers: [A, B]}", Session(title="Oplæg", speakers=("A", "B"))),
    ],
)
def test_a_table_says_who_speaks(table: str, session: Session) -> None:
    assert programme(f"programme: [{table}]") == ((session,), [])


def test_a_list_of_times_without_hyphens_is_a_programme_too() -> None:
    made, problems = programme("programme:\n  09:05: Velkommen\n  09:30–10:00: Oplæg")
    assert ([one.title for one in made], made[1].end, problems) == (["Velkommen", "Oplæg"], at("10:00"), [])


def test_clocks_are_on_the_first_day_in_its_own_summer_or_winter() -> None:
    (made,), _ = programme("programme: [09:05 Velkommen]", datetime(2026, 3, 29, 1, tzinfo=HOME))
    assert made.start
    assert made.start.isoformat() == "2026-03-29T09:05:00+02:00"


def test_without_a_start_nothing_is_said_of_times() -> None:
    made, problems = programme("programme: [09:05 Velkommen, {start: 09:30, title: Oplæg}]", None)
    assert ([one.start for one in made], problems) == ([None, None], [])


@pytest.mark.parametrize(
    ("text", "spot", "fix"),
    [
        ("programme: [{start: 09:05}]", "1:13 READ-007", "write `title: …`"),
        ("programme: [{start: soon, title: x}]", "1:14 READ-008", "write `start: 2026-01-31 06:00`"),
        ("programme: [{start: 2026-03-29, title: x}]", "1:14 READ-008", "write `start: 2026-03-29 09:05`"),
        ("programme: [{titel: x}]", "1:14 READ-005", "write title"),
        ("programme: [{title: x, speakers: {name: A}}]", "1:34 READ-006", 'write `speakers: ["one", "two"]`'),
        ("programme: [[x]]", "1:13 READ-006", "remove it, or write what belongs there"),
        ("programme: [09:05]", "1:13 READ-007", "write `09:05 …`"),
        ("programme: [2026-03-29 02:30 Nat]", "1:13 READ-008", "write 03:30 for the time"),
        (
            "programme:\n- {start: '2026-03-29 02:30', title: x}",
            "2:4 READ-008",
            "write `start: 2026-03-29 03:30`",
        ),
    ],
)
def test_one_mistake_is_one_problem_at_its_place(text: str, spot: str, fix: str) -> None:
    _, problems = programme(text)
    assert spots(problems) == [spot]
    assert fix in problems[0].fix


@HOSTILE
@given(st.text(st.sampled_from("0123456789:.–- Tx\n"), max_size=25))
def test_any_line_is_a_session_or_a_problem(line: str) -> None:
    made, problems = programme(f"programme: ['{line}']")
    assert len(made) + len(problems) == (1 if line.strip() else len(problems))
