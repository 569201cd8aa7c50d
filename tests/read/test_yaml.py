"""Front matter: text with places, by the rules of YAML 1.2, whatever stands there."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publisher.model import Severity
from publisher.read.node import Mapping, Node, Scalar, Sequence
from publisher.read.yaml import COMMENT, LONGEST, parse
from publisher.read.yaml_slip import quoted
from tests.read.project import HOSTILE, spots


def plain(node: Node) -> object:
    """The node as Python would have it."""
    if isinstance(node, Scalar):
        return node.text
    if isinstance(node, Sequence):
        return [plain(item) for item in node.items]
    return {key.text: plain(value) for key, value in node.items}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1e5", "1e5"),
        ("1984", "1984"),
        ("no", "no"),
        ("09:00", "09:00"),
        ("0x1F", "0x1F"),
        ("007", "007"),
        ("1_000", "1_000"),
        ("2026-01-31", "2026-01-31"),
        ("2026-01-31T09:00:00Z", "2026-01-31T09:00:00Z"),
        ("true", "true"),
        (".inf", ".inf"),
        ("=", "="),
        ("<<", "<<"),
        ("C#", "C#"),
        ("https://example.org/#top", "https://example.org/#top"),
        ("“quoted”", "“quoted”"),
        ('"null"', "null"),
        ('"\\u00e6\\/"', "æ/"),
        ("'it''s'", "it's"),
        ("a\tb", "a b"),
        ("a\u2028b\x85c", "a b c"),
        ("null", None),
        ("~", None),
        ("", None),
    ],
)
def test_a_scalar_is_the_text_that_was_written(text: str, value: str | None) -> None:
    """YAML 1.1 would make numbers, dates and truth of half of these."""
    node, problems = parse(f"key: {text}", "e.md")
    assert (plain(node), problems) == ({"key": value}, ())


def test_texts_of_several_lines_are_joined_or_kept() -> None:
    node, problems = parse("a: one\n  two\nb: |\n  one\n  two\nc: >\n  one\n  two\n", "e.md")
    assert plain(node) == {"a": "one two", "b": "one\ntwo\n", "c": "one two\n"}
    assert problems == ()


def test_every_key_and_value_knows_its_place() -> None:
    node, _ = parse("title: x\nonline:\n  url: y\ntags: [a, b]\n", "e.md", line=2)
    marks = {name: (line, column) for name, line, column in node.marks()}
    assert marks["title"] == (2, 1)
    assert marks["online"] == (3, 1)
    assert marks["online.url"] == (4, 3)
    assert marks["tags"] == (5, 1)
    tags = node.items[2][1]
    assert isinstance(tags, Sequence)
    assert [(item.place.line, item.place.column) for item in tags.items] == [(5, 8), (5, 11)]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "~", "null"])
def test_nothing_is_an_empty_mapping(text: str) -> None:
    node, problems = parse(text, "e.md")
    assert (plain(node), problems) == ({}, ())


def test_a_key_written_twice_is_told_where_it_is_the_second_time() -> None:
    node, problems = parse("title: a\ndate: x\ntitle: b\n", "e.md", line=2)
    assert (plain(node), spots(problems)) == ({"title": "a", "date": "x"}, ["4:1 READ-004"])
    assert "first in line 2" in problems[0].message


def test_slips_are_told_all_at_once_and_the_rest_is_read() -> None:
    node, problems = parse("title: A: B\ndate: 2026-01-31\nsummary: @us\nlink:x\n", "e.md", line=2)
    assert plain(node) == {"title": "A: B", "date": "2026-01-31", "summary": "@us", "link": "x"}
    assert spots(problems) == ["2:9 READ-002", "4:10 READ-002", "5:6 READ-002"]


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("- a\n- b\n", "1:1"),
        ("just text\n", "1:1"),
        ("[a, b]\n", "1:1"),
        ("? [a]\n: b\n", "1:3"),
        ("title: a\n--- b\nc: d\n", "2:5"),
        ("a: " + "[" * 60, "1:24"),
        ("a: " + "{b: " * 60, None),
        ("a: " + "[" * 100_000, None),
        ("- " * 90_000, None),
        ("x" * (LONGEST + 1), "1:1"),
    ],
)
def test_what_is_no_front_matter_is_a_problem(text: str, spot: str | None) -> None:
    _, problems = parse(text, "e.md")
    assert len(problems) == 1
    assert problems[0].code == "READ-002"
    assert spot is None or spots(problems) == [f"{spot} READ-002"]


@pytest.mark.parametrize(
    "text",
    [
        "a: &a [*a]\n",
        "a: &a [x, x]\nb: &b [*a, *a]\nc: [*b, *b]\n",
        "a: &a\n  b: *a\n",
        "x: &x 1\ny: *x\n",
        "base: &base {a: b}\nmore:\n  <<: *base\n",
        "a: !!python/object/apply:os.system [ls]\n",
        "a: !!binary aGVq\n",
    ],
)
def test_anchors_aliases_and_types_are_taken_for_text_without_quotes(text: str) -> None:
    """No producer means them; followed, nine lines of them fill the memory."""
    _, problems = parse(text, "e.md")
    assert problems
    assert {problem.code for problem in problems} == {"READ-002"}


@pytest.mark.parametrize(
    ("text", "spot", "fix"),
    [
        ("title: Number #5 is here", "1:15", 'write `title: "Number #5 is here"`'),
        ("- name: Team #one", "1:14", 'write `- name: "Team #one"`'),
        ("tags: [a #b\n  ]", "1:10", "put the whole text in quotes"),
    ],
)
def test_text_lost_in_a_comment_is_a_warning(text: str, spot: str, fix: str) -> None:
    _, problems = parse(f"x:\n{text}" if text.startswith("-") else text, "e.md")
    problem = next(problem for problem in problems if problem.code == COMMENT.code)
    assert problem.severity is Severity.WARNING
    assert problem.fix.startswith(fix)
    assert f"{1 if text.startswith('t') else 2}:{spot[2:]} READ-019" in spots(problems)


@pytest.mark.parametrize("text", ["title: a # a note", "# title: a", "a: b#c", "a: 'b' #c", "a: |\n  b #c"])
def test_a_comment_that_looks_like_one_is_none_of_our_business(text: str) -> None:
    assert parse(text, "e.md")[1] == ()


def test_an_invisible_character_is_named_at_its_place() -> None:
    node, problems = parse("title: a\nsummary: it\x92s\n", "e.md", line=2)
    assert plain(node) == {"title": "a", "summary": "its"}
    assert spots(problems) == ["3:12 READ-002"]
    assert "U+0092" in problems[0].message


PIECES = st.sampled_from(
    [
        *"title tags a : , - ? # & * ! | > ' \" % @ ` { } [ ] ~ \\ \t \n \x85 \u2028 \ufeff <<: ..".split(
            " "
        ),
        ": ",
        " ",
        "\n",
        "\n  ",
        "\n- ",
        "key: ",
        " #",
        "&a ",
        "*a",
        '"',
        "'",
        "--- ",
        "\n\t",
    ]
)


@HOSTILE
@given(st.lists(PIECES, max_size=40).map("".join))
@example("a!b: c: d")
@example("- a!b: c: d")
@example("x: 'a\n\n\n: b")
@example("title: [a]: b")
def test_any_text_is_a_mapping_or_a_problem(text: str) -> None:
    node, problems = parse(text, "e.md", line=2)
    assert isinstance(node, Mapping)
    for problem in problems:
        assert 2 <= problem.place.line <= text.count("\n") + 2
        assert problem.place.column >= 1
        assert "\n" not in problem.message + problem.fix


LINE = st.text(st.characters(exclude_categories=["Cc", "Cs", "Zl", "Zp"]), min_size=1, max_size=30)


@HOSTILE
@given(LINE.map(str.strip).filter(lambda text: text and not re.match(r"""["'\[{|>#~]|null$|.*\s#""", text)))
@example("Café: a talk")
@example("a:")
@example("-")
@example("? x")
def test_text_after_a_key_comes_out_as_it_was_written(text: str) -> None:
    """Told or not, nothing of it is lost."""
    assert plain(parse(f"title: {text}\ndate: x", "e.md")[0]) == {"title": text, "date": "x"}


@HOSTILE
@given(LINE)
def test_quoted_text_means_itself(text: str) -> None:
    node, problems = parse(f"title: {quoted(text)}", "e.md")
    assert (plain(node), problems) == ({"title": text}, ())
