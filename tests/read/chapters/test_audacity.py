"""publisher.read.chapters.audacity: label tracks."""

from __future__ import annotations

import pytest

from publisher.read.chapters.audacity import is_audacity, read_audacity
from tests.read.project import spots


@pytest.mark.parametrize(
    ("line", "start", "end", "title"),
    [
        ("1.500000\t1.500000\tNavn", 1.5, None, "Navn"),
        ("1.5\t2.5\tEt\tnavn", 1.5, 2.5, "Et navn"),
        ("1,5\t2,5\tNavn", 1.5, 2.5, "Navn"),
        ("1\t1\t", 1, None, None),
        ("1\t1", 1, None, None),
        ("2.5\t1.5\tNavn", 2.5, None, "Navn"),
    ],
)
def test_labels(line: str, start: float, end: float | None, title: str | None) -> None:
    (chapter,), problems = read_audacity(line, "c.txt")
    assert (chapter.start.total_seconds(), chapter.title, problems) == (start, title, ())
    assert (chapter.end.total_seconds() if chapter.end else None) == end


def test_frequencies_are_passed_over_and_other_lines_told() -> None:
    text = "1.0\t1.0\tA\n\\\t100.0\t200.0\nB\n2.0\t2.0\tC\n"
    made, problems = read_audacity(text, "c.txt")
    assert ([chapter.title for chapter in made], spots(problems)) == (["A", "C"], ["3:1 CH-002"])


@pytest.mark.parametrize(
    ("text", "expected"),
    [("\n1.0\t1.0\tA", True), ("1.0 1.0 A", False), ("0:01\t0:02\tA", False), ("", False)],
)
def test_the_first_line_tells(text: str, expected: bool) -> None:
    assert is_audacity(text) is expected
