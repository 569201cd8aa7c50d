"""publisher.render.namespaces.media: a picture for an item."""

from __future__ import annotations

from dataclasses import replace

from lxml import etree

from publisher.model import Edition, Picture
from publisher.render.namespaces.media import Media

from ..sample import BARE, FULL, asset
from ..xml import attributes, find

URL = "https://example.dk/podcast/art/mod-bbbbbbbbbbbb.png"


def test_the_image_of_an_item_is_its_thumbnail(edition: Edition) -> None:
    """In RSS and in Atom alike, with its size where somebody has looked."""
    sized = replace(asset("art/mod-bbbbbbbbbbbb.png"), picture=Picture(width=1400, height=700, colours="RGB"))
    rss, atom = Media(), Media()
    rss.item(edition, FULL)
    atom.item(edition, replace(FULL, entry=replace(FULL.entry, image=sized)))
    item, entry = etree.Element("item"), etree.Element("entry")
    rss.extend_rss(item)
    atom.extend_atom(entry)
    assert attributes(item, "media:thumbnail") == [{"url": URL}]
    assert attributes(entry, "media:thumbnail") == [{"url": URL, "width": "1400", "height": "700"}]


def test_an_item_without_an_image_has_no_thumbnail(edition: Edition) -> None:
    """The show's cover is the channel's."""
    media, item = Media(), etree.Element("item")
    media.item(edition, BARE)
    media.extend_rss(item)
    assert find(item, "*") == []
