"""head: the address of a page, its feeds and icons, and how a link to it looks elsewhere."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from publisher.model import Edition, Look, Picture, Topic
from publisher.render.site.document import document
from publisher.render.site.frame import Frame
from publisher.render.site.head import Head, head, locale
from tests.render.outline import Outline
from tests.render.sample import ARTICLE, BARE, CAFE, EDITION, FULL, SHOW, asset

BASE = "https://example.dk/podcast/"
NASTY = '"><script>alert(1)</script>'


def made(edition: Edition = EDITION, key: str = "index.html", **words: Any) -> Head:
    """The head of a page."""
    given = {"title": "Titel", "description": "Om", "section": None, "item": None, "is_listed": True} | words
    return head(Frame(edition), key, **given)


def of(item: Any, edition: Edition = EDITION, **words: Any) -> Head:
    """The head of the page of `item`."""
    key = f"{item.entry.kind}s/{item.slug}.html"
    return made(edition, key, title=item.entry.title, item=item, **words)


def links(of: Head, rel: str) -> list[tuple[str, str | None]]:
    return [(link.href.removeprefix(BASE), link.type) for link in of.links if link.rel == rel]


def pictured(name: str, width: int, height: int, type: str = "image/png") -> Any:
    return replace(asset(name, type), picture=Picture(width=width, height=height, colours="RGB"))


def test_every_page_leads_to_every_feed_under_another_title() -> None:
    """DISC-001."""
    found = made()
    assert links(found, "alternate") == [
        ("podcast.xml", "application/rss+xml"),
        ("feed.xml", "application/rss+xml"),
        ("feed.atom", "application/atom+xml"),
        ("feed.json", "application/feed+json"),
        ("events.xml", "application/rss+xml"),
        ("events.ics", "text/calendar"),
    ]
    titles = [link.title for link in found.links if link.rel == "alternate"]
    assert titles[0] == "Mod & Mandat: Podcast"
    assert len(set(titles)) == len(titles)


def test_a_topic_leads_to_its_own_feed_first() -> None:
    topics = (Topic(tag="mod", slug="mod"), Topic(tag="andet", slug="andet"))
    edition = replace(EDITION, show=replace(SHOW, topics=topics))
    found = links(made(edition, "tags/mod.html"), "alternate")
    assert found[:2] == [("tags/mod.xml", "application/rss+xml"), ("podcast.xml", "application/rss+xml")]
    assert ("tags/andet.xml", "application/rss+xml") not in found


def test_an_event_leads_to_its_own_calendar() -> None:
    assert links(of(CAFE), "alternate")[-1] == ("events/innovationscafe.ics", "text/calendar")


def test_an_episode_leads_to_its_player_for_others() -> None:
    """oembed.com §4."""
    last = of(FULL).links[-1]
    assert last.type == "application/json+oembed"
    assert last.href == f"{BASE}episodes/mod-til-at-lede/oembed.json"
    assert last.title == FULL.entry.title
    silent = of(replace(FULL, enclosure=None))
    assert "application/json+oembed" not in [link.type for link in silent.links]


@pytest.mark.parametrize(
    "head", [made(is_listed=False), of(FULL, is_listed=False), of(replace(FULL, unseen="draft"))]
)
def test_what_is_not_for_search_engines_tells_them_nothing(head: Head) -> None:
    assert not head.is_indexed
    assert head.data is None
    assert links(head, "canonical") == []
    assert not {"og:audio", "article:published_time"} & set(dict(head.properties))
    assert "application/json+oembed" not in [link.type for link in head.links]


def test_a_page_names_its_one_address() -> None:
    assert links(made(key="about.html"), "canonical") == [("about.html", None)]
    assert dict(made(key="about.html").properties)["og:url"] == f"{BASE}about.html"


def test_the_icons_of_the_cover_are_named_with_their_sides() -> None:
    icons = (pictured("art/cover-32w-a.png", 32, 32), pictured("art/cover-180w-a.png", 180, 180))
    found = made(replace(EDITION, icons=icons, favicon=asset("favicon.ico", "image/x-icon")))
    shown = [
        (link.rel, link.href.removeprefix(BASE), link.sizes) for link in found.links if "icon" in link.rel
    ]
    assert shown == [
        ("icon", "favicon.ico", "32x32"),
        ("icon", "art/cover-32w-a.png", "32x32"),
        ("apple-touch-icon", "art/cover-180w-a.png", "180x180"),
    ]


def test_a_link_shows_title_words_and_picture() -> None:
    """ogp.me."""
    found = dict(of(FULL, description="ø" * 400).properties)
    assert found["og:type"] == "article"
    assert found["og:title"] == FULL.entry.title
    assert len(found["og:description"].encode()) <= 300
    assert (found["og:site_name"], found["og:locale"]) == ("Mod & Mandat", "da_DK")
    assert found["og:image"] == f"{BASE}art/mod-bbbbbbbbbbbb.png"
    assert found["og:image:alt"] == FULL.entry.title
    assert (found["og:audio"], found["og:audio:type"]) == (
        f"{BASE}media/mod-til-at-lede-cccccccccccc.mp3",
        "audio/mpeg",
    )
    assert found["article:published_time"] == "2023-04-14T08:00:00+02:00"
    assert [value for name, value in of(FULL).properties if name == "article:tag"] == list(FULL.entry.tags)


def test_an_entry_without_a_picture_shows_the_cover() -> None:
    found = dict(of(BARE).properties)
    assert found["og:image"] == f"{BASE}art/cover-aaaaaaaaaaaa.png"
    assert found["og:image:alt"] == "Mod & Mandat"
    bare = replace(EDITION, show=replace(SHOW, cover=None))
    assert not [name for name in dict(of(BARE, bare).properties) if name.startswith("og:image")]


def test_a_wide_picture_is_shown_large() -> None:
    wide, square = (
        pictured("art/a.jpg", 1200, 630, "image/jpeg"),
        pictured("art/b.jpg", 1200, 1200, "image/jpeg"),
    )
    for card, shown in (("summary_large_image", wide), ("summary", square)):
        found = of(FULL, replace(EDITION, social=(("art/mod-bbbbbbbbbbbb.png", shown),)))
        assert found.card == card
        assert dict(found.properties)["og:image:width"] == "1200"
    assert of(FULL).card == "summary"


def test_an_article_changed_when_its_writer_says_so() -> None:
    assert dict(of(ARTICLE).properties)["article:modified_time"] == "2023-04-21T12:00:00+02:00"


@pytest.mark.parametrize(
    ("language", "said"),
    [("da", "da_DK"), ("en", "en_US"), ("en-GB", "en_GB"), ("zh-Hant", "zh_TW"), ("tlh", "en_US")],
)
def test_networks_are_told_a_language_and_a_country(language: str, said: str) -> None:
    assert locale(Frame(replace(EDITION, show=replace(SHOW, language=language)))) == said


def test_the_way_to_a_page_leads_over_its_section() -> None:
    found = of(CAFE, section="events/index.html").data
    assert found
    way = found["@graph"][1]["itemListElement"]  # type: ignore[index]
    assert [step["name"] for step in way] == ["Mod & Mandat", "Arrangementer", CAFE.entry.title]


def test_what_people_write_stays_in_its_attribute() -> None:
    item = replace(FULL, entry=replace(FULL.entry, title=NASTY, excerpt=NASTY, tags=(NASTY,)))
    page = document(Frame(EDITION), "episodes/x.html", "missing", title=NASTY, description=NASTY, item=item)
    assert isinstance(page.body, bytes)
    outline = Outline(page.body)
    (title,) = outline.all("meta", property="og:title")
    (tag,) = outline.all("meta", property="article:tag")
    assert title["content"] == tag["content"] == NASTY
    assert b"<script>" not in page.body


def test_the_browser_is_coloured_as_the_page_is() -> None:
    look = Look(wash="#eeeeee", wash_dark="#111111")
    frame = Frame(replace(EDITION, look=look))
    page = document(frame, "404.html", "missing", title="Væk", is_listed=False)
    assert isinstance(page.body, bytes)
    outline = Outline(page.body)
    assert [(own["content"], own["media"]) for own in outline.all("meta", name="theme-color")] == [
        ("#eeeeee", "(prefers-color-scheme: light)"),
        ("#111111", "(prefers-color-scheme: dark)"),
    ]
    assert outline.all("meta", name="robots") == [{"name": "robots", "content": "noindex"}]
    assert outline.all("script", type="application/ld+json") == []
