"""What an episode says, for those who do not hear it (standards §7, W3C WAI on audio content)."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

from publisher.check import is_told, waiting_episodes
from publisher.model import Cue, Episode, Problem, Rule, Severity, Site

GATE = Rule(
    "TR-003",
    Severity.WARNING,
    "An episode has a transcript, or says why not",
    "https://www.w3.org/WAI/media/av/transcripts/",
)
INSIDE = Rule(
    "TR-010", Severity.WARNING, "A transcript ends with its recording", "podcast-namespace transcripts.md"
)
PATIENCE = timedelta(seconds=2)
"""Transcripts are made of a recording before its last cut, and services round up."""


def has_transcript(site: Site) -> Iterator[Problem]:
    """TR-003: an error where the show says that accessibility is required."""
    severity = Severity.ERROR if site.show.accessibility == "required" else Severity.WARNING
    gate = replace(GATE, severity=severity)
    for episode in waiting_episodes(site):
        is_said = episode.transcripts or episode.untranscribed
        if not is_said and not is_told(site, episode.origin, "transcript"):
            message = "this episode has no transcript, so who cannot hear it gets nothing"
            yield gate.at(episode.origin.at("transcript"), message, _fix(episode))


def ends_inside(site: Site) -> Iterator[Problem]:
    """TR-010."""
    for episode in waiting_episodes(site):
        duration = episode.recording.duration if episode.recording else timedelta.max
        for transcript in episode.transcripts:
            late = [cue for cue in transcript.cues if _end(cue) - PATIENCE > duration]
            if late:
                message = f"this is said {_clock(_end(late[0]))} into a recording of {_clock(duration)}"
                more = f", like {len(late) - 1} more" if len(late) > 1 else ""
                place = late[0].place or episode.origin.at("transcript")
                fix = "check that it is the transcript of this recording, and of the same cut"
                yield INSIDE.at(place, message + more, fix)


def _fix(episode: Episode) -> str:
    name = episode.path.rpartition("/")[2]
    if not episode.origin.file.lower().endswith(".md"):
        return f"put {name}.vtt beside it, or .srt, .json or .txt"
    return 'write `transcript: …` with the file, or `transcript: {none: "Only music"}` with the reason'


def _end(cue: Cue) -> timedelta:
    return cue.end or cue.start or timedelta()


def _clock(time: timedelta) -> str:
    """As the producer's player shows it."""
    minutes, seconds = divmod(time // timedelta(seconds=1), 60)
    return f"{minutes}:{seconds:02}"
