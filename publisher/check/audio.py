"""Recordings as directories want them (standards: APPLE-062, 065, 079, SPOT-004)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check import waiting_episodes
from publisher.model import Episode, Place, Problem, Recording, Rule, Severity, Site
from publisher.model.source import AUDIO, GUIDE, REQUIREMENTS, SPOTIFY_DELIVERY

FORMAT = Rule("APPLE-062", Severity.WARNING, "A recording is MP3 or M4A, which every directory lists", GUIDE)
OTHER = Rule("APPLE-065", Severity.WARNING, "Every episode has a recording of its own", REQUIREMENTS)
SOUND = Rule(
    "APPLE-079",
    Severity.WARNING,
    "A recording is mono of at least 32 kb/s or stereo of at least 64, at 44.1 or 48 kHz",
    AUDIO,
)
SIZE = Rule("SPOT-004", Severity.WARNING, "A recording is at most 200 MB", SPOTIFY_DELIVERY)

TYPES = {
    ".mp3": ("audio/mpeg",),
    ".m4a": ("audio/x-m4a", "audio/m4a", "audio/mp4"),
    ".mov": ("video/quicktime",),
    ".mp4": ("video/mp4", "audio/mp4"),
    ".m4v": ("video/x-m4v", "video/m4v"),
    ".pdf": ("application/pdf",),
}
"""What Apple lists, with its type first and others for the same after it."""
LEAST = {1: 32_000, 2: 64_000}
"""Bits per second, by channels."""
SLACK = 0.95
"""Of that, since recordings with a variable rate have quiet places."""
RATES = (44_100, 48_000)
LARGEST = 200_000_000
"""Bytes."""


def is_listed_by_apple(site: Site) -> Iterator[Problem]:
    """APPLE-062."""
    for episode, recording in _recordings(site):
        if recording.extension not in TYPES:
            message = f"it is {recording.extension[1:].upper()}; Apple Podcasts does not show the episode"
            yield FORMAT.at(_place(episode), message, "export it as MP3 or M4A")


def has_other_sound(site: Site) -> Iterator[Problem]:
    """APPLE-065: copies have addresses of their own, but few are meant."""
    recordings: dict[str, Episode] = {}
    for episode, recording in _recordings(site):
        other = recordings.setdefault(recording.sound, episode)
        if other is not episode:
            message = f"its recording sounds just like that of {other.path}: listeners get it twice"
            yield OTHER.at(_place(episode), message, "put the right file here, or remove one of the two")


def sounds_well(site: Site) -> Iterator[Problem]:
    """APPLE-079, of MP3 and AAC; other codecs sound well with less."""
    for episode, recording in _recordings(site):
        if recording.extension not in TYPES:
            continue
        least = LEAST.get(recording.channels)
        if least is None:
            message = f"it has {recording.channels} channels; apps expect mono or stereo"
            yield SOUND.at(_place(episode), message, "export it as mono or stereo")
        elif recording.bitrate < least * SLACK:
            name = "mono" if recording.channels == 1 else "stereo"
            message = (
                f"it has {round(recording.bitrate / 1000)} kb/s; below {least // 1000} kb/s {name} sounds bad"
            )
            yield SOUND.at(_place(episode), message, "export it as mono with 96 kb/s, from the original")
        elif recording.rate and recording.rate not in RATES:
            message = f"its sample rate is {recording.rate / 1000:g} kHz; Apple asks for 44.1 or 48"
            yield SOUND.at(_place(episode), message, "export it at 44.1 kHz, from the original")


def is_of_a_size_that_spotify_takes(site: Site) -> Iterator[Problem]:
    """SPOT-004."""
    for episode in waiting_episodes(site):
        media = episode.elsewhere
        size = episode.recording.size if episode.recording else media.length if media else 0
        if size > LARGEST:
            message = f"it is {size // 1_000_000} MB; Spotify may not take it, and a phone takes long"
            yield SIZE.at(
                _place(episode), message, "export it as MP3, mono with 96 kb/s: that is 43 MB an hour"
            )


def _recordings(site: Site) -> Iterator[tuple[Episode, Recording]]:
    for episode in waiting_episodes(site):
        if episode.recording:
            yield episode, episode.recording


def _place(episode: Episode) -> Place:
    """Where the recording is, or is spoken of."""
    return Place(file=episode.audio) if episode.audio else episode.origin.at("audio")
