"""Media that somebody else hosts, as they are described (standards: APPLE-010, 062 to 065, 070, RSS-004).

Nothing of it is fetched: only what is written can be judged.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from publisher.check import line, shown, waiting_episodes
from publisher.check.audio import FORMAT, TYPES
from publisher.check.show import HTTPS
from publisher.model import Elsewhere, Episode, Problem, Rule, Severity, Site
from publisher.model.source import GUIDE, REQUIREMENTS, RSS

EXTENSION = Rule("APPLE-062", Severity.ERROR, "The address of a recording ends in its extension", GUIDE)
TYPE = Rule("APPLE-063", Severity.ERROR, "A recording's type is that of its extension", GUIDE)
MEDIA_TYPE = Rule("RSS-004", Severity.ERROR, "A recording's type is a media type", RSS)
OWN = Rule("APPLE-065", Severity.ERROR, "An address of a recording belongs to one episode", REQUIREMENTS)
DURATION = Rule("APPLE-070", Severity.WARNING, "It is known how long a recording lasts", GUIDE)

UNLISTED = (".ogg", ".oga", ".opus", ".aac", ".flac", ".wav", ".webm")
"""Audio that Apple does not list, though other apps play it."""

_TYPE = re.compile(r"[\w.+-]+/[\w.+-]+", re.ASCII)
_PLAIN = re.compile(r"https?://[\w.:-]+/(?:[\w.~-]*/)*[\w~-][\w.~-]*(\.\w+)", re.ASCII)
"""Most addresses: taking apart those that are written in any other way takes ten times as long."""


def is_listed_from_elsewhere(site: Site) -> Iterator[Problem]:
    """APPLE-062, of media that we do not name ourselves."""
    for episode, media in _elsewhere(site):
        extension = _extension(media.url)
        if extension in TYPES:
            continue
        place = episode.origin.at("audio")
        if extension in UNLISTED:
            message = f"it is {extension[1:].upper()}; Apple Podcasts does not show the episode"
            yield FORMAT.at(place, message, "give the address of an MP3 or M4A file")
        else:
            message = "its address ends in no extension that Apple knows: it does not show the episode"
            yield EXTENSION.at(place, message, f"give an address that ends in {', '.join(TYPES)}")


def has_a_fitting_type(site: Site) -> Iterator[Problem]:
    """APPLE-063, RSS-004, RSS-009."""
    for episode, media in _elsewhere(site):
        right = TYPES.get(_extension(media.url), ())
        is_type = _TYPE.fullmatch(media.type)
        if media.type in right or (is_type and not right):
            continue
        place = episode.origin.at("audio")
        fix = line(episode.origin, "type", right[0] if right else "audio/mpeg") + " below `audio:`"
        if not is_type:
            message = f"audio.type is {shown(media.type)}, which is no media type: some apps show no episode"
            yield MEDIA_TYPE.at(place, message, fix)
        else:
            message = (
                f"audio.type is {shown(media.type)}, but its address says {right[0]}: some apps play nothing"
            )
            yield TYPE.at(place, message, fix)


def has_a_recording_of_its_own(site: Site) -> Iterator[Problem]:
    """APPLE-065: of two episodes with one address Apple shows one."""
    addresses: dict[str, Episode] = {}
    for episode, media in _elsewhere(site):
        other = addresses.setdefault(media.url, episode)
        if other is not episode:
            message = f"its recording is also that of {other.path}; Apple Podcasts shows one of the two"
            yield OWN.at(episode.origin.at("audio"), message, "give each its own address, or remove one")


def has_a_known_duration(site: Site) -> Iterator[Problem]:
    """APPLE-070; of our own recordings we know it."""
    for episode, media in _elsewhere(site):
        if not media.duration:
            message = "it is not said how long it lasts, so apps show no length"
            fix = line(episode.origin, "duration", "31:05") + " below `audio:`"
            yield DURATION.at(episode.origin.at("audio"), message, fix)


def is_secure_elsewhere(site: Site) -> Iterator[Problem]:
    """APPLE-010."""
    for episode, media in _elsewhere(site):
        if not media.url.startswith("https://"):
            message = "its recording is not at an https address: some apps do not load it"
            yield HTTPS.at(episode.origin.at("audio"), message, "give an https address, if its host has one")


def _elsewhere(site: Site) -> Iterator[tuple[Episode, Elsewhere]]:
    for episode in waiting_episodes(site):
        if episode.elsewhere:
            yield episode, episode.elsewhere


def _extension(url: str) -> str:
    """The extension that the path of `url` ends in, in small letters, with its dot."""
    if plain := _PLAIN.fullmatch(url):
        return plain[1].lower()
    return PurePosixPath(unquote(urlsplit(url).path)).suffix.lower()
