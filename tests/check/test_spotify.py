"""publisher.check.spotify: home markets are countries."""

from __future__ import annotations

from publisher.check.spotify import has_countries
from publisher.model import Show, Site, Spotify


def test_what_is_no_country_is_told() -> None:
    """SPOT-009: Great Britain is gb."""
    site = Site(show=Show(spotify=Spotify(countries=("dk", "GB", "uk", "Danmark"))))
    assert [problem.message.split()[2] for problem in has_countries(site)] == ["'uk',", "'Danmark',"]
