"""Seasons, numbers and kinds of episodes (standards: APPLE-035, 073 to 075, PSP-022)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check import is_told, waiting_episodes
from publisher.model import Episode, Problem, Rule, Severity, Site
from publisher.model.source import GUIDE

NUMBERED = Rule("APPLE-035", Severity.ERROR, "Every full episode of a serial show has a number", GUIDE)
TRAILERS = Rule("APPLE-075", Severity.WARNING, "A show, and each season, has one trailer", GUIDE)
OWN = Rule("NUMBER-001", Severity.WARNING, "Every full episode of a season has a number of its own")


def has_numbers_in_a_serial(site: Site) -> Iterator[Problem]:
    """APPLE-035: apps play a serial in the order of its numbers."""
    for episode in waiting_episodes(site) if site.show.type == "serial" else ():
        if (
            episode.type == "full"
            and episode.episode is None
            and not is_told(site, episode.origin, "episode")
        ):
            message = "the show is serial, and this episode has no number: apps cannot tell when it comes"
            fix = "write `episode: …`, or `type: bonus` if it stands outside of the story"
            yield NUMBERED.at(episode.origin.at("episode"), message, fix)


def has_a_number_of_its_own(site: Site) -> Iterator[Problem]:
    """NUMBER-001; a trailer or bonus has the number of the episode it belongs to."""
    numbered: dict[tuple[int | None, int], Episode] = {}
    for episode in waiting_episodes(site):
        if episode.type != "full" or episode.episode is None:
            continue
        other = numbered.setdefault((episode.season, episode.episode), episode)
        if other is not episode:
            season = f" of season {episode.season}" if episode.season else ""
            message = f"{other.path} is episode {episode.episode}{season} too: apps mix the two up"
            yield OWN.at(episode.origin.at("episode"), message, "give it the number that comes next")


def has_one_trailer(site: Site) -> Iterator[Problem]:
    """APPLE-075: without a season it is the show's, with one the season's; Apple shows the newest alone."""
    trailers: dict[tuple[int | None, int | None], Episode] = {}
    for episode in waiting_episodes(site):
        if episode.type != "trailer":
            continue
        other = trailers.setdefault((episode.season, episode.episode), episode)
        if other is not episode:
            whose = f"season {episode.season}" if episode.season else "the show"
            whose = f"episode {episode.episode}" if episode.episode else whose
            message = f"{other.path} is a trailer of {whose} too; Apple Podcasts shows only the newer"
            fix = "write the `season: …` it is about, or `type: bonus`"
            yield TRAILERS.at(episode.origin.at("type"), message, fix)
