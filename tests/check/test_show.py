"""What directories ask of a show."""

from __future__ import annotations

import pytest

from publisher.check import check
from tests.read.project import Project, told


def problems(project: Project) -> list[str]:
    """Everything wrong with the show, read and checked, but for its having no episodes."""
    return told(problem for problem in check(project.read()) if problem.code != "APPLE-009")


def test_a_show_that_has_what_it_needs_is_well(project: Project) -> None:
    assert problems(project) == []


@pytest.mark.parametrize(
    ("key", "code"),
    [
        ("title", "APPLE-020"),
        ("description", "APPLE-021"),
        ("base_url", "SHOW-001"),
        ("language", "APPLE-027"),
        ("author", "APPLE-031"),
        ("owner", "SPOT-008"),
        ("cover", "APPLE-023"),
        ("categories", "APPLE-028"),
    ],
)
def test_what_is_missing_is_told_once_however_it_is_missing(project: Project, key: str, code: str) -> None:
    """Left out, it is told at the top; left empty, at its line; misspelt or wrong, by reading alone."""
    text = (project.root / "episodes/show.toml").read_text(encoding="utf-8")
    number, line = next(
        (n, line) for n, line in enumerate(text.split("\n"), 1) if line.startswith(f"{key} =")
    )
    nothing = {"categories": "[]", "owner": '{ name = "We" }'}.get(key, '""')
    for written, expected in (
        ("", f"1:1 {code}"),
        (f"{key} = {nothing}", f"{number}:1 {code}"),
        (f"{key}s = {line.partition('=')[2]}", f"{number}:1 READ-005"),
        (f"{key} = [[1]]", f"{number}:1 READ-006"),
    ):
        project.write("show.toml", text.replace(line, written))
        assert problems(project) == [f"episodes/show.toml:{expected}"]


@pytest.mark.parametrize(
    ("old", "new", "spot"),
    [
        ("https://example.org", "http://example.org", "3:1 APPLE-010"),
        ("https://example.org", "example.org", "3:1 READ-007"),
        ('"da"', '"dansk!"', "4:1 APPLE-027"),
        ("a2a60e66-", "a2a60e66", None),
        ('guid = "a2a60e66', 'guid = "x', "10:1 PN-024"),
        ('"cover.png"', '"none.png"', "8:1 READ-010"),
        ('"cover.png"', '"show.toml"', "8:1 READ-011"),
        ('"we@example.org"', '"we"', "7:1 READ-007"),
    ],
)
def test_one_mistake_is_one_problem(project: Project, old: str, new: str, spot: str | None) -> None:
    project.show(old, new)
    assert problems(project) == ([f"episodes/show.toml:{spot}"] if spot else [])


@pytest.mark.parametrize(
    "content", ["title = [", "\ufffftitle", b"\xff\xfe", "<!doctype html>", "title = A: B {"]
)
def test_a_file_that_cannot_be_read_is_not_said_to_be_empty(project: Project, content: str | bytes) -> None:
    project.write("show.toml", content)
    assert len(problems(project)) == 1
