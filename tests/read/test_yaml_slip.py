"""The slips of front matter: each is named, placed, and mended with a line to paste."""

from __future__ import annotations

import pytest

from publisher.read.yaml import parse
from publisher.read.yaml_slip import quoted
from tests.read.project import spots
from tests.read.test_yaml import plain


@pytest.mark.parametrize(
    ("text", "spot", "fix"),
    [
        ("title: Innovationscafé: Politik", "1:23", 'title: "Innovationscafé: Politik"'),
        ("title: A: B: C", "1:9", 'title: "A: B: C"'),
        ("title: A: B # a note", "1:9", 'title: "A: B"'),
        ("title: So:", "1:10", 'title: "So:"'),
        ("title: “A: B”", "1:10", 'title: "A: B"'),
        ("title: A \\ B: C", "1:13", "title: 'A \\ B: C'"),
        ("people:\n  - name: A: B\n    role: C", "2:12", '- name: "A: B"'),
        ("people:\n  - A: B: C", "2:9", '- A: "B: C"'),
        ('"title": A: B', "1:11", '"title": "A: B"'),
        ("title: @us", "1:8", 'title: "@us"'),
        ("title: `code`", "1:8", 'title: "`code`"'),
        ("title: %x", "1:8", 'title: "%x"'),
        ("title: *Important* news", "1:8", 'title: "*Important* news"'),
        ("title: & more", "1:8", 'title: "& more"'),
        ("title: &Co and more", "1:8", 'title: "&Co and more"'),
        ("title: !Hey you", "1:8", 'title: "!Hey you"'),
        ("title: - x", "1:8", 'title: "- x"'),
        ("title: ,x", "1:8", 'title: ",x"'),
        ("title: >x", "1:8", 'title: ">x"'),
        ("title: |x", "1:8", 'title: "|x"'),
        ("title: [Draft] A talk", "1:8", 'title: "[Draft] A talk"'),
        ("title: {x} A talk", "1:8", 'title: "{x} A talk"'),
        ("tags:\n  - *Important*", "2:5", '- "*Important*"'),
        ("title: 'it's'", "1:12", 'title: "it\'s"'),
        ('title: "A" and "B"', "1:12", 'title: \'"A" and "B"\''),
        ('title: "He said "no" to it"', "1:18", "title: 'He said \"no\" to it'"),
        ('title: "a \\d b"', "1:12", "title: 'a \\d b'"),
        ('title: "open\ndate: x', "1:8", 'title: "open"'),
        ("title: 'open\ndate: x", "1:8", "title: 'open'"),
        ("title:A\ndate: x", "1:7", "title: A"),
        ("title:A", "1:7", "title: A"),
        ("date: x\n\ntitle:A", "3:7", "title: A"),
    ],
)
def test_a_line_that_can_mean_one_thing_is_quoted_for_pasting(text: str, spot: str, fix: str) -> None:
    _, (problem,) = parse(text, "e.md")
    assert spots([problem]) == [f"{spot} READ-002"]
    assert problem.fix == f"write `{fix}`"


def test_the_line_to_paste_means_what_was_meant() -> None:
    text = "title: Innovationscafé: Politik\nsummary: 'it's'\nlink:x\ntags: [a]"
    node, problems = parse(text, "e.md")
    lines = text.split("\n")
    for problem in problems:
        lines[problem.place.line - 1] = problem.fix.removeprefix("write `").removesuffix("`")
    again, none = parse("\n".join(lines), "e.md")
    assert (plain(again), none) == (plain(node), ())
    assert len(problems) == 3


@pytest.mark.parametrize(
    ("text", "spot", "words"),
    [
        ("a: 1\n\tb: 2", "2:1", "tab"),
        ("a:\n\t- b", "2:1", "tab"),
        ("title: x\n date: y", "2:2", "if date is a key, remove the blanks before it"),
        ("summary: a\n  b: c", "2:3", "write `summary: >`"),
        ("title: A\nmore of it\ndate: x", "2:1", "indent it if it belongs to the line above"),
        ("people:\n  - name: A\n   role: B", "3:4", "same column"),
        ("tags: [a, b\ntitle: x", "1:7", "write ] after its last item"),
        ("online: {url: x\ntitle: y", "1:9", "write } after its last item"),
        ("tags: [*a, b]", "1:7", "put each text in it in quotes"),
        ("- a", "1:1", "`key: value`"),
        ("[", "1:2", "`key: value`"),
        ("title: x\ntags: [", "2:7", "write ] after its last item"),
        ("title: x\ntags: [a,\n  b", "2:7", "write ] after its last item"),
        ("%YAML 1.2\na: b", "2:1", "same column"),
    ],
)
def test_a_line_that_could_mean_more_is_explained(text: str, spot: str, words: str) -> None:
    _, problems = parse(text, "e.md")
    assert spots(problems[:1]) == [f"{spot} READ-002"]
    assert words in f"{problems[0].message}; {problems[0].fix}"


def test_one_mistake_is_one_problem() -> None:
    """What follows from a slip is not told."""
    text = 'title: "open\ndate: 2026-01-31\nsummary: >\n  a: b\n  c\ntags:\n  - x: y\n'
    assert len(parse(text, "e.md")[1]) == 1


def test_a_colon_in_a_block_of_text_is_none_of_our_business() -> None:
    node, problems = parse("summary: |\n  Kl:12 we start\ntitle: A: B", "e.md")
    assert plain(node) == {"summary": "Kl:12 we start\n", "title": "A: B"}
    assert spots(problems) == ["3:9 READ-002"]


def test_quotes_are_chosen_by_what_is_in_them() -> None:
    assert quoted("plain") == '"plain"'
    assert quoted('say "no"') == "'say \"no\"'"
    assert quoted("it's a \\") == "'it''s a \\'"


def test_a_very_long_line_does_not_fill_the_screen() -> None:
    _, (problem,) = parse(f"title: A: {'b ' * 1000}", "e.md")
    assert len(problem.message) + len(problem.fix) < 200
