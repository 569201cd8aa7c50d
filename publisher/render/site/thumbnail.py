"""The picture that a link to a page shows elsewhere (ogp.me, oembed.com): the entry's own, else the cover."""

from __future__ import annotations

from collections.abc import Mapping

from publisher.model import Asset, Edition, Entry, Published
from publisher.render.stream.once import once


def thumbnail(edition: Edition, item: Published[Entry] | None) -> Asset | None:
    """Find it in the size made for it, if one was made."""
    picture = (item and item.entry.image) or edition.show.cover
    return _made(edition).get(picture.key, picture) if picture else None


@once
def _made(edition: Edition) -> Mapping[str, Asset]:
    return dict(edition.social)
