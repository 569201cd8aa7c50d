"""The dc namespace: Dublin Core in RSS (RSS-012: names without an e-mail address)."""

from __future__ import annotations

from publisher.model import Edition, Entry, Published
from publisher.render.namespaces import Namespace
from publisher.render.stream import authors


class Dc(Namespace):
    """Who made an item."""

    prefix = "dc"
    uri = "http://purl.org/dc/elements/1.1/"

    def item(self, edition: Edition, item: Published[Entry]) -> None:
        """Name the makers of `item`, else the author of the show."""
        names = [person.name for person in authors(item)]
        for name in names or filter(None, [edition.show.author]):
            self.add("creator", name)
