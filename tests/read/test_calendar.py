"""`[calendar]` of show.toml."""

from __future__ import annotations

from datetime import timedelta

import pytest

from publisher.model import Calendar, Problem
from publisher.read import toml
from publisher.read.calendar import read_calendar
from publisher.read.fields import Fields
from tests.read.project import spots


def calendar(text: str) -> tuple[Calendar, list[Problem]]:
    node, broken = toml.parse(f"[calendar]\n{text}", "show.toml")
    fields = Fields(node, "show.toml", [*broken])
    return read_calendar(fields), fields.problems


def test_a_calendar_is_what_its_table_says() -> None:
    made, problems = calendar('title = "A"\ndescription = "B"\ncolor = "SteelBlue"\nrefresh = 6\nkeep = 730')
    assert problems == []
    assert made == Calendar(
        title="A",
        description="B",
        color="steelblue",
        refresh=timedelta(hours=6),
        keep=timedelta(days=730),
    )


def test_what_it_does_not_say_is_the_shows_and_for_ever() -> None:
    assert calendar("") == (Calendar(), [])
    assert calendar("keep = 0")[0].keep == timedelta()


@pytest.mark.parametrize(
    ("written", "fix"),
    [
        ("#4682B4", 'write `color = "steelblue"`'),
        ("#4582b5", 'write `color = "steelblue"`'),
        ("4682b4", 'write `color = "steelblue"`'),
        ("#f00", 'write `color = "red"`'),
        ("steelblu", 'write `color = "steelblue"`'),
        ("rebeccapurple", 'write `color = "purple"`'),
        ("blå", 'write `color = "steelblue"`, or another name of CSS'),
        ("#" * 5000, 'write `color = "steelblue"`, or another name of CSS'),
    ],
)
def test_a_colour_that_calendars_do_not_know_is_told_with_the_nearest(written: str, fix: str) -> None:
    made, problems = calendar(f'color = "{written}"')
    assert (made.color, spots(problems), problems[0].fix) == (None, ["2:1 ICX-003"], fix)


@pytest.mark.parametrize("written", ["dark slate gray", "Dark-Slate-Gray", "DARKSLATEGRAY"])
def test_a_colour_is_one_word_in_small_letters(written: str) -> None:
    assert calendar(f'color = "{written}"')[0].color == "darkslategray"


@pytest.mark.parametrize(
    ("written", "spot"),
    [
        ("refresh = 0", "2:1 READ-007"),
        ("refresh = 999999999999", "2:1 READ-007"),
        ('refresh = "PT12H"', "2:1 READ-007"),
        ("keep = 999999999999", "2:1 READ-007"),
        ("keep = -1", "2:1 READ-007"),
        ('colour = "red"', "2:1 READ-005"),
    ],
)
def test_one_mistake_is_one_problem_at_its_place(written: str, spot: str) -> None:
    assert spots(calendar(written)[1]) == [spot]
