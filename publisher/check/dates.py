"""When episodes appear (standards: APPLE-068). A date to come is fine: it waits."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from publisher.check import waiting_episodes
from publisher.model import Episode, Problem, Rule, Severity, Site
from publisher.model.source import GUIDE

EXPIRES = Rule("EXP-001", Severity.ERROR, "An episode expires after it appears", "docs/writing.md")
APART = Rule("APPLE-068", Severity.WARNING, "No two episodes appear at the same moment", GUIDE)


def appears_before_it_expires(site: Site) -> Iterator[Problem]:
    """EXP-001."""
    for episode in waiting_episodes(site):
        if episode.expires and episode.date and episode.expires <= episode.date:
            message = "it expires before it appears, so nobody will ever hear it"
            yield EXPIRES.at(
                episode.origin.at("expires"), message, "write a later moment, or remove the line"
            )


def appears_alone(site: Site) -> Iterator[Problem]:
    """APPLE-068."""
    dated: dict[datetime, Episode] = {}
    for episode in waiting_episodes(site):
        if episode.date is None or episode.expires:
            continue
        other = dated.setdefault(episode.date, episode)
        if other is not episode:
            message = f"it appears at the same moment as {other.path}, so apps show them in any order"
            later = episode.date + timedelta(minutes=1)
            fix = f"write `date: {later:%Y-%m-%d %H:%M}`, or whenever it shall come"
            yield APART.at(episode.origin.at("date"), message, fix)
