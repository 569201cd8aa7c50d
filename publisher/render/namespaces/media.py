"""The media namespace: a picture for an item (Media RSS 1.5.1, rssboard.org/media-rss).

`media:thumbnail` alone: readers show it, while `media:content` would be a second enclosure to
podcast apps.
"""

from __future__ import annotations

from publisher.model import Edition, Entry, Published
from publisher.render.namespaces import Namespace


class Media(Namespace):
    """What an item looks like, in RSS and in Atom."""

    prefix = "media"
    uri = "http://search.yahoo.com/mrss/"

    def item(self, edition: Edition, item: Published[Entry]) -> None:
        """Show the image of `item`, with its size in pixels where that is known."""
        image = item.entry.image
        if image:
            size = image.picture
            width, height = (str(size.width), str(size.height)) if size else (None, None)
            self.add("thumbnail", url=edition.url(image.key), width=width, height=height)
