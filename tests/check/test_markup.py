"""HTML where apps show it as it stands."""

from __future__ import annotations

import pytest

from publisher.check.markup import has_plain_descriptions, has_plain_titles

from .site import article, found, heard, said, shown, site

HTML = [
    ("<b>Mod</b> til at lede", "Mod til at lede"),
    ("Mod &amp; mandat", "Mod & mandat"),
    ("Mod&nbsp;og mandat", "Mod og mandat"),
    ("&#8222;Mod&#8220;", "„Mod“"),
    ("Mod<br/>og mandat", "Mod og mandat"),
    ("<p class='x'>Mod</p>", "Mod"),
    ('<a href="https://co-pi.dk">CO-PI</a>', "CO-PI"),
    ("&AElig;ldre", "Ældre"),
    ("Slut.</p>", "Slut."),
]
PLAIN = [
    "Mod & mandat",
    "1 < 2 > 0",
    "I <3 politik",
    "R&D; og AT&T",
    "a<b og b>c",
    "Om <tom> plads",
    "x <- y",
    "🎙️ שלום &",
    "<>",
    "&;",
    "&#;",
]


@pytest.mark.parametrize(("text", "plain"), HTML)
def test_html_in_a_title_is_told_with_the_title_without_it(text: str, plain: str) -> None:
    assert found(has_plain_titles, heard(title=text)) == ["RSS-015 warning"]
    message, fix = said(has_plain_titles, heard(title=text))
    assert "which apps show as it stands" in message
    assert plain in fix.replace('\\"', '"')
    assert found(has_plain_titles, shown(title=text)) == ["RSS-015 warning"]
    assert found(has_plain_titles, site(article(title=text))) == ["RSS-015 warning"]


@pytest.mark.parametrize(("text", "plain"), HTML)
def test_html_in_a_description_is_told(text: str, plain: str) -> None:
    assert found(has_plain_descriptions, heard(summary=text)) == ["SPOT-007 warning"]
    assert found(has_plain_descriptions, shown(description=text)) == ["SPOT-007 warning"]
    assert said(has_plain_descriptions, shown(description=text * 40))[1] == "write it without"


@pytest.mark.parametrize("text", PLAIN)
def test_signs_that_are_no_html_are_left_alone(text: str) -> None:
    assert found(has_plain_titles, heard(title=text)) == []
    assert found(has_plain_descriptions, heard(summary=text)) == []
