"""publisher.read.chapters.json_chapters: Podcasting 2.0's own form."""

from __future__ import annotations

import json
from datetime import timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.model import Chapter, ChapterPlace
from publisher.read.chapters.json_chapters import read_json
from tests.read.project import HOSTILE, spots


def seconds(number: float) -> timedelta:
    return timedelta(seconds=number)


def document(*chapters: Any) -> str:
    """A chapters file whose chapters stand on lines 2, 3, …"""
    lines = ",\n".join(json.dumps(chapter) for chapter in chapters)
    return f'{{"version": "1.2.0", "chapters": [\n{lines}\n]}}'


def test_everything_of_a_chapter_is_kept() -> None:
    place = {"name": "Vejle", "geo": "geo:55.71,-9.54;u=5", "osm": "R123"}
    made, problems = read_json(
        document(
            {"startTime": 0, "title": " A\u0000 "},
            {"startTime": 1.5, "endTime": 2, "url": "https://x.org", "img": "a.jpg", "toc": False},
            {"startTime": 5, "title": 7, "location": place, "value": "<x/>"},
        ),
        "c.json",
    )
    assert made == (
        Chapter(start=seconds(0), title="A"),
        Chapter(start=seconds(1.5), end=seconds(2), url="https://x.org", img="a.jpg", toc=False),
        Chapter(start=seconds(5), location=ChapterPlace(name="Vejle", geo="geo:55.71,-9.54;u=5", osm="R123")),
    )
    assert problems == ()


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("{", "1:2"),
        ("{}", "1:1"),
        ('{"chapters": {}}', "1:1"),
        ('{\n  "chapters": [,]\n}', "2:16"),
        ('{"chapters": [' + "1" * 5000 + "]}", "1:1"),
        ("[" * 100_000, "1:1"),
    ],
)
def test_what_is_no_chapters_file_is_told(text: str, spot: str) -> None:
    """CH-001."""
    assert read_json(text, "c.json")[0] == ()
    assert spots(read_json(text, "c.json")[1]) == [f"{spot} CH-001"]


@pytest.mark.parametrize(
    "start", ["1:30", "90", None, True, -1, float("nan"), float("inf"), 10**300, [], {}, "x" * 9999]
)
def test_every_chapter_that_is_lost_is_told_where_it_stands(start: object) -> None:
    """CH-002: seconds are a number, never a text."""
    made, problems = read_json(document({"startTime": 0}, {"startTime": start}), "c.json")
    assert (len(made), spots(problems)) == (1, ["3:1 CH-002"])


@pytest.mark.parametrize("item", [1, "x", None, []])
def test_an_item_that_is_no_chapter_is_told(item: object) -> None:
    assert spots(read_json(document(item), "c.json")[1]) == ["2:1 CH-002"]


@pytest.mark.parametrize(
    ("member", "code"),
    [
        ({"endTime": "5"}, "CH-002"),
        ({"location": {"name": "Vejle"}}, "CH-005"),
        ({"location": {"name": "Vejle", "geo": "55.71,9.54"}}, "CH-005"),
        ({"location": "Vejle"}, "CH-005"),
    ],
)
def test_what_a_chapter_loses_is_told(member: Any, code: str) -> None:
    made, problems = read_json(document({"startTime": 0, **member}), "c.json")
    assert (made, spots(problems)) == ((Chapter(start=seconds(0)),), [f"2:1 {code}"])


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5) | st.just("http://x"),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.dictionaries(
            st.sampled_from("chapters startTime endTime title url img toc location name geo".split()),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@HOSTILE
@given(st.lists(JSON).map(lambda items: document(*items)) | JSON.map(json.dumps) | st.text(max_size=40))
def test_any_text_is_chapters_or_a_problem(text: str) -> None:
    made, problems = read_json(text, "c.json")
    assert all(chapter.start >= timedelta() for chapter in made)
    assert all("\n" not in problem.message and len(problem.message) < 200 for problem in problems)
