"""The thread between entries."""

from __future__ import annotations

import pytest

from tests.read.project import Project

EVENT = "title: x\nstart: 2026-01-31"


@pytest.mark.parametrize("name", ["2026/The Café", "2026/The Café/", "./2026/The Café", "the-cafe"])
def test_an_event_is_named_by_its_folder_or_slug(project: Project, name: str) -> None:
    project.entry("2026/The Café/event.md", EVENT)
    project.entry("a/episode.md", f"title: x\nevent: {name}")
    site = project.read()
    assert (site.episodes[0].event, site.problems) == ("2026/The Café", ())


def test_an_event_names_its_recording(project: Project) -> None:
    project.entry("the-cafe/event.md", f"{EVENT}\nrecording: a")
    project.entry("a/episode.md")
    assert project.read().events[0].recording == "a"


def test_a_name_that_nothing_answers_to_is_told_with_the_nearest(project: Project) -> None:
    project.entry("the-cafe/event.md", EVENT)
    project.entry("a/episode.md", "title: x\nevent: the-caffe")
    project.entry("b/episode.md", "title: x\nevent: b")
    site = project.read()
    assert project.told() == ["episodes/a/episode.md:3:1 THREAD-001", "episodes/b/episode.md:3:1 THREAD-001"]
    assert [problem.fix for problem in site.problems] == [
        "write `event: the-cafe`",
        "write the name of the event's folder",
    ]
    assert [episode.event for episode in site.episodes] == [None, None]


def test_an_entry_that_could_not_be_read_is_not_missed_too(project: Project) -> None:
    project.entry("the-cafe/event.md", "title: x\nstart: soon")
    project.entry("a/episode.md", "title: x\nevent: the-cafe")
    assert project.told() == ["episodes/the-cafe/event.md:3:1 READ-008"]


def test_a_draft_may_name_what_is_to_come(project: Project) -> None:
    project.entry("a/episode.md", "title: x\nevent: not-yet\ndraft: true")
    assert project.told() == []


def test_two_entries_may_name_each_other(project: Project) -> None:
    project.entry("a/event.md", f"{EVENT}\nrecording: b")
    project.entry("b/episode.md", "title: x\nevent: a")
    site = project.read()
    assert (site.events[0].recording, site.episodes[0].event, site.problems) == ("b", "a", ())


def test_an_article_names_an_event_and_a_recording(project: Project) -> None:
    project.entry("the-cafe/event.md", EVENT)
    project.entry("a/episode.md")
    project.entry("b/article.md", "title: x\nevent: the-cafe\nrecording: a")
    project.entry("c/article.md", "title: x\nevent: a\nrecording: the-cafe")
    site = project.read()
    assert [(made.event, made.recording) for made in site.articles] == [("the-cafe", "a"), (None, None)]
    assert project.told() == [f"episodes/c/article.md:{line}:1 THREAD-001" for line in (3, 4)]
    assert [problem.message for problem in site.problems] == [
        "event names 'a', and there is no event of that name",
        "recording names 'the-cafe', and there is no episode of that name",
    ]


def test_a_recording_of_another_event_is_told_with_the_line_to_write(project: Project) -> None:
    project.entry("a/event.md", f"{EVENT}\nrecording: c")
    project.entry("b/event.md", f"{EVENT}\nrecording: c")
    project.entry("c/episode.md", "title: x\nevent: b")
    (problem,) = project.read().problems
    assert project.told() == ["episodes/a/event.md:4:1 THREAD-002"]
    assert problem.message == "recording names c, which says that it follows up b"
    assert problem.fix == "write `event: a` in episodes/c/episode.md, or name another episode here"


def test_two_events_may_have_one_recording_that_names_neither(project: Project) -> None:
    project.entry("a/event.md", f"{EVENT}\nrecording: c")
    project.entry("b/event.md", f"{EVENT}\nrecording: c")
    project.entry("c/episode.md")
    assert project.told() == []


@pytest.mark.parametrize(("recording", "event"), [("", "event: b"), ("recording: c", "")])
def test_an_article_about_the_recording_of_another_event_is_told(
    project: Project, recording: str, event: str
) -> None:
    """Whichever of the two says that they belong together."""
    project.entry("a/event.md", EVENT)
    project.entry("b/event.md", f"{EVENT}\n{recording}")
    project.entry("c/episode.md", f"title: x\n{event}")
    project.entry("d/article.md", "title: x\nevent: a\nrecording: c")
    (problem,) = project.read().problems
    assert project.told() == ["episodes/d/article.md:3:1 THREAD-002"]
    assert problem.message == "event names a, and the recording c is of b"
    assert problem.fix == "write `event: b`, or remove one of the two"


@pytest.mark.parametrize(
    "named", ["event: a\nrecording: c", "event: b\nrecording: c", "recording: c", "event: a"]
)
def test_an_article_may_name_either_event_of_a_recording(project: Project, named: str) -> None:
    project.entry("a/event.md", f"{EVENT}\nrecording: c")
    project.entry("b/event.md", f"{EVENT}\nrecording: c")
    project.entry("c/episode.md")
    project.entry("d/article.md", f"title: x\n{named}")
    assert project.told() == []


def test_one_contradiction_is_told_once_whoever_repeats_it(project: Project) -> None:
    project.entry("a/event.md", f"{EVENT}\nrecording: c")
    project.entry("b/event.md", EVENT)
    project.entry("c/episode.md", "title: x\nevent: b")
    project.entry("d/article.md", "title: x\nevent: a\nrecording: c")
    assert project.told() == ["episodes/a/event.md:4:1 THREAD-002"]


@pytest.mark.parametrize("draft", ["a/event.md", "c/episode.md"])
def test_what_a_draft_says_contradicts_nothing(project: Project, draft: str) -> None:
    project.entry("a/event.md", f"{EVENT}\nrecording: c\ndraft: {draft == 'a/event.md'}".lower())
    project.entry("b/event.md", EVENT)
    project.entry("c/episode.md", f"title: x\nevent: b\ndraft: {draft == 'c/episode.md'}".lower())
    assert project.told() == []


@pytest.mark.parametrize("draft", ["b/event.md", "c/episode.md", "d/article.md"])
def test_what_a_draft_says_contradicts_no_article(project: Project, draft: str) -> None:
    def said(name: str) -> str:
        return f"draft: {name == draft}".lower()

    project.entry("a/event.md", EVENT)
    project.entry("b/event.md", f"{EVENT}\nrecording: c\n{said('b/event.md')}")
    project.entry("c/episode.md", f"title: x\n{said('c/episode.md')}")
    project.entry("d/article.md", f"title: x\nevent: a\nrecording: c\n{said('d/article.md')}")
    assert project.told() == []
