"""The podcast namespace: Podcasting 2.0, github.com/Podcastindex-org/podcast-namespace (PN-010…028)."""

from __future__ import annotations

from publisher.model import Edition, Episode, Person, Published, Show
from publisher.render.namespaces import Namespace
from publisher.render.stream.keys import chapters_key, transcript_key


class Podcast(Namespace):
    """What apps of the open podcast world read of a show and an episode."""

    prefix = "podcast"
    uri = "https://podcastindex.org/namespace/1.0"

    def channel(self, edition: Edition) -> None:
        """Say what `edition` says of its show."""
        show = edition.show
        self.add("guid", edition.guid)
        self.add("medium", "podcast")
        self._locked(show)
        for funding in show.funding:
            self.add("funding", funding.title, url=funding.url)
        self._persons(show.persons)
        self._license(show.license)

    def item(self, edition: Edition, item: Published[Episode]) -> None:
        """Say what `item` says of its episode."""
        episode = item.entry
        if episode.season is not None:
            self.add("season", str(episode.season))
        if episode.episode is not None:
            self.add("episode", str(episode.episode))
        if episode.persons:
            # An item's persons replace the channel's (PN-015), so the hosts come along.
            self._persons(tuple(dict.fromkeys((*edition.show.persons, *episode.persons))))
        self._license(episode.license)
        self._transcript(edition, item)
        if episode.chapters:
            self.add("chapters", url=edition.url(chapters_key(item)), type="application/json+chapters")

    def _locked(self, show: Show) -> None:
        if show.locked is not None:
            owner = show.owner.email if show.owner else None
            self.add("locked", "yes" if show.locked else "no", owner=owner)

    def _persons(self, persons: tuple[Person, ...]) -> None:
        for person in persons:
            self.add("person", person.name, role=person.role, group=person.group, href=person.href)

    def _license(self, license: str | None) -> None:
        if license:
            # Identifiers are lower case, and never hold a space (§9, contradiction 3).
            self.add("license", license if " " in license else license.lower())

    def _transcript(self, edition: Edition, item: Published[Episode]) -> None:
        transcript = item.entry.transcript
        if transcript:
            language = transcript.language or edition.show.language or None
            url = edition.url(transcript_key(item, transcript))
            self.add("transcript", url=url, type=transcript.type, language=language)
