"""publisher.render.wire: descriptions that directories take."""

from __future__ import annotations

import pytest

from publisher.render.wire import cut


@pytest.mark.parametrize(
    ("text", "size", "expected"),
    [
        ("kort", 4, "kort"),
        (" luft  ", 10, "luft"),
        ("mod til at lede", 14, "mod til at…"),
        ("ærlig ø", 8, "ærlig ø"[:4] + "…"),
        ("ååååååå", 9, "ååå…"),
        ("🎉🎉🎉", 8, "🎉…"),
        ("", 5, ""),
    ],
)
def test_text_is_cut_after_a_word_to_fit_its_bytes(text: str, size: int, expected: str) -> None:
    """Bytes, not characters, and never half a character."""
    assert cut(text, size) == expected
    assert len(cut(text, size).encode()) <= size


def test_apples_limit_is_met() -> None:
    """APPLE-021: 4,000 bytes, with what is lost marked."""
    text = cut("blåbærgrød " * 1000)
    assert 3980 < len(text.encode()) <= 4000
    assert text.endswith("blåbærgrød…")
