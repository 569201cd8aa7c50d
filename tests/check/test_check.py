"""Rules are found by being there, and one mistake is one problem."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.check import check, checks, is_told
from publisher.model import Origin, Place, Rule, Severity, Show, Site
from tests.read.project import Project

ERROR = Rule("READ-007", Severity.ERROR, "x")
WARNING = Rule("READ-018", Severity.WARNING, "x")
ORIGIN = Origin(file="e.md", marks=(("title", 2, 1), ("date", 3, 1)))


def site(*problems: tuple[Rule, str, int]) -> Site:
    """A site of which reading has told these."""
    made = tuple(rule.at(Place(file=file, line=line), "x", "write title") for rule, file, line in problems)
    return Site(show=Show(), problems=made)


def test_every_rule_is_found_and_documented() -> None:
    found = [*checks()]
    assert len(found) == len(set(found)) > 10
    assert all(rule.__doc__ for rule in found)


def test_what_reading_told_is_part_of_the_check(project: Project) -> None:
    read = project.read()
    problem = ERROR.at(Place(file="e.md"), "x", "y")
    assert problem in check(replace(read, problems=(problem,)))


def test_no_rule_fails_for_a_show_with_nothing_in_it() -> None:
    assert {problem.code for problem in check(Site(show=Show()))} >= {"APPLE-020", "APPLE-023", "SHOW-001"}


@pytest.mark.parametrize(
    ("problem", "expected"),
    [
        ((ERROR, "e.md", 2), True),
        ((ERROR, "e.md", 3), False),
        ((ERROR, "other.md", 2), False),
        ((WARNING, "e.md", 2), False),
        ((Rule("READ-005", Severity.ERROR, "x"), "e.md", 9), True),
        ((Rule("READ-002", Severity.ERROR, "x"), "e.md", 9), True),
        ((Rule("READ-012", Severity.ERROR, "x"), "e.md", 1), True),
        ((Rule("AUDIO-008", Severity.ERROR, "x"), "e.md", 1), True),
        ((Rule("AUDIO-011", Severity.WARNING, "x"), "e.md", 1), False),
    ],
)
def test_what_reading_told_is_not_told_again(problem: tuple[Rule, str, int], expected: bool) -> None:
    assert is_told(site(problem), ORIGIN, "title") is expected


def test_a_key_that_was_never_written_is_not_confused_with_the_top_of_the_file() -> None:
    assert not is_told(site((ERROR, "e.md", 1)), ORIGIN, "summary")
