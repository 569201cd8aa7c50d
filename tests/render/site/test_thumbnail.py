"""thumbnail: what a link shows elsewhere."""

from __future__ import annotations

from dataclasses import replace

from publisher.render.site.thumbnail import thumbnail
from tests.render.sample import BARE, EDITION, FULL, SHOW, asset

CARD = asset("art/mod-1200w-ffffffffffff.jpg", "image/jpeg")


def test_an_entry_has_its_own_picture_else_the_cover() -> None:
    assert thumbnail(EDITION, FULL) == FULL.entry.image
    assert thumbnail(EDITION, BARE) == thumbnail(EDITION, None) == SHOW.cover


def test_the_picture_made_for_links_is_shown_if_there_is_one() -> None:
    assert thumbnail(replace(EDITION, social=(("art/mod-bbbbbbbbbbbb.png", CARD),)), FULL) == CARD


def test_without_any_picture_there_is_none() -> None:
    assert thumbnail(replace(EDITION, show=replace(SHOW, cover=None)), BARE) is None
