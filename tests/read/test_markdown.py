"""Markdown into HTML that is safe to show anywhere."""

from __future__ import annotations

import re
import time
from html.parser import HTMLParser

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from publisher.read.markdown import EXCERPT, SCHEMES, TAGS, cut, first_words, to_html
from tests.read.project import HOSTILE


def html(body: str) -> str:
    """`body` where every relative address is that of a file."""

    def resolve(address: str) -> str:
        return address if re.match("(?:https?|mailto|tel):", address) else f"https://x.org/{address}"

    return to_html(body, resolve, lambda _: None)


@pytest.mark.parametrize(
    ("body", "expected"),
    [
        ("A *b* **c** `d`", "<p>A <em>b</em> <strong>c</strong> <code>d</code></p>"),
        ("# A\n\n## B", "<h2>A</h2>\n<h2>B</h2>"),
        ("<h1 title='x'>A</h1>", '<h2 title="x">A</h2>'),
        ("~~no~~", "<p><s>no</s></p>"),
        ("[a](x.pdf 'T')", '<p><a href="https://x.org/x.pdf" title="T">a</a></p>'),
        ("![a](x.png)", '<p><img src="https://x.org/x.png" alt="a"></p>'),
        ("<mailto:a@b.dk>", '<p><a href="mailto:a@b.dk">mailto:a@b.dk</a></p>'),
        ("a <b onclick='x()' class=y>c</b>", "<p>a <b>c</b></p>"),
        ("<script>alert(1)</script>x", "x"),
        ("<style>*{}</style>x", "x"),
        ("<iframe src='https://x'></iframe>", ""),
        ("<!-- a note -->", ""),
        ("<a href='javascript:alert(1)'>x</a>", "<p><a>x</a></p>"),
        ("[x](javascript:alert(1))", "<p>[x](javascript:alert(1))</p>"),
        ("<img src=x onerror=alert(1)>", '<img src="https://x.org/x">'),
        ("<p>a&#1;b&#x8;c</p>", "<p>abc</p>"),
        ("`<script>`", "<p><code>&lt;script&gt;</code></p>"),
        ("<p>open", "<p>open</p>"),
        ("", ""),
    ],
)
def test_html_says_what_was_written_and_does_nothing(body: str, expected: str) -> None:
    assert html(body) == expected


def test_an_attribute_that_says_nothing_html_knows_is_left_out() -> None:
    body = '<p dir="sideways" lang="!!">a <time datetime="bogus">b</time></p><ol start="x"><li>c</ol>'
    html = to_html(body, lambda url: url, lambda _: None)
    assert not re.search("dir=|lang=|datetime=|start=", html)
    kept = '<p dir="rtl" lang="ar">a <time datetime="2026-01-31T09:00+01:00">b</time></p>'
    assert to_html(kept, lambda url: url, lambda _: None) == kept


def test_tables_are_tables() -> None:
    made = html("| a | b |\n|---|:-:|\n| 1 | 2 |")
    assert all(f"<{tag}" in made for tag in ("table", "thead", "th", "tbody", "td"))


def test_an_address_that_is_not_resolved_is_no_link() -> None:
    made = to_html("[a](x.pdf) ![b](y.png)", lambda _: None, lambda _: None)
    assert made == '<p><a>a</a> <img alt="b"></p>'


@pytest.mark.parametrize(
    ("body", "lost"),
    [
        ("[a](ftp://x/y)", ["ftp://x/y"]),
        ("![a](data:image/png;base64,AAAA)", ["data:image/png;base64,AAAA"]),
        ("[a](C:\\x.pdf)", ["C:%5Cx.pdf"]),
        ("[a](file:///x.pdf)", ["file:///x.pdf"]),
        ("![a](my photo.jpg)", ["my photo.jpg"]),
        ('[a](my file.pdf "T")', ['my file.pdf "T"']),
        ("[a](<my file.pdf>) [b](my%20file.pdf)", []),
        ("`[a](b c)` and [1] (see note 2)", []),
        ("    [a](b c)", []),
        ("[a](https://x.org) <tel:112> [b](#top)", []),
    ],
)
def test_addresses_that_no_reader_gets_are_told(body: str, lost: list[str]) -> None:
    told: list[str] = []
    to_html(body, lambda address: address, told.append)
    assert told == lost


class Inspector(HTMLParser):
    """What a browser would find in the HTML."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: set[str] = set()
        self.attributes: set[str] = set()
        self.addresses: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.add(tag)
        self.attributes |= {name for name, _ in attrs}
        self.addresses += [value or "" for name, value in attrs if name in ("href", "src")]


PIECES = (
    "<script> </script> <a href= <img src= onerror=x onclick='y' <svg> <math> <style> <h1 > ' \" > / <!-- "
    "--> <![CDATA[ ]]> javascript:x JaVaScRiPt&colon;x vbscript:x data:text/html,x //x.org \\\\x.org #a ?b "
    "https:x https://x.org ../a a.pdf [a]( ) ![b]( <x.pdf> ` ``` * _ & &#1; &#x3c; &lt; &NewLine; \t \n | "
    "\x0c [a]: - > 1. # é \u2028 <base href= <p title= <noscript> <template> <a/href= java&#10;script:x"
).split(" ")


@HOSTILE
@given(st.lists(st.sampled_from([*PIECES, " ", "\n\n"]), max_size=30).map("".join))
@example("<math><style><img src=x onerror=alert(1)></style></math>")
@example("<noscript><p title='</noscript><img src=x onerror=alert(1)>'>")
@example("<a href='\x01javascript:alert(1)'>")
@example("<a href=' &#14; javascript:alert(1)'>")
def test_no_text_makes_html_that_acts_or_leads_astray(body: str) -> None:
    """RSS-014: no script, no handler, no address that depends on where it is shown."""
    found = Inspector()
    found.feed(html(body))
    assert found.tags <= TAGS - {"h1"}
    assert not any(name.startswith("on") or name in ("style", "id", "class") for name in found.attributes)
    assert all(address.partition(":")[0].lower() in SCHEMES for address in found.addresses)


@HOSTILE
@given(st.text(max_size=60))
def test_the_first_words_are_plain_and_carried_by_any_feed(body: str) -> None:
    words = first_words(body)
    assert words == " ".join(words.split())
    assert not any(one < " " or one in "\ufffe\uffff" for one in words)


@pytest.mark.parametrize(
    ("body", "words"),
    [
        ("# A heading\n\nThe *first* [words](x.pdf).\nMore.\n\nNot these.", "The first words. More."),
        ("![only a picture](x.png)\n\nWords.", "Words."),
        ("<p>html</p>\n\nWords.", "Words."),
        ("- A list", "A list"),
        ("a&nbsp;b &amp; `c`  \nd", "a b & c d"),
        ("", ""),
        ("```\ncode\n```", ""),
    ],
)
def test_the_first_words_are_those_of_the_first_paragraph(body: str, words: str) -> None:
    assert first_words(body) == words


@pytest.mark.parametrize(
    ("text", "longest", "expected"),
    [
        ("one two", 7, "one two"),
        ("one two three", 9, "one two…"),
        ("one, two", 6, "one…"),
        ("onetwothree", 5, "onet…"),
    ],
)
def test_text_is_cut_at_a_word(text: str, longest: int, expected: str) -> None:
    assert cut(text, longest) == expected
    assert len(cut(text, longest)) <= longest


def test_an_excerpt_is_short() -> None:
    assert len(first_words("word " * 1000)) <= EXCERPT


@pytest.mark.parametrize(
    "piece", ["[", "![", "](", "<", "*a ", "> ", "- ", "`", "_a_*", "<b>", "&", "|a\n", "[a](b c ", "<!--"]
)
def test_no_text_takes_for_ever(piece: str) -> None:
    """Longer than any text of a producer's, and as nasty as a text can be."""
    start = time.process_time()
    body = piece * (20_000 // len(piece))
    html(body)
    first_words(body)
    assert time.process_time() - start < 20
