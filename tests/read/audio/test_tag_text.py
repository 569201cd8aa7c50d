"""Text from tags is fit for a feed, and says what its writer meant."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.read.audio.tag_text import lines, link, mended, one_line

DANISH = "Æbler, øl og ål – “ægte” vare… 100 €"


@pytest.mark.parametrize("wrong", ["latin-1", "cp1252"])
def test_utf8_taken_for_another_is_mended(wrong: str) -> None:
    """Where it went through Latin-1 or Windows-1252 on its way."""
    for text in ("Ærø", "Gæsten på Åland", "naïve café", "Zoë €"):
        broken = text.encode().decode(wrong, "replace")
        assert "�" in broken or mended(broken) == text


def test_windows_1252_with_gaps_is_mended() -> None:
    """It has no letter for five bytes, which editors then keep as control characters."""
    assert mended("Ã\x81 bientÃ´t â€” fÃ¥") == "Á bientôt — få"


@pytest.mark.parametrize(
    "text", [DANISH, "JOÃO", "PORTUGUÊS", "Ã", "« À bientôt »", "Größe", "爱", "ÆØÅ", "Crème brûlée"]
)
def test_what_is_right_stays(text: str) -> None:
    """Most languages have such letters, but not in such an order."""
    assert mended(text) == text


@settings(max_examples=200, derandomize=True, deadline=None)
@given(st.text(max_size=40))
def test_mending_twice_makes_no_difference_to_ordinary_text(text: str) -> None:
    """Misread text is mended back to just what it was."""
    broken = text.encode("utf-8", "ignore").decode("latin-1")
    assert mended(broken) == text.encode("utf-8", "ignore").decode()


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        (None, None),
        ("", None),
        (" \0\x07\ufeff ", None),
        ("A\0B\x1b\x85C", "ABC"),
        ("one\r\ntwo\rthree", "one\ntwo\nthree"),
        ("❤️‍🔥", "❤️‍🔥"),
        ("lone \ud800 surrogate", "lone  surrogate"),
    ],
)
def test_only_what_can_be_read_is_kept(text: str | None, kept: str | None) -> None:
    """What XML cannot carry is gone; nothing but blanks is nothing."""
    assert lines(text) == kept


def test_a_title_is_one_line() -> None:
    """However it was wrapped."""
    assert one_line(" One\r\n  two\tthree ") == "One two three"
    assert one_line(None) is None


@pytest.mark.parametrize(
    "text", ["javascript:alert(1)", "example.org", "", None, "https://", "mailto:a@b.dk"]
)
def test_only_web_addresses_are_links(text: str | None) -> None:
    """Absolute, and http or https."""
    assert link(text) is None
    assert link(" https://example.org/å\0 ") == "https://example.org/å"
