"""What Spotify alone reads (SPOT-009)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Problem, Rule, Severity, Site
from publisher.model.podcasting.taxonomy import COUNTRIES
from publisher.model.source import SPOTIFY_DELIVERY

COUNTRY = Rule("SPOT-009", Severity.WARNING, "Home markets are countries, by ISO 3166-1", SPOTIFY_DELIVERY)


def has_countries(site: Site) -> Iterator[Problem]:
    """SPOT-009."""
    for number, country in enumerate(site.show.spotify.countries):
        if country.upper() not in COUNTRIES:
            place = site.show.origin.at(f"spotify.countries.{number}", "spotify.countries", "spotify")
            message = f"spotify.countries names {country[:60]!r}, which is no country's two letters"
            yield COUNTRY.at(place, message, 'write such as "dk"; Great Britain is "gb"')
