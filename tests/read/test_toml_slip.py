"""The slips of show.toml: each is named, placed, and mended with a line to paste."""

from __future__ import annotations

import pytest

from publisher.read.toml import parse
from publisher.read.toml_slip import quoted
from tests.read.project import spots


@pytest.mark.parametrize(
    ("text", "spot", "fix"),
    [
        ("title = My show", "1:9", 'title = "My show"'),
        ("title=My show", "1:7", 'title = "My show"'),
        ("title = “My show”", "1:9", 'title = "My show"'),
        ("title = 'it's'", "1:9", 'title = "it\'s"'),
        ('title = "The "other" show"', "1:9", "title = 'The \"other\" show'"),
        ('title = "open', "1:9", 'title = "open"'),
        ('title = "x";', "1:9", 'title = "x"'),
        ('title = "a\\d"', "1:9", "title = 'a\\d'"),
        ('target = "C:\\Users\\me"', "1:10", "target = 'C:\\Users\\me'"),
        ("cover = cover.jpg", "1:9", 'cover = "cover.jpg"'),
        ("explicit = yes", "1:12", "explicit = true"),
        ("explicit = False", "1:12", "explicit = false"),
        ("title =", "1:8", "title = …"),
        ('title: "x"', "1:6", 'title = "x"'),
        ("title: My show", "1:6", 'title = "My show"'),
        ('title "x"', "1:6", 'title = "x"'),
        ("[publish\na = 1", "1:1", "[publish]"),
        ("[[funding\na = 1", "1:1", "[[funding]]"),
        ('owner = { name = "a", }', "1:21", 'owner = { name = "a" }'),
    ],
)
def test_a_line_that_can_mean_one_thing_is_quoted_for_pasting(text: str, spot: str, fix: str) -> None:
    _, (problem,) = parse(text, "show.toml")
    assert spots([problem]) == [f"{spot} READ-003"]
    assert problem.fix.replace('"…"', "…") == f"write `{fix}`"


@pytest.mark.parametrize(
    ("text", "spot", "words"),
    [
        ('title = "a"\ntitle = "b"', "2:1", "title is written twice"),
        ("[publish]\na = 1\n[publish]", "3:1", "[publish] is written twice"),
        ('my title = "x"', "1:1", "my title is no key"),
        ('titel på = "x"', "1:1", "titel på is no key"),
        ('categories = ["a"\nx = 1', "1:14", "write ] at its end"),
        ("x = 1\ncategories = [\n", "2:14", "write ] at its end"),
        ('owner = { name = "a"\n email = "b" }', "1:9", "write } at its end, in the same line"),
        ('x = """abc\ny = 1', "1:5", 'write """ at its end'),
        ("= 1", "1:1", 'write `key = "value"`'),
    ],
)
def test_a_line_that_could_mean_more_is_explained(text: str, spot: str, words: str) -> None:
    _, problems = parse(text, "show.toml")
    assert spots(problems[:1]) == [f"{spot} READ-003"]
    assert words in f"{problems[0].message}; {problems[0].fix}"


def test_quotes_are_chosen_by_what_is_in_them() -> None:
    assert quoted("it's") == '"it\'s"'
    assert quoted('say "no"') == "'say \"no\"'"
    assert quoted('it\'s "no"') == '"it\'s \\"no\\""'
