"""The spotify namespace: Podcast Delivery Specification 1.6 (SPOT-009)."""

from __future__ import annotations

from publisher.model import Edition
from publisher.model.foreign import NAMESPACES
from publisher.model.podcasting.taxonomy import COUNTRIES
from publisher.render.namespaces import Namespace


class Spotify(Namespace):
    """What Spotify alone reads of a show; the namespace is there only if something is."""

    prefix = "spotify"
    uri = NAMESPACES["spotify"]

    def channel(self, edition: Edition) -> None:
        """Say how many episodes Spotify shows, and the home markets of `edition`."""
        spotify = edition.show.spotify
        if spotify.limit is not None:
            self.add("limit", recentCount=str(spotify.limit))
        countries = [country.lower() for country in spotify.countries if country.upper() in COUNTRIES]
        if countries:
            self.add("countryOfOrigin", " ".join(countries))

    def extend_ns(self) -> dict[str, str]:
        """Declare the namespace where it is used. feedgen calls this."""
        return super().extend_ns() if self.tags else {}
