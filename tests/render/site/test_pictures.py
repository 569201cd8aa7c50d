"""pictures: in the sizes there are, and as they are where there are none."""

from __future__ import annotations

from dataclasses import replace

from publisher.model import Picture, Rendition
from publisher.render.site.pictures import Gallery, Image
from tests.render.sample import EDITION, asset

BASE = "https://example.dk/podcast/"
ART = replace(asset("art/a.png"), picture=Picture(width=3000, height=2000, colours="RGB"))


def test_a_picture_without_sizes_is_itself_with_its_sides() -> None:
    assert Gallery(EDITION).image(ART) == Image(src=f"{BASE}art/a.png", width=3000, height=2000)


def test_a_picture_in_sizes_offers_each_and_falls_back_on_the_largest() -> None:
    """A phone that knows no srcset is better off with ours than with three thousand pixels."""
    sizes = tuple(
        Rendition(width=wide, height=wide * 2 // 3, asset=asset(f"art/a-{wide}w.webp", "image/webp"))
        for wide in (300, 600)
    )
    shown = Gallery(replace(EDITION, renditions=((ART.key, sizes),))).image(ART)
    assert shown == Image(
        src=f"{BASE}art/a-600w.webp",
        srcset=f"{BASE}art/a-300w.webp 300w, {BASE}art/a-600w.webp 600w",
        width=600,
        height=400,
    )


def test_no_picture_is_none() -> None:
    assert Gallery(EDITION).image(None) is None
