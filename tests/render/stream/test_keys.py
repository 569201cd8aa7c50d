"""publisher.render.stream.keys: where things stand, by the contract in design.md §4."""

from __future__ import annotations

from dataclasses import replace

from publisher.model import Edition, Topic
from publisher.render.stream.keys import calendar_key, chapters_key, home, page, topic_key, transcript_key

from ..sample import ARTICLE, CAFE, FULL, SHOW


def test_keys_are_those_of_the_contract() -> None:
    """They follow the published slug, never the one an entry asks for now."""
    renamed = replace(FULL, entry=replace(FULL.entry, slug="andet-navn"))
    assert page(renamed) == "episodes/mod-til-at-lede.html"
    assert [page(CAFE), page(ARTICLE)] == ["events/innovationscafe.html", "articles/hvad-vi-laerte.html"]
    assert chapters_key(FULL) == "episodes/mod-til-at-lede/chapters.json"
    assert topic_key(Topic(tag="Mod", slug="mod")) == "tags/mod.xml"
    assert calendar_key(CAFE) == "events/innovationscafe.ics"
    assert transcript_key(FULL, "vtt", None) == "episodes/mod-til-at-lede/transcript.vtt"
    assert transcript_key(FULL, "srt", "en-gb") == "episodes/mod-til-at-lede/transcript.en-gb.srt"


def test_home_is_the_shows_own_site_else_our_index(edition: Edition) -> None:
    """The index is spelled out."""
    assert home(edition) == "https://example.dk/podcast/index.html"
    assert home(replace(edition, show=replace(SHOW, link="https://co-pi.dk/"))) == "https://co-pi.dk/"
