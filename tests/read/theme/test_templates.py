"""A template that could never be used is told of before a page is made."""

from __future__ import annotations

import pytest

from publisher.read.theme.templates import TEMPLATES, our_templates
from publisher.render.site.environment import TEMPLATES as RENDERED
from tests.read.project import Project


def only(project: Project) -> tuple[str, str, str, str]:
    """The one problem: where, which, what and what to do."""
    (problem,) = project.read().problems
    place = problem.place
    return f"{place.file}:{place.line}", problem.code, problem.message, problem.fix


def test_ours_are_those_that_pages_are_made_with() -> None:
    assert TEMPLATES == RENDERED
    assert {"layout.html.j2", "episode.html.j2", "parts/footer.html.j2"} <= our_templates()


@pytest.mark.parametrize("name", sorted(our_templates()))
def test_each_of_ours_can_be_replaced_by_a_copy(name: str, project: Project) -> None:
    project.write(f"_theme/{name}", (TEMPLATES / name).read_text(encoding="utf-8"))
    site = project.read()
    assert site.problems == ()
    assert [one for one, _ in site.theme.templates] == [name]


@pytest.mark.parametrize(
    ("text", "line", "said"),
    [
        ("<p>\n{{ title }\n</p>", 2, "unexpected '}'"),
        ("{% if a %}\n\nno end", 1, "Unexpected end of template"),
        ("\n{% trans %}", 2, "Encountered unknown tag 'trans'"),
    ],
)
def test_what_cannot_be_parsed_is_told_with_its_line(
    text: str, line: int, said: str, project: Project
) -> None:
    project.write("_theme/episode.html.j2", text)
    where, code, message, _ = only(project)
    assert (where, code) == (f"episodes/_theme/episode.html.j2:{line}", "THEME-001")
    assert said in message


def test_a_template_nested_without_end_is_told(project: Project) -> None:
    project.write("_theme/episode.html.j2", "{{ " + "(" * 9_000 + "1" + ")" * 9_000 + " }}")
    assert only(project)[1] == "THEME-001"


def test_a_template_that_stands_for_none_is_told_with_the_nearest(project: Project) -> None:
    project.write("_theme/episodes.html.j2", "x")
    assert only(project) == (
        "episodes/_theme/episodes.html.j2:1",
        "THEME-002",
        "no page is made with this template: there is none of that name",
        "call it episode.html.j2",
    )


def test_a_template_is_used_by_one_that_stands_for_ours(project: Project) -> None:
    project.write("_theme/episode.html.j2", '{% include "a.html.j2" %}')
    project.write("_theme/a.html.j2", '{% import "b.html.j2" as b %}')
    project.write("_theme/b.html.j2", "{% from ['c.html.j2', 'd.html.j2'] import x %}")
    project.write("_theme/c.html.j2", "")
    assert project.told() == []
    project.write("_theme/episode.html.j2", "")
    assert {line.split()[1] for line in project.told()} == {"THEME-002"}
    assert len(project.told()) == 3


def test_a_name_that_only_rendering_knows_may_be_any(project: Project) -> None:
    project.write("_theme/episode.html.j2", "{% include show.language ~ '.html.j2' %}")
    project.write("_theme/da.html.j2", "")
    assert project.told() == []


def test_ours_can_be_meant_where_the_theme_has_one_of_that_name(project: Project) -> None:
    text = '\n{{% extends "{}layout.html.j2" %}}{{% block x %}}{{% endblock %}}'
    project.write("_theme/layout.html.j2", text.format("publisher/"))
    assert project.told() == []
    project.write("_theme/layout.html.j2", text.format(""))
    assert only(project) == (
        "episodes/_theme/layout.html.j2:2",
        "THEME-002",
        "the template uses itself",
        'write "publisher/layout.html.j2" to mean ours',
    )


def test_a_template_that_is_not_there_is_told_unless_it_need_not_be(project: Project) -> None:
    project.write("_theme/episode.html.j2", '\n{% include "parts/foter.html.j2" %}')
    assert only(project) == (
        "episodes/_theme/episode.html.j2:2",
        "THEME-002",
        "the template uses 'parts/foter.html.j2', which is not there",
        "call it parts/footer.html.j2",
    )
    project.write("_theme/episode.html.j2", '{% include "parts/foter.html.j2" ignore missing %}')
    assert project.told() == []
