"""Languages by the lists that directories go by."""

from __future__ import annotations

import pytest

from publisher.check.language import CODES, MEANT, has_known_language, has_language

from .site import found, said, shown


def test_a_show_has_a_language() -> None:
    assert found(has_language, shown(language="")) == ["APPLE-027 error"]
    assert found(has_known_language, shown(language="")) == []


@pytest.mark.parametrize(
    "code",
    "da DA en en-us en-GB no nb nn sr-Latn zh-Hans-CN es-419 de-CH-1996 haw in ro-mo fo se sl-rozaj".split(),
)
def test_codes_with_and_without_a_country_are_taken(code: str) -> None:
    assert found(has_known_language, shown(language=code)) == []


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("dansk", "da"),
        ("Danish", "da"),
        ("dk", "da"),
        ("dan", "da"),
        ("da_DK", "da-dk"),
        ("da-DAN", None),
        ("en-uk", "en-gb"),
        ("eng-us", "en-us"),
        ("svenska", "sv"),
        ("norsk", "nb"),
        ("cz", "cs"),
        ("dansk!", None),
        ("xx", None),
        ("d", None),
        ("da-", None),
        ("da dk", None),
        ("da,en", None),
        ("x" * 5000, None),
        ("🇩🇰", None),
    ],
)
def test_what_is_no_code_is_an_error_with_the_one_that_is_meant(written: str, meant: str | None) -> None:
    assert found(has_known_language, shown(language=written)) == ["APPLE-027 error"]
    fix = said(has_known_language, shown(language=written))[1]
    assert (fix == f'write `language = "{meant}"`') if meant else fix.startswith("write a code such as")


def test_a_language_without_two_letters_is_a_warning() -> None:
    """Nobody can help it: Lule Sámi and Low German have none."""
    for code in ("smj", "nds", "smj-se"):
        assert found(has_known_language, shown(language=code)) == ["APPLE-027 warning"]


def test_nothing_that_is_a_code_is_taken_for_another_word() -> None:
    assert CODES.isdisjoint(MEANT)
    assert set(MEANT.values()) <= CODES
