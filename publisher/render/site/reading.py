"""Transcripts as pages show them: in turns, with who speaks and when, and the same as files."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from publisher.model import Cue, Edition, Episode, Published
from publisher.render.site.amounts import clock, seconds
from publisher.render.spoken import Spoken, transcripts
from publisher.render.spoken.turns import paragraphs, turns
from publisher.render.words import Words


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """What `speaker` says from `start` until `end`, in seconds as media fragments write them.

    `speaker` is None where the one before goes on speaking.
    """

    paragraphs: tuple[str, ...]
    speaker: str | None = None
    clock: str | None = None
    start: str | None = None
    end: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """One transcript: its turns, and the files that say the same. `language` is None where nobody told."""

    language: str | None
    name: str
    """The name of the language, in the show's."""
    turns: tuple[Turn, ...]
    files: tuple[Spoken, ...]


def readings(edition: Edition, item: Published[Episode], w: Words) -> tuple[Reading, ...]:
    """Show every transcript of `item`, that in the show's own language first."""
    found: dict[str | None, list[Spoken]] = {}
    for file in transcripts(edition, item):
        found.setdefault(file.language, []).append(file)
    own = edition.show.language
    return tuple(_reading(found[language], w) for language in sorted(found, key=lambda one: one != own))


def _reading(files: list[Spoken], w: Words) -> Reading:
    language = files[0].language
    made = tuple(_turns(files[0].cues()))
    return Reading(language=language, name=language_name(language, w), turns=made, files=tuple(files))


def _turns(cues: tuple[Cue, ...]) -> Iterator[Turn]:
    gathered = list(turns(cues))
    speaker = None
    for turn, following in zip(gathered, [*gathered[1:], None], strict=True):
        start = turn[0].start
        end = turn[-1].end or (following[0].start if following else None)
        goes_on = turn[0].speaker == speaker
        speaker = turn[0].speaker
        yield Turn(
            paragraphs=tuple(paragraphs(turn)),
            speaker=None if goes_on else speaker,
            clock=None if start is None else clock(start),
            start=None if start is None else seconds(start),
            end=seconds(end) if end is not None and end > (start or timedelta()) else None,
        )


def language_name(language: str | None, w: Words) -> str:
    """Name `language` (BCP 47) in the language of the show: "engelsk"."""
    from babel import Locale, UnknownLocaleError

    try:
        return Locale.parse(language or "", sep="-").get_display_name(w.locale) or language or ""
    except (UnknownLocaleError, ValueError):
        return language or ""
