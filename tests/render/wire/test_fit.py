"""publisher.render.wire.fit: what no format could carry is gone before any format begins."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model import Edition, Event, Platform, Published, Website
from publisher.render.wire.fit import ascii_url, legible
from tests.render.made import fit

from ..sample import CAFE, FULL, SHOW


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.dk/a?b=c&d=%20#e", "https://example.dk/a?b=c&d=%20#e"),
        ("https://example.dk/blå bær", "https://example.dk/bl%C3%A5%20b%C3%A6r"),
        ("https://blåbær.dk:8080/ø", "https://xn--blbr-roah.dk:8080/%C3%B8"),
        ("mailto:a@example.dk", "mailto:a@example.dk"),
        ('https://example.dk/"<>', "https://example.dk/%22%3C%3E"),
        ("https://[å/", "https://[%C3%A5/"),
        ("https://å..dk/", "https://%C3%A5..dk/"),
    ],
)
def test_addresses_become_ascii_once(url: str, expected: str) -> None:
    """What is encoded already stays, so a second time changes nothing."""
    assert ascii_url(url) == expected
    assert ascii_url(expected) == expected


def test_characters_no_format_can_carry_are_left_out() -> None:
    """Controls, surrogates and non-characters go; every letter and emoji stays."""
    assert legible("a\x00b\x1bc\x7fd\x85e\ud800f\ufffeg\r\nh\ri\tæ🎉") == "abcdefg\nh\ni\tæ🎉"


def test_fitting_reaches_every_text_of_an_edition(edition: Edition) -> None:
    """Down to the chapters; URLs by their field, the rest as text."""
    chapter = replace(FULL.entry.chapters[0], title="\x01Hej", url="https://example.dk/å")
    episode = replace(FULL, entry=replace(FULL.entry, chapters=(chapter,)))
    fitted = fit(replace(edition, episodes=(episode,))).episodes[0].entry.chapters[0]
    assert (fitted.title, fitted.url) == ("Hej", "https://example.dk/%C3%A5")


def test_fitting_reaches_what_the_pages_say_besides(edition: Edition) -> None:
    site = Website(
        about="\x01Om",
        accessibility_url="https://example.dk/adgang for alle",
        listen=(Platform(title="Her\x00", url="https://example.dk/å"),),
    )
    fitted = fit(replace(edition, show=replace(SHOW, site=site))).show.site
    assert (fitted.about, fitted.accessibility_url) == ("Om", "https://example.dk/adgang%20for%20alle")
    assert fitted.listen == (Platform(title="Her", url="https://example.dk/%C3%A5"),)


def test_what_has_no_name_left_is_given_one(edition: Edition) -> None:
    """Every feed requires titles: an entry falls back on its slug, a show on its address."""
    episode = replace(FULL, entry=replace(FULL.entry, title=" \x00"))
    fitted = fit(replace(edition, show=replace(SHOW, title="", description=""), episodes=(episode,)))
    assert fitted.episodes[0].entry.title == "mod-til-at-lede"
    assert fitted.show.title == fitted.show.description == SHOW.base_url


@pytest.mark.parametrize(("public", "expected"), [(True, "https://zoom.example/j/HEMMELIGT"), (False, None)])
def test_a_private_link_does_not_get_past_the_door(
    edition: Edition, public: bool, expected: str | None
) -> None:
    """No format can tell what it does not see."""
    assert CAFE.entry.online
    event: Published[Event] = replace(
        CAFE, entry=replace(CAFE.entry, online=replace(CAFE.entry.online, public=public))
    )
    online = fit(replace(edition, events=(event,))).events[0].entry.online
    assert online
    assert online.join == expected


def test_fitting_twice_changes_nothing(edition: Edition) -> None:
    """What fits is left alone."""
    assert fit(fit(edition)) == fit(edition)
