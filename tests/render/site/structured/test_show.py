"""show: the series, and the site with its search."""

from __future__ import annotations

from dataclasses import replace

from publisher.model import Platform, Website
from publisher.render.site.structured.show import part_of, series, series_with_voices, site
from tests.render.sample import EDITION, SHOW

BASE = "https://example.dk/podcast/"


def test_a_series_says_where_its_feed_is() -> None:
    """LD-006."""
    made = series(EDITION)
    assert made["@type"] == "PodcastSeries"
    assert made["webFeed"] == f"{BASE}podcast.xml"
    assert made["image"] == f"{BASE}art/cover-aaaaaaaaaaaa.png"
    assert made["author"] == {"@type": "Organization", "name": "CO-PI"}
    assert (made["inLanguage"], made["identifier"]) == ("da", EDITION.guid)


def test_a_series_is_the_same_as_elsewhere() -> None:
    listed = Website(listen=(Platform(title="Et sted", url="https://a.example/1"),))
    show = replace(SHOW, link="https://co-pi.dk/", site=listed)
    made = series(replace(EDITION, show=show))
    assert made["sameAs"] == ["https://co-pi.dk/", "https://a.example/1"]
    assert series(replace(EDITION, show=replace(SHOW, link=f"{BASE}index.html"))).get("sameAs") is None


def test_who_is_heard_is_told_where_they_are_named() -> None:
    assert "actor" not in series(EDITION)
    made = series_with_voices(EDITION)
    assert series(EDITION).items() <= made.items()
    assert made["actor"] == {
        "@type": "Person",
        "name": "Åse Ørsted",
        "url": f"{BASE}people.html#aase-oersted",
        "sameAs": "https://example.dk/åse",
    }


def test_a_show_of_few_words_is_a_series_too() -> None:
    bare = replace(SHOW, cover=None, author=None, persons=(), copyright=None)
    assert set(series(replace(EDITION, show=bare))) == {
        "@type",
        "@id",
        "name",
        "url",
        "webFeed",
        "description",
        "inLanguage",
        "identifier",
    }


def test_what_is_part_of_it_names_the_same_series() -> None:
    assert part_of(EDITION).items() <= series(EDITION).items()


def test_the_site_can_be_searched() -> None:
    action = site(EDITION)["potentialAction"]
    assert action == {
        "@type": "SearchAction",
        "target": {"@type": "EntryPoint", "urlTemplate": f"{BASE}search.html?q={{q}}"},
        "query-input": "required name=q",
    }
