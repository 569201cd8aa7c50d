"""Whoever reads a page is seen by nobody else, whatever its theme."""

from __future__ import annotations

import pytest

from publisher.read.theme.foreign import in_template

BASE = "https://example.org/show"


def told(text: str) -> list[str]:
    return [f"{one.place.line}:{one.place.column} {one.code}" for one in in_template(text, "x", BASE)]


@pytest.mark.parametrize(
    "text",
    [
        '<img src="https://cdn.example/a.png">',
        "<img alt='' src='//cdn.example/a.png'>",
        "<img src=https://cdn.example/a.png>",
        '<img SRCSET = " HTTPS://cdn.example/a.png 2x">',
        '<script src="https://stats.example/a.js"></script>',
        '<link rel="stylesheet" href="https://fonts.example/css">',
        '<link href="//fonts.example/css" rel=preload>',
        '<link rel="dns-prefetch" href="//fonts.example">',
        '<iframe src="https://video.example/1"></iframe>',
        '<form action="https://elsewhere.example/">',
        '<video poster="https://cdn.example/a.jpg">',
    ],
)
def test_what_a_page_would_fetch_elsewhere_is_told(text: str) -> None:
    (one,) = told(text)
    assert one.endswith("THEME-003")


@pytest.mark.parametrize(
    "text",
    [
        '<a href="https://elsewhere.example/">a link asks nobody until it is followed</a>',
        '<link rel="canonical" href="https://elsewhere.example/">',
        '<link rel="me" href="https://social.example/@us">',
        f'<img src="{BASE}/art/x.png">',
        '<img src="{{ url(key) }}" data-src="https://x.example">',
        "{# <img src=https://cdn.example/a.png> #}",
        "<!-- <img src=https://cdn.example/a.png> -->",
        '<script src="{{ url(key) }}"></script>',
        '<script type="application/ld+json">{{ data }}</script>',
        "on = 1; style = 2",
        '<p class="style">{% if one == "two" %}',
        "<p data-style='x' data-only='y'>",
    ],
)
def test_what_asks_nobody_is_fine(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("<style>p { color: red }</style>", "style"),
        ("<script>alert(1)</script>", "script"),
        ("<script type=module>x</script>", "script"),
        ("<p class=a style='color: red'>", "style"),
        ("<button\nonclick='x()'>", "onclick"),
    ],
)
def test_what_the_policy_refuses_is_a_warning(text: str, what: str) -> None:
    (one,) = in_template(text, "x", BASE)
    assert (one.code, one.severity) == ("THEME-004", "warning")
    assert one.message == f"there is {what} in this template, which browsers will not use"


def test_places_are_those_of_the_file() -> None:
    text = "{# a\nb #}\n<!-- c -->\n  <img src='https://x.example/a'>"
    assert told(text) == ["4:13 THEME-003"]


def test_without_an_address_of_its_own_nothing_is_of_the_site() -> None:
    assert list(in_template("<img src='https://x.example/a'>", "x", ""))
