"""article.md into an Article."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from publisher.model import Article, Person
from tests.read.project import Project


def test_an_article_has_authors_and_a_day_of_change(project: Project) -> None:
    project.entry("a/article.md", "title: x\nauthors:\n- name: A\n  role: editor\nupdated: 2026-01-31")
    made = project.only()
    assert isinstance(made, Article)
    assert made.persons == (Person(name="A", role="editor"),)
    assert made.updated == datetime(2026, 1, 31, tzinfo=ZoneInfo("Europe/Copenhagen"))


def test_what_only_others_have_is_unknown(project: Project) -> None:
    project.entry("a/article.md", "title: x\nspeakers: [A]\nstart: 2026-01-31")
    assert project.told() == [f"episodes/a/article.md:{line}:1 READ-005" for line in (3, 4)]


def test_an_article_may_tell_of_an_event_and_its_recording(project: Project) -> None:
    project.entry("a/article.md", "title: x\nevent: the-cafe\nrecording: ./003/")
    project.entry("The Café/event.md", "title: x\nstart: 2026-01-31 09:00")
    project.entry("003/episode.md", "title: x\nevent: the-cafe")
    site = project.read()
    made = site.articles[0]
    assert (made.event, made.recording, site.problems) == ("The Café", "003", ())
