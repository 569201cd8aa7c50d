"""publisher.read.foreign: other people's tags are carried as they are written."""

from __future__ import annotations

import pytest

from publisher.model import Element
from tests.read.project import MP3, Project


def carried(project: Project, lines: str) -> tuple[Element, ...]:
    project.write("talk.mp3", MP3)
    project.entry("talk.md", f"title: A talk\n{lines}")
    (episode,) = project.read().episodes
    return episode.extra


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("extra: {'media:rating': nonadult}", (Element(name="media:rating", text="nonadult"),)),
        ("extra: {'ex:flag': }", (Element(name="ex:flag"),)),
        ("extra: {'ex:a': [x, y]}", (Element(name="ex:a", text="x"), Element(name="ex:a", text="y"))),
        (
            "extra: {'ex:a': {text: '  x ', b: <&>, '@text': t, '@xml:lang': da}}",
            (
                Element(
                    name="ex:a", text="  x ", attributes=(("b", "<&>"), ("text", "t"), ("xml:lang", "da"))
                ),
            ),
        ),
        (
            "extra: {'ex:a': {'ex:b': {'dc:c': deep}}}",
            (
                Element(
                    name="ex:a",
                    children=(Element(name="ex:b", children=(Element(name="dc:c", text="deep"),)),),
                ),
            ),
        ),
        ("extra: {bare: x}", (Element(name="bare", text="x"),)),
        (
            "extra: {'ex:a': {b: {c: d}}}",
            (Element(name="ex:a", children=(Element(name="b", attributes=(("c", "d"),)),)),),
        ),
        ("extra:", ()),
    ],
)
def test_tags_are_carried_unchanged(project: Project, lines: str, expected: tuple[Element, ...]) -> None:
    assert carried(project, lines) == expected


def test_prefixes_stand_in_the_show(project: Project) -> None:
    project.show("guid =", '[namespaces]\nmedia = "http://search.yahoo.com/mrss/"\n[identity]\n#')
    assert project.read().show.namespaces == (("media", "http://search.yahoo.com/mrss/"),)


@pytest.mark.parametrize("lines", ["extra: text", "extra: [a]"])
def test_a_shape_that_means_nothing_is_told(project: Project, lines: str) -> None:
    """READ-006."""
    assert carried(project, lines) == ()
    assert [problem.code for problem in project.read().problems] == ["READ-006"]
