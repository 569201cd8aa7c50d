"""Categories are those of Apple's list, to the letter."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publisher.check.categories import (
    ALL,
    KNOWN,
    OBSOLETE,
    has_category,
    has_few_categories,
    has_known_categories,
)

from .site import found, said, shown

STANDARDS = Path(__file__).parents[3] / "shared/standards.md"


def test_a_show_has_a_category() -> None:
    assert found(has_category, shown(categories=())) == ["APPLE-028 error"]
    assert found(has_category, shown()) == []


@pytest.mark.parametrize("category", sorted(ALL))
def test_every_category_of_the_list_is_taken(category: str) -> None:
    assert found(has_known_categories, shown(categories=(category,))) == []


def test_blanks_around_the_sign_do_not_matter() -> None:
    assert found(has_known_categories, shown(categories=("Business>Management", "Arts  >  Books"))) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Kids & family", "Kids & Family"),
        ("government", "Government"),
        ("Business > management", "Business > Management"),
        ("Society and Culture", "Society & Culture"),
        ("TV &amp; Film", "TV & Film"),
        ("Goverment", "Government"),
        ("Bussiness > Managment", "Business > Management"),
        ("Management", "Business > Management"),
        ("Politics", "News > Politics"),
        ("Government > Politics", "News > Politics"),
        ("Documentary", "Society & Culture > Documentary"),
        ("Business: Management", "Business > Management"),
        ("Business / Careers", "Business > Careers"),
        ("Business > Management > Leaders", "Business > Management"),
        ("Society & Culture > Religion & Spirituality", "Religion & Spirituality"),
        ("Technology > Podcasting", "Technology"),
        ("Health > Nutrition", "Health & Fitness > Nutrition"),
        *OBSOLETE.items(),
    ],
)
def test_what_is_not_on_the_list_is_an_error_with_what_was_meant(written: str, meant: str) -> None:
    message, fix = said(has_known_categories, shown(categories=(written,)))
    assert found(has_known_categories, shown(categories=(written,))) == ["APPLE-028 error"]
    assert fix == f'write "{meant}"'
    assert written in message


def test_what_is_like_nothing_is_sent_to_the_list() -> None:
    for written in ("Innovation og ledelse", ">", "x" * 5000, "🎙"):
        assert said(has_known_categories, shown(categories=(written,)))[1].startswith(
            "choose one from https://"
        )


def test_why_it_is_wrong_is_told() -> None:
    case, old, none = (
        said(has_known_categories, shown(categories=(one,)))[0]
        for one in ("true crime", "News & Politics", "Innovation")
    )
    assert "is spelt otherwise" in case
    assert "has not been a category since 2019" in old
    assert "is no category of Apple's" in none


def test_each_wrong_one_is_told_once() -> None:
    wrong = shown(categories=("Government", "Gadgets", "arts", "Books"))
    assert found(has_known_categories, wrong) == ["APPLE-028 error"] * 3


def test_more_than_three_are_no_use() -> None:
    four = ("Government", "Arts", "Arts > Books", "History")
    assert found(has_few_categories, shown(categories=four)) == ["APPLE-029 warning"]
    assert found(has_few_categories, shown(categories=four[:3])) == []


def test_the_list_is_that_of_the_standards() -> None:
    """19 at the top, 91 below."""
    assert (len(KNOWN), len(ALL)) == (19, 19 + 91)
    if not STANDARDS.is_file():
        pytest.skip("../shared/standards.md is not on this machine")
    text = (
        STANDARDS.read_text(encoding="utf-8").partition("### 1.4")[2].partition("\n")[2].partition("\n(")[0]
    )
    listed = {top: subs for top, _, subs in (one.strip(" .").partition(": ") for one in text.split(" · "))}
    assert {top: re.sub(r"\s+", " ", subs) for top, subs in listed.items()} == KNOWN
