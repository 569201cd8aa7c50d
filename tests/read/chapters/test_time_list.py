"""publisher.read.chapters.time_list: a time and a title on each line."""

from __future__ import annotations

import pytest

from publisher.model import Place
from publisher.read.chapters.time_list import from_line, is_time_list, read_time_list
from tests.read.project import spots

HERE = Place(file="c.txt")


@pytest.mark.parametrize(
    ("line", "start", "title", "url"),
    [
        ("00:00:11.0 Velkomst: Mød Hans", 11, "Velkomst: Mød Hans", None),
        ("1:02:03.5 Mandat <https://x.dk/a?b>", 3723.5, "Mandat", "https://x.dk/a?b"),
        ("  [0:11]  Et   navn ", 11, "Et navn", None),
        ("(0:11) - Navn", 11, "Navn", None),
        ("0:11,25 – Navn", 11.25, "Navn", None),
        ("0:11", 11, None, None),
        ("0:11 Navn <3", 11, "Navn <3", None),
        ("0:11 Navn <b>", 11, "Navn <b>", None),
    ],
)
def test_lines(line: str, start: float, title: str | None, url: str | None) -> None:
    chapter = from_line(line, HERE)
    assert chapter
    assert (chapter.start.total_seconds(), chapter.title, chapter.url) == (start, title, url)


@pytest.mark.parametrize("line", ["Navn 0:11", "11 Navn", "0:75 Navn", "[0:11 Navn", "0:11Navn", ""])
def test_what_is_no_chapter(line: str) -> None:
    assert from_line(line, HERE) is None


def test_a_line_without_a_time_is_told_where_it_stands() -> None:
    """CH-002; blank lines are none."""
    made, problems = read_time_list("0:00 A\n\n  B\n0:05 C\n", "c.txt")
    assert (len(made), spots(problems)) == (2, ["3:3 CH-002"])


@pytest.mark.parametrize(("text", "expected"), [("\n 0:00 A", True), ("A\n0:00", False), ("", False)])
def test_the_first_line_tells(text: str, expected: bool) -> None:
    assert is_time_list(text) is expected
