"""What every entry must have."""

from __future__ import annotations

import pytest

from publisher.check.entries import has_free_slug, has_title
from tests.read.audio.build import id3, mutagen
from tests.read.project import MP3, Project, told


def titles(project: Project) -> list[str]:
    """What reading and the rule of titles find wrong."""
    site = project.read()
    return told([*site.problems, *has_title(site)])


@pytest.mark.parametrize(
    ("front", "spot"),
    [
        ("summary: x", "1:1 APPLE-060"),
        ("title:", "2:1 APPLE-060"),
        ("title: ''", "2:1 APPLE-060"),
        ('title: "\\0"', "2:1 APPLE-060"),
        ("titel: x", "2:1 READ-005"),
        ("title: [x]", "2:1 READ-006"),
        ("title: [x", "2:8 READ-002"),
        ("summary: [x", "2:10 READ-002"),
        ("title: A: B", "2:9 READ-002"),
    ],
)
def test_an_entry_without_a_title_is_told_once(project: Project, front: str, spot: str) -> None:
    project.entry("a/article.md", front)
    assert titles(project) == [f"episodes/a/article.md:{spot}"]


def test_a_recording_without_a_title_is_told_what_to_do(project: Project) -> None:
    project.write("a.mp3", id3(mutagen("id3").TPE1(encoding=3, text=["We"])) + MP3)
    (problem,) = has_title(project.read())
    assert problem.place.file == "episodes/a.mp3"
    assert problem.fix == "set the title tag of the file, or write a.md beside it"


def test_a_recording_that_cannot_be_read_is_not_said_to_have_no_title(project: Project) -> None:
    project.write("a.mp3", "<!doctype html>")
    assert [*has_title(project.read())] == []


def test_a_file_without_front_matter_is_one_problem(project: Project) -> None:
    project.entry("a/article.md")
    project.write("a/article.md", "# A title\n")
    assert titles(project) == ["episodes/a/article.md:1:1 READ-012"]


def test_a_draft_needs_no_title(project: Project) -> None:
    project.entry("a/article.md", "draft: true")
    assert titles(project) == []


@pytest.mark.parametrize(
    ("name", "front"), [("index", "title: x"), ("INDEX!", "title: x"), ("a", "slug: index")]
)
def test_the_shows_own_page_is_no_entrys(project: Project, name: str, front: str) -> None:
    project.entry(f"{name}/article.md", front)
    (problem,) = has_free_slug(project.read())
    assert problem.code == "ID-010"
