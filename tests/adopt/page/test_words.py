"""publisher.adopt.page.words: texts and addresses as others wrote them."""

from __future__ import annotations

import pytest

from publisher.adopt.page.words import addresses, cut, is_address, shown


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("See https://example.org/a.", "https://example.org/a"),
        ("(https://example.org/a)", "https://example.org/a"),
        ("https://example.org/a_(b)", "https://example.org/a_(b)"),
        ("<https://example.org/?a=1&b=2>", "https://example.org/?a=1&b=2"),
        ("HTTP://EXAMPLE.org!", "HTTP://EXAMPLE.org"),
        ("https://røde.dk/æ", "https://røde.dk/æ"),
        ("https://", None),
        ("https://example.org:0/", None),
        ("https://example.org:99999/", None),
        ("https://[x/", None),
        ("ftp://example.org", None),
    ],
)
def test_addresses_end_where_the_sentence_does(text: str, found: str | None) -> None:
    assert [url for _, url in addresses(text)] == ([found] if found else [])


def test_where_an_address_starts_is_known() -> None:
    assert list(addresses("a https://b.c, https://d.e")) == [(2, "https://b.c"), (15, "https://d.e")]


def test_an_address_has_a_host() -> None:
    assert not is_address("mailto:a@b.c")
    assert not is_address('https://a.b/"')


def test_words_are_not_cut_in_two() -> None:
    assert cut("one two three", 9) == "one two…"
    assert cut("o" * 20, 9) == "oooooooo…"


def test_what_is_shown_is_short_and_on_one_line() -> None:
    assert shown("a\n  b") == "'a b'"
    assert shown("word " * 50) == "'" + "word " * 10 + "word…'"
