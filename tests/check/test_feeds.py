"""What directories make of the feed as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.check.feeds import (
    has_a_hub_over_https,
    has_all_on_the_first_page,
    has_something,
    moves_to_a_feed,
)
from publisher.model import Place, Rule, Severity

from .site import SHOW, article, episode, event, found, shown, site


def test_a_show_without_anything_is_a_warning() -> None:
    assert found(has_something, site()) == ["APPLE-009 warning"]


@pytest.mark.parametrize("entry", [episode(), event(), article(), episode(draft=True)])
def test_a_show_of_anything_is_a_show(entry: object) -> None:
    assert found(has_something, site(entry)) == []  # type: ignore[arg-type]


def test_what_could_not_be_read_is_something() -> None:
    unread = Rule("ICS-005", Severity.ERROR, "").at(Place(file="episodes/café/event.md"), "", "")
    assert found(has_something, site(problems=(unread,))) == []
    of_show = Rule("READ-005", Severity.ERROR, "").at(Place(file="episodes/show.toml"), "", "")
    assert found(has_something, site(problems=(of_show,))) == ["APPLE-009 warning"]


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (None, []),
        ("https://example.org/show/podcast.xml", []),
        ("https://feeds.example.com/12345", []),
        ("https://example.org/", ["APPLE-038 warning"]),
        ("https://example.org", ["APPLE-038 warning"]),
        ("https://example.org/show/", ["APPLE-038 warning"]),
        ("https://example.com/podcast/index.html", ["APPLE-038 warning"]),
        ("https://co-pi.dk/podcast", ["APPLE-038 warning"]),
    ],
)
def test_a_feed_moves_to_a_feed(url: str | None, expected: list[str]) -> None:
    assert found(moves_to_a_feed, shown(new_feed_url=url, link="https://co-pi.dk/podcast")) == expected


@pytest.mark.parametrize(("size", "expected"), [(None, []), (12, []), (7, []), (6, ["PAGE-008 warning"])])
def test_what_is_not_on_the_first_page_is_not_listed(size: int | None, expected: list[str]) -> None:
    many = [episode(f"{number:03}") for number in range(12)]
    show = replace(SHOW, page_size=size)
    assert found(has_all_on_the_first_page, site(*many, episode("x", draft=True), show=show)) == expected


@pytest.mark.parametrize(
    ("hub", "expected"),
    [(None, []), ("https://hub.example.org", []), ("http://hub.example.org", ["HUB-001 warning"])],
)
def test_a_hub_is_reached_over_https(hub: str | None, expected: list[str]) -> None:
    assert found(has_a_hub_over_https, shown(hub=hub)) == expected
