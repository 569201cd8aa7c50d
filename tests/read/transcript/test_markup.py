"""publisher.read.transcript.markup: words without tags."""

from __future__ import annotations

import pytest

from publisher.read.transcript.markup import unescaped, without_style, without_tags


@pytest.mark.parametrize(
    ("text", "expected"),
    [("<c.a>x</c> &lt;b&gt;", "x <b>"), ("1 < 2", "1 < 2"), ("&amp;amp;", "&amp;"), ("a&#0;b", "a\ufffdb")],
)
def test_tags_and_references(text: str, expected: str) -> None:
    assert without_tags(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("<I>x</i>", "x"),
        ("<b >x</b>", "x"),
        ("{\\an8}x", "x"),
        ("<3 {x} <Bo>", "<3 {x} <Bo>"),
        ("&amp;", "&amp;"),
    ],
)
def test_style(text: str, expected: str) -> None:
    assert without_style(text) == expected


def test_a_number_that_python_does_not_take_is_left() -> None:
    text = f"&#{'1' * 5000};"
    assert unescaped(text) == text
