"""The itunes namespace: Apple, A Podcaster's Guide to RSS (APPLE-020…076)."""

from __future__ import annotations

from datetime import timedelta

from publisher.model import Asset, Edition, Episode, Person, Published
from publisher.model.foreign import NAMESPACES
from publisher.render.namespaces import Namespace


class Itunes(Namespace):
    """What Apple reads of a show and an episode."""

    prefix = "itunes"
    uri = NAMESPACES["itunes"]

    def channel(self, edition: Edition) -> None:
        """Say what `edition` says of its show."""
        show = edition.show
        self.add("title", show.title)
        if show.author:
            self.add("author", show.author)
        self.add("type", show.type)
        self.add("explicit", _truth(show.explicit))
        self._image(edition, show.cover)
        if show.owner:
            self._owner(show.owner)
        for category in show.categories:
            self._category(category)
        self._yes("block", show.block)
        self._yes("complete", show.complete)
        if show.new_feed_url:
            self.add("new-feed-url", show.new_feed_url)

    def item(self, edition: Edition, item: Published[Episode]) -> None:
        """Say what `item` says of its episode."""
        episode = item.entry
        self.add("title", episode.title)
        if item.enclosure and item.enclosure.duration:
            self.add("duration", _seconds(item.enclosure.duration))
        if episode.season is not None:
            self.add("season", str(episode.season))
        if episode.episode is not None:
            self.add("episode", str(episode.episode))
        self.add("episodeType", episode.type)
        if episode.explicit is not None:
            self.add("explicit", _truth(episode.explicit))
        self._image(edition, episode.image)
        self._yes("block", episode.block)

    def _yes(self, name: str, value: bool) -> None:
        """Say Yes, which alone has an effect (APPLE-037)."""
        if value:
            self.add(name, "Yes")

    def _image(self, edition: Edition, image: Asset | None) -> None:
        if image:
            self.add("image", href=edition.url(image.key))

    def _owner(self, owner: Person) -> None:
        tag = self.add("owner")
        self.add("name", owner.name, parent=tag)
        if owner.email:
            self.add("email", owner.email, parent=tag)

    def _category(self, written: str) -> None:
        """Nest a category written "Business > Management" (APPLE-028)."""
        parent = None
        for name in written.split(">"):
            parent = self.add("category", parent=parent, text=name.strip())


def _truth(value: bool) -> str:
    return "true" if value else "false"


def _seconds(duration: timedelta) -> str:
    return str(max(1, round(duration.total_seconds())))
