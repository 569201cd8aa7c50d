"""oembed.json: what oembed.com asks of an answer of type rich."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

from publisher.model import Edition, Picture
from publisher.render import oembed, render
from tests.render.made import artifacts

from .outline import Outline
from .sample import BARE, EDITION, FULL, SHOW, asset

KEY = "episodes/mod-til-at-lede/oembed.json"
BASE = "https://example.dk/podcast/"


def answer(edition: Edition) -> dict[str, Any]:
    (body,) = (made.body for made in artifacts(oembed.render(edition)) if made.key == KEY)
    assert isinstance(body, bytes)
    said: dict[str, Any] = json.loads(body)
    return said


def test_the_answer_has_what_its_type_needs() -> None:
    """§2.3.4.4: html, width and height."""
    said = answer(EDITION)
    assert (said["version"], said["type"]) == ("1.0", "rich")
    assert (said["title"], said["author_name"]) == (FULL.entry.title, "CO-PI")
    assert (said["provider_name"], said["provider_url"]) == ("Mod & Mandat", f"{BASE}index.html")
    (frame,) = Outline(said["html"].encode()).all("iframe")
    assert frame["src"] == f"{BASE}episodes/mod-til-at-lede/embed.html"
    assert frame["title"] == f"{FULL.entry.title} · Mod & Mandat"
    assert (frame["width"], frame["height"]) == (str(said["width"]), str(said["height"]))


def test_what_it_frames_is_published() -> None:
    keys = {made.key for made in render(EDITION)}
    for made in artifacts(oembed.render(EDITION)):
        assert made.type == "application/json"
        assert made.key.replace("oembed.json", "embed.html") in keys


def test_a_picture_is_named_with_its_sides_or_not_at_all() -> None:
    """§2.3.4.2."""
    assert "thumbnail_url" not in answer(EDITION)
    card = replace(asset("art/mod.jpg"), picture=Picture(width=1200, height=675, colours="RGB"))
    said = answer(replace(EDITION, social=(("art/mod-bbbbbbbbbbbb.png", card),)))
    assert said["thumbnail_url"] == f"{BASE}art/mod.jpg"
    assert (said["thumbnail_width"], said["thumbnail_height"]) == (1200, 675)


def test_an_episode_without_sound_has_no_player() -> None:
    assert list(artifacts(oembed.render(replace(EDITION, episodes=(replace(BARE, enclosure=None),))))) == []


def test_nobody_is_named_who_is_not_told() -> None:
    assert "author_name" not in answer(replace(EDITION, show=replace(SHOW, author=None)))


def test_a_hostile_title_stays_in_its_attribute() -> None:
    nasty = "\"></iframe><script>alert(1)</script>'"
    item = replace(FULL, entry=replace(FULL.entry, title=nasty))
    outline = Outline(answer(replace(EDITION, episodes=(item,)))["html"].encode())
    assert [tag for tag, _ in outline.tags] == ["iframe"]
    assert str(outline.tags[0][1]["title"]).startswith(nasty)
