"""art/* and assets/*: pictures, their smaller sizes, and what texts and the theme show, byte for byte."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Artifact, Asset, Edition, Episode
from publisher.render.stream import stream


def render(edition: Edition) -> Iterator[Artifact]:
    """Pass on every asset, once however often it is used."""
    for asset in {asset.key: asset for asset in _assets(edition)}.values():
        yield Artifact(
            key=asset.key, type=asset.type, size=asset.size, sha256=asset.sha256, body=asset.content
        )


def _assets(edition: Edition) -> Iterator[Asset]:
    if edition.show.cover:
        yield edition.show.cover
    yield from edition.show.assets
    yield from edition.show.site.assets
    yield from edition.theme.files
    for item in stream(edition):
        if item.entry.image:
            yield item.entry.image
        yield from item.entry.assets
        if isinstance(item.entry, Episode):
            yield from (chapter.art for chapter in item.entry.chapters if chapter.art)
    for _, sizes in edition.renditions:
        yield from (size.asset for size in sizes)
    yield from (picture for _, picture in edition.social)
    yield from edition.icons
