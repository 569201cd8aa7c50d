"""The podcast namespace: Podcasting 2.0, github.com/Podcastindex-org/podcast-namespace (PN-*).

What a tag may say stands in the table of `publisher.model.podcasting`; here is only what needs an address.
"""

from __future__ import annotations

from collections.abc import Iterator
from email.utils import format_datetime

from publisher.model import Edition, Element, Episode, Published
from publisher.model.foreign import NAMESPACES, declared
from publisher.model.podcasting import elements
from publisher.model.podcasting.elements import made
from publisher.model.podcasting.lawful import lawful
from publisher.render.namespaces import Namespace
from publisher.render.spoken import transcripts
from publisher.render.stream.keys import chapters_key
from publisher.render.stream.once import once


class Podcast(Namespace):
    """What apps of the open podcast world read of a show and an episode."""

    prefix = "podcast"
    uri = NAMESPACES["podcast"]

    def channel(self, edition: Edition) -> None:
        """Say what `edition` says of its show."""
        self.add("guid", edition.guid)
        said = (*elements.channel(edition.show), *_trailers(edition))
        prefixes = NAMESPACES | declared(edition.show.namespaces)
        for element in lawful(said, "channel"):
            self.put(element, prefixes)

    def item(self, edition: Edition, item: Published[Episode]) -> None:
        """Say what `item` says of its episode, in whose persons the hosts are repeated (PN-015)."""
        own = elements.item(edition.show, item.entry)
        said = elements.with_hosts(own, _of_channel(edition))
        for element in lawful((*said, *_transcripts(edition, item), *_chapters(edition, item)), "item"):
            self.put(element)


@once
def _of_channel(edition: Edition) -> tuple[Element, ...]:
    return elements.channel(edition.show)


def _trailers(edition: Edition) -> Iterator[Element]:
    """Make trailers of the show and its seasons of the episodes that are such (APPLE-075)."""
    for item in edition.episodes:
        if item.enclosure and item.entry.type == "trailer" and item.entry.episode is None:
            yield made(
                "trailer",
                item.entry.title,
                url=edition.media_url(item.enclosure),
                pubdate=format_datetime(item.published),
                length=str(item.enclosure.length),
                type=item.enclosure.type,
                season=str(item.entry.season) if item.entry.season is not None else None,
            )


def _transcripts(edition: Edition, item: Published[Episode]) -> Iterator[Element]:
    for spoken in transcripts(edition, item):
        rel = "captions" if spoken.is_captions else None
        url = edition.url(spoken.key)
        yield made("transcript", url=url, type=spoken.type, language=spoken.language, rel=rel)


def _chapters(edition: Edition, item: Published[Episode]) -> Iterator[Element]:
    if item.entry.chapters:
        yield made("chapters", url=edition.url(chapters_key(item)), type="application/json+chapters")
