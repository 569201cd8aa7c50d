"""publisher.render.namespaces.spotify: there only if Spotify is told something."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model import Edition, Spotify
from publisher.render.namespaces.spotify import Spotify as Namespace

from ..sample import SHOW
from ..xml import attributes, texts
from .conftest import Built


def test_limit_and_home_markets_are_said(edition: Edition, item: Built) -> None:
    """SPOT-009: codes in lower case between blanks; what is no country is left out."""
    spotify = Namespace()
    told = Spotify(limit=10, countries=("DK", "se", "uk"))
    spotify.channel(replace(edition, show=replace(SHOW, spotify=told)))
    tags = item(spotify)
    assert attributes(tags, "spotify:limit") == [{"recentCount": "10"}]
    assert texts(tags, "spotify:countryOfOrigin") == ["dk se"]


@pytest.mark.parametrize(
    ("told", "declared"), [(Spotify(), {}), (Spotify(limit=1), {"spotify": Namespace.uri})]
)
def test_the_namespace_is_declared_where_it_is_used(
    edition: Edition, told: Spotify, declared: dict[str, str]
) -> None:
    spotify = Namespace()
    spotify.channel(replace(edition, show=replace(SHOW, spotify=told)))
    assert spotify.extend_ns() == declared
