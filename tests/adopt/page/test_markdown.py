"""publisher.adopt.page.markdown: our reader shows what the text said."""

from __future__ import annotations

import html
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.adopt.page.markdown import from_text, to_markdown
from publisher.adopt.page.words import clean
from publisher.read.markdown import to_html

MARKS = st.sampled_from(
    [
        *"*_`~#>-+=|:[]()!<&;\\.\n 19a\t",
        *("    ", "```", "~~~", "---", "===", "- - -", "1. ", "| a | b |", "|---|---|", "[a]: http://x.y"),
        *("&amp;", "&#65;", "<b>", "<!--", "<a@b.c>", "www.x.dk", "æ", "e\u0301", "🎉", "\u00a0", "\u2028"),
        *("http://x.org/a_b*c", "https://a.dk/%C3%A6?x=1&copy=2"),
    ]
)


def shown(markdown: str) -> str:
    """What our reader shows of it, on one line."""
    made = to_html(markdown, lambda address: address, lambda address: None)
    return " ".join(html.unescape(re.sub(r"</?(?:p|a|br)\b[^>]*>", "", made.replace("<br>", "\n"))).split())


@settings(max_examples=1000, derandomize=True, deadline=None)
@given(st.lists(MARKS, max_size=14).map("".join) | st.text())
def test_plain_text_shows_itself(text: str) -> None:
    assert shown(from_text(text)) == " ".join(clean(text).split())


def test_lines_and_paragraphs_stay() -> None:
    assert from_text("One\nTwo\n\n\n  Three  \n") == "One\\\nTwo\n\nThree"


def test_plain_text_is_left_as_it_is_where_it_can_be() -> None:
    text = "Café 2: kl. 9-10 (gratis!), 100 % & mere; snake_case, 5 > 3, a | b, c/d = e + f"
    assert from_text(text) == text


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("See https://example.org/a_b.", "See <https://example.org/a_b>."),
        ("https://a.dk/%C3%A6", "[https://a.dk/%C3%A6](<https://a.dk/%C3%A6>)"),
        ("!https://a.dk/%C3%A6", "\\![https://a.dk/%C3%A6](<https://a.dk/%C3%A6>)"),
    ],
)
def test_addresses_are_links(text: str, markdown: str) -> None:
    assert from_text(text) == markdown


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("<p>Hi <b>there</b><br>you<br></p>", "Hi **there**\\\nyou"),
        ("<ul><li>one</li><li>2 * 3</li></ul>", "- one\n- 2 \\* 3"),
        ("<h1>Title</h1><p>1. text</p>", "# Title\n\n1\\. text"),
        ("One\nTwo <b>bold</b>\n- three", "One\\\nTwo **bold**\\\n\\- three"),
        ("<p>One\nTwo</p>", "One\nTwo"),
        ("<a href='https://x.org/?a=1&amp;b=2'>here</a>", "[here](<https://x.org/?a=1&b=2>)"),
        ("<a href='https://x.org/'>https://x.org/</a>", "<https://x.org/>"),
        ("<a href='mailto:a@b.dk'>write</a>", "[write](<mailto:a@b.dk>)"),
        ("<a href='javascript:x'>x</a> <a href='/y'>y</a> <a name='z'>z</a>", "x y z"),
        ("<p>&lt;b&gt; https://x.org/a.</p>", "\\<b> <https://x.org/a>."),
        (
            "<b>Hi</b><script>alert(1)</script><style>p {}</style><img src='https://x.org/pixel.gif'>",
            "**Hi**",
        ),
        ("<html><head><title>T</title></head><body><p>One</p><p>Two</p></body></html>", "One\n\nTwo"),
    ],
)
def test_html_becomes_what_a_producer_would_write(text: str, markdown: str) -> None:
    assert to_markdown(text) == markdown


def test_tags_inside_tags_without_end_become_text() -> None:
    assert to_markdown("<b>" * 5000 + "Hi &amp; ho") == "Hi & ho"


@settings(max_examples=300, derandomize=True, deadline=None)
@given(
    st.lists(
        MARKS | st.sampled_from(["<p>", "</p>", "<br>", "<li>", "<ul>", "<a href=x>", "</a>", "<b>", "</b>"])
    )
)
def test_any_html_becomes_something(parts: list[str]) -> None:
    to_html(to_markdown("<p>" + "".join(parts)), lambda address: address, lambda address: None)
