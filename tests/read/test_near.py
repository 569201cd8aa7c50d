"""What was probably meant."""

from __future__ import annotations

from publisher.read.near import MOST, nearest

MANY = [f"e{number:05}.md" for number in range(20 * MOST)]


def test_of_few_names_any_may_be_meant() -> None:
    assert nearest("xcover.jpg", ["a.mp3", "cover.jpg", "z.md"], 0.7) == "cover.jpg"
    assert nearest("other", ["a.mp3", "cover.jpg"], 0.7) is None
    assert nearest("any", [], 0.7) is None


def test_of_many_names_those_close_by_may_be_meant() -> None:
    assert nearest("e00100.m", MANY, 0.7) == "e00100.md"
    assert nearest("e00000", MANY, 0.7) == "e00000.md"
    assert nearest("e99999.md", MANY, 0.7) is not None
    assert nearest("cover.jpg", MANY, 0.7) is None
