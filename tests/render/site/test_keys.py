"""keys: no two things stand in one place, and every page that is named is made."""

from __future__ import annotations

from dataclasses import replace

from publisher.model import Topic
from publisher.render import render
from publisher.render.site import keys
from publisher.render.site.keys import embed_key, oembed_key, topic_page
from tests.render.sample import EDITION, FULL, SHOW

MOD = Topic(tag="mod", slug="mod")


def test_what_is_named_is_made() -> None:
    named = {value for name, value in vars(keys).items() if name.isupper()}
    made = {one.key for one in render(replace(EDITION, show=replace(SHOW, topics=(MOD,))))}
    assert len(named) == 8
    assert named | {embed_key(FULL), oembed_key(FULL), topic_page(MOD)} <= made


def test_no_index_is_left_to_the_host() -> None:
    assert (embed_key(FULL), oembed_key(FULL), topic_page(MOD)) == (
        "episodes/mod-til-at-lede/embed.html",
        "episodes/mod-til-at-lede/oembed.json",
        "tags/mod.html",
    )
