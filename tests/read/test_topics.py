"""`topics` of show.toml."""

from __future__ import annotations

import pytest

from publisher.model import Problem, Topic
from publisher.read import toml
from publisher.read.fields import Fields
from publisher.read.topics import read_topics
from tests.read.project import spots


def topics(text: str) -> tuple[tuple[Topic, ...], list[Problem]]:
    node, broken = toml.parse(text, "show.toml")
    fields = Fields(node, "show.toml", [*broken])
    return read_topics(fields), fields.problems


def test_a_topic_is_a_tag_or_a_table_with_one() -> None:
    made, problems = topics(
        'topics = ["Politisk ledelse", { tag = "Børn & unge", title = "Børn", description = "x" }]'
    )
    assert problems == []
    assert made == (
        Topic(tag="Politisk ledelse", slug="politisk-ledelse"),
        Topic(tag="Børn & unge", slug="boern-unge", title="Børn", description="x"),
    )


@pytest.mark.parametrize(("text", "number"), [("", 0), ("topics = []", 0), ('topics = "x"', 1)])
def test_there_may_be_none_or_one(text: str, number: int) -> None:
    made, problems = topics(text)
    assert (len(made), problems) == (number, [])


def test_two_topics_at_one_address_are_told_at_the_second() -> None:
    made, problems = topics('[[topics]]\ntag = "Børn & unge"\n[[topics]]\ntag = "børn, unge"')
    assert [one.tag for one in made] == ["Børn & unge"]
    assert spots(problems) == ["3:1 TOPIC-001"]
    assert problems[0].message == "topics has 'børn, unge', whose feed would be that of 'Børn & unge'"


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ('topics = [{ title = "x" }]', "1:1 READ-007"),
        ('topics = [{ tags = "x" }]', "1:1 READ-005"),
        ('topics = [{ tag = ["x"] }]', "1:1 READ-006"),
        ('topics = [[""]]', "1:1 READ-006"),
    ],
)
def test_one_mistake_is_one_problem_at_its_place(text: str, spot: str) -> None:
    assert spots(topics(text)[1]) == [spot]
