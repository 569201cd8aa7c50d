"""What an episode, an event and an article have in common."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from publisher.model import Article, Person
from tests.read.project import PNG, Project


def article(project: Project, front: str = "title: A title", body: str = "") -> Article:
    """The article with this front matter, which has no problems."""
    project.entry("001-a/article.md", front, body)
    made = project.only()
    assert isinstance(made, Article)
    return made


def test_an_entry_is_what_its_file_says(project: Project) -> None:
    project.write("001-a/a.png", PNG)
    made = article(
        project,
        "title:  A\n  title\nsummary: A summary\ndate: 2026-01-31 06:00\nguid: 1e5\ntags: [a, b]\n"
        "authors: [A]\nimage: a.png\nlink: https://x.org",
        "# Heading\n\nThe *body*. ![a](a.png)\n",
    )
    assert (made.path, made.slug, made.guid, made.title) == ("001-a", "001-a", "1e5", "A title")
    assert made.date == datetime(2026, 1, 31, 6, tzinfo=ZoneInfo("Europe/Copenhagen"))
    assert (made.tags, made.persons, made.link) == (("a", "b"), (Person(name="A"),), "https://x.org")
    assert made.excerpt == made.summary == "A summary"
    assert made.body == "# Heading\n\nThe *body*. ![a](a.png)"
    (asset,) = made.assets
    assert f'<img src="https://example.org/show/{asset.key}" alt="a">' in made.html
    assert made.image
    assert made.image.key.startswith("art/a-")
    assert made.origin.at("tags").line == 7


@pytest.mark.parametrize(
    ("front", "title"),
    [
        ("title: 1984", "1984"),
        ("title: no", "no"),
        ("title: 09:00", "09:00"),
        ("title: 1e5", "1e5"),
        ("title: 2026-01-31", "2026-01-31"),
        ("title: true", "true"),
        ("title: |\n  Two\n  lines", "Two lines"),
    ],
)
def test_a_title_means_what_it_says(project: Project, front: str, title: str) -> None:
    assert article(project, front).title == title


def test_without_a_summary_the_first_words_stand_for_the_text(project: Project) -> None:
    assert article(project, body="## Heading\n\nThe *first* words.\n\nMore.").excerpt == "The first words."


def test_a_slug_is_the_folders_name_or_what_is_written(project: Project) -> None:
    assert article(project, "title: x\nslug: another-one").slug == "another-one"
    project.entry("001-a/article.md", "title: x\nslug: Årets Møde")
    site = project.read()
    assert [entry.slug for entry in site.entries] == ["aarets-moede"]
    assert project.told() == ["episodes/001-a/article.md:3:1 READ-014"]
    assert site.problems[0].fix == "write `slug: aarets-moede`"


@pytest.mark.parametrize(
    ("front", "spot"),
    [
        ("title: [x]", "2:1 READ-006"),
        ("titel: x", "2:1 READ-005"),
        ("title: x\ndate: 31/1 2026", "3:1 READ-008"),
        ("title: x\ndate: 2026-03-29 02:30", "3:1 READ-008"),
        ("title: x\nimage: b.png", "3:1 READ-010"),
        ("title: x\nimage: ../../../etc/passwd", "3:1 READ-010"),
        ("title: x\nimage: /etc/passwd", "3:1 READ-010"),
        ("title: x\nimage: .", "3:1 READ-010"),
        ("title: x\nimage: article.md", "3:1 READ-011"),
        ("title: x\nimage: a.svg", "3:1 READ-011"),
        ("title: x\nimage: page.jpg", "3:1 READ-011"),
        ("title: x\nlink: example.org", "3:1 READ-007"),
        ("title: x\ntags:\n- a\n- b: c", "5:3 READ-006"),
        ("title: x\nauthors:\n- role: a", "4:3 READ-007"),
        ("title: x\ndraft: maybe", "3:1 READ-007"),
        ("title: x\nsummary: We talk #politics", "3:18 READ-019"),
        ("title: x\ntitle: y", "3:1 READ-004"),
        ("title: Innovationscafé: Politik", "2:23 READ-002"),
        ("title: x\nupdated: yesterday", "3:1 READ-008"),
    ],
)
def test_one_mistake_is_one_problem_at_its_place(project: Project, front: str, spot: str) -> None:
    project.write("001-a/a.svg", "<svg xmlns='http://www.w3.org/2000/svg'/>")
    project.write("001-a/page.jpg", "<!doctype html>")
    project.entry("001-a/article.md", front)
    assert project.told() == [f"episodes/001-a/article.md:{spot}"]


def test_what_the_text_links_to_is_told_in_its_line(project: Project) -> None:
    project.entry("001-a/article.md", "title: x", "\n\nOne\n[two](b.pdf)\n")
    assert project.told() == ["episodes/001-a/article.md:7:7 READ-013"]


def test_used_files_are_not_ignored(project: Project) -> None:
    for name in ("a.png", "b.png", "c.pdf", "d.pdf"):
        project.write(f"001-a/{name}", PNG)
    project.entry("001-a/article.md", "title: x\nimage: a.png", "![b](b.png) [c](c.pdf)")
    assert project.read().ignored == ("episodes/001-a/d.pdf",)
