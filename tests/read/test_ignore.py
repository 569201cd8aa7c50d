"""What a producer lives with, and that it takes a reason."""

from __future__ import annotations

import pytest

from publisher.model import Ignore, Place
from tests.read.project import Project, told

SHOW = "episodes/show.toml"


def ignoring(project: Project, written: str) -> None:
    """The show with this below `[check]`."""
    project.show('guid = "a2a60e66-99d7-56f1-b9f4-13e5e2cec1cf"\n', f"[check]\n{written}\n")


def test_a_code_and_a_reason_are_read_with_their_place(project: Project) -> None:
    ignoring(project, 'ignore = [{ code = "APPLE-079", reason = "old" }, { code = "X-1", reason = "so" }]')
    site = project.read()
    place = Place(file=SHOW, line=11, column=1)
    assert site.show.ignore == (
        Ignore(code="APPLE-079", reason="old", place=place),
        Ignore(code="X-1", reason="so", place=place),
    )
    assert told(site.problems) == []


def test_an_entry_has_its_own(project: Project) -> None:
    project.entry("001/article.md", "title: A\nignore:\n  - code: RSS-015\n    reason: it is about HTML")
    place = Place(file="episodes/001/article.md", line=4, column=5)
    assert project.only().ignore == (Ignore(code="RSS-015", reason="it is about HTML", place=place),)


@pytest.mark.parametrize(
    ("written", "message", "fix"),
    [
        (
            'ignore = [{ code = "APPLE-079" }]',
            "check.ignore: reason is missing",
            'write `reason = "why you live with it"`',
        ),
        ('ignore = [{ reason = "old" }]', "check.ignore: code is missing", 'write `code = "APPLE-079"`'),
        (
            'ignore = ["SPOT-004"]',
            "check.ignore names 'SPOT-004' without a reason",
            'write `ignore = [{ code = "SPOT-004", reason = "why you live with it" }]`',
        ),
        (
            'ignore = ["two\\nlines"]',
            "check.ignore names 'two\\nlines' without a reason",
            'write `ignore = [{ code = "APPLE-079", reason = "why you live with it" }]`',
        ),
        ("ignored = []", "check.ignored is not a key I know", "write ignore"),
    ],
)
def test_without_a_reason_nothing_is_ignored(project: Project, written: str, message: str, fix: str) -> None:
    ignoring(project, written)
    site = project.read()
    (problem,) = site.problems
    assert (problem.message, problem.fix, problem.severity) == (message, fix, "error")
    assert site.show.ignore == ()


def test_the_line_to_write_is_in_the_notation_of_the_file(project: Project) -> None:
    project.entry("001/article.md", "title: A\nignore: RSS-015")
    (problem,) = project.read().problems
    assert problem.fix == "write `ignore: [{code: RSS-015, reason: why you live with it}]`"
