"""Art and assets are passed on, each once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from publisher.model import Edition, Rendition, Theme, Website
from publisher.render.assets import render

from .sample import asset


def test_every_asset_is_there_once(edition: Edition) -> None:
    """The cover is also beside the notes of an episode; a chapter may have art of its own."""
    assert [(artifact.key, artifact.body) for artifact in render(edition)] == [
        ("art/cover-aaaaaaaaaaaa.png", Path("/show/art/cover-aaaaaaaaaaaa.png")),
        ("art/mod-bbbbbbbbbbbb.png", Path("/show/art/mod-bbbbbbbbbbbb.png")),
        ("assets/slides-dddddddddddd.pdf", Path("/show/assets/slides-dddddddddddd.pdf")),
        ("art/udsigt-eeeeeeeeeeee.jpg", Path("/show/art/udsigt-eeeeeeeeeeee.jpg")),
    ]


def test_what_was_made_of_them_is_there_too(edition: Edition) -> None:
    """As files of the cache, or as bytes where it could keep nothing."""
    names = ("size.webp", "bare.webp", "card.jpg", "icon.png", "font.woff2", "rules.pdf")
    size, bare, card, icon, font, rules = map(asset, names)
    bare = replace(bare, body=b"webp")
    cover = "art/cover-aaaaaaaaaaaa.png"
    full = replace(
        edition,
        show=replace(edition.show, site=Website(assets=(rules,))),
        renditions=((cover, tuple(Rendition(width=9, height=9, asset=one) for one in (size, bare))),),
        social=((cover, card),),
        icons=(icon,),
        theme=Theme(files=(font,)),
    )
    before = {artifact.key for artifact in render(edition)}
    made = {one.key: one.body for one in render(full) if one.key not in before}
    assert made == {name: Path(f"/show/{name}") for name in names} | {"bare.webp": b"webp"}
