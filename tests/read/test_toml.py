"""show.toml: text with places."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from publisher.read.node import Mapping
from publisher.read.toml import LONGEST, parse
from tests.read.project import HOSTILE, SHOW, spots
from tests.read.test_yaml import plain


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1984", "1984"),
        ("1e5", "1e5"),
        ("1.50", "1.50"),
        ("inf", "inf"),
        ("true", "true"),
        ("false", "false"),
        ("2026-01-31", "2026-01-31"),
        ("2026-01-31T09:00:00Z", "2026-01-31T09:00:00+00:00"),
        ("09:00:00", "09:00:00"),
        ('"no"', "no"),
        ("'C:\\x'", "C:\\x"),
        ('"""\na\nb"""', "a\nb"),
    ],
)
def test_a_value_is_text(text: str, value: str) -> None:
    node, problems = parse(f"key = {text}", "show.toml")
    assert (plain(node), problems) == ({"key": value}, ())


def test_every_key_knows_its_place() -> None:
    text = (
        'title = "x"\n'
        '# title = "not here"\n'
        'text = """\n'
        'title = "nor here"\n'
        '"""\n'
        "tags = [\n"
        '  "a = b", # ]\n'
        "]\n"
        '  owner = { name = "x" }\n'
        "\n"
        "[publish]\n"
        '  target = "y"\n'
        "[[funding]]\n"
        'url = "z"\n'
        "[[funding]]\n"
        'url.x = "z"\n'
        '["my table"]\n'
        '"a key" = 1\n'
    )
    node, problems = parse(text, "show.toml")
    assert problems == ()
    marks = {name: (line, column) for name, line, column in node.marks()}
    assert marks["title"] == (1, 1)
    assert marks["text"] == (3, 1)
    assert marks["tags"] == (6, 1)
    assert marks["owner"] == (9, 3)
    assert marks["owner.name"] == (9, 3)
    assert marks["publish"] == (11, 1)
    assert marks["publish.target"] == (12, 3)
    assert marks["funding"] == (13, 1)
    assert marks["my table.a key"] == (18, 1)


@pytest.mark.parametrize(
    ("text", "spot"),
    [
        ("x = " + "1" * 5000, "1:1"),
        ("x = 0x" + "f" * 5000, "1:1"),
        ("a." * 2000 + "b = 1", "1:1"),
        ("a." * 30 + "b = 1", "1:1"),
        ("x = " + "[" * 5000, "1:1"),
        ("x = " + "{a=" * 3000, "1:1"),
        ("#" * (LONGEST + 1), "1:1"),
        ("\ufeff\ufeffx = 1", "1:1"),
    ],
)
def test_what_no_producer_writes_is_one_problem(text: str, spot: str) -> None:
    node, problems = parse(text, "show.toml")
    assert (plain(node), spots(problems)) == ({}, [f"{spot} READ-003"])


def test_slips_are_told_all_at_once_and_the_rest_is_read() -> None:
    node, problems = parse('title = My show\nlanguage: "da"\nexplicit = yes\nauthor = "we"\n', "show.toml")
    assert plain(node) == {"title": "My show", "language": "da", "explicit": "true", "author": "we"}
    assert spots(problems) == ["1:9 READ-003", "2:9 READ-003", "3:12 READ-003"]


PIECES = st.sampled_from(
    [
        "title",
        "a",
        ".",
        " = ",
        "=",
        '"',
        "'",
        '"""',
        "'''",
        "[",
        "]",
        "[[",
        "]]",
        "{",
        "}",
        ",",
        "#",
        "\\",
        "\n",
        " ",
        "1",
        "1979-05-27",
        "true",
        "yes",
        ":",
        "\t",
        "æ",
        "“",
        "\n[a]\n",
        "\n[[b]]\n",
        'x = "y"\n',
    ]
)


@HOSTILE
@given(st.lists(PIECES, max_size=40).map("".join))
def test_any_text_is_a_mapping_or_a_problem(text: str) -> None:
    node, problems = parse(text, "show.toml")
    assert isinstance(node, Mapping)
    for problem in problems:
        assert 1 <= problem.place.line <= text.count("\n") + 1
        assert problem.place.column >= 1
        assert "\n" not in problem.message + problem.fix


@HOSTILE
@given(st.integers(0, len(SHOW)), PIECES)
def test_a_show_with_one_stray_piece_is_read_or_told(at: int, piece: str) -> None:
    node, problems = parse(SHOW[:at] + piece + SHOW[at:], "show.toml")
    assert problems or node.items


TEXT = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=20)
VALUE = TEXT.map(lambda text: json.dumps(text, ensure_ascii=False)) | st.sampled_from(
    ["1", "[\n 1,\n # = ]\n]", '"""\na = "b\n[x]\n"""', "'''\n]\n'''", "{ a = 1, b = [] }", "2026-01-31"]
)
KEYS = st.lists(st.from_regex(r"[a-z][a-z_-]{0,5}", fullmatch=True), unique=True, min_size=1, max_size=5)


@HOSTILE
@given(KEYS.flatmap(lambda keys: st.tuples(*(st.tuples(st.just(key), VALUE) for key in keys))))
def test_places_are_where_the_keys_are_whatever_is_around_them(pairs: tuple[tuple[str, str], ...]) -> None:
    text = "".join(f"  {key} = {value}\n" for key, value in pairs)
    node, problems = parse(text, "show.toml")
    assert problems == ()
    lines = text.split("\n")
    for key, _ in node.items:
        assert lines[key.place.line - 1][key.place.column - 1 :].startswith(f"{key.text} =")
