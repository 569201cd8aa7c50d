"""What is said, as files: which of them an episode has, and where they stand.

github.com/Podcastindex-org/podcast-namespace, docs/examples/transcripts/transcripts.md (PN-010, TR-011).
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from functools import partial

from publisher.model import Artifact, Cue, Edition, Episode, Published, Transcript
from publisher.render.spoken.captions import Caption, captions, said
from publisher.render.stream.keys import transcript_key
from publisher.render.wire.part import Part

__all__ = ["TYPES", "UNTIMED", "Caption", "Spoken", "all_transcripts", "transcripts"]

TYPES = {
    "vtt": "text/vtt",
    "srt": "application/x-subrip",
    "json": "application/json",
    "html": "text/html",
}
"""The files made of a transcript, by extension: those first that apps like best."""
UNTIMED = ("html",)
"""Those that can do without times."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Spoken:
    """One transcript of `item` as one file. `language` is None where nobody has told it."""

    item: Published[Episode]
    transcript: Transcript
    key: str
    type: str
    language: str | None

    @property
    def is_captions(self) -> bool:
        """Whether an app can show it along with the sound."""
        return not self.key.endswith(UNTIMED)

    def cues(self) -> tuple[Cue, ...]:
        """The cues that have words, fit for every format."""
        return said(self.transcript.cues)

    def captions(self) -> tuple[Caption, ...]:
        """The cues with both their times."""
        enclosure = self.item.enclosure
        return captions(self.transcript.cues, enclosure.duration if enclosure else timedelta())


def transcripts(edition: Edition, item: Published[Episode]) -> Iterator[Spoken]:
    """Every file made of the transcripts of `item`: all that its times allow."""
    for transcript in item.entry.transcripts:
        for extension, type in TYPES.items():
            if transcript.cues and (transcript.is_timed or extension in UNTIMED):
                yield _spoken(edition, item, transcript, extension, type)


def all_transcripts(edition: Edition, extension: str, write: Callable[[Spoken], Artifact]) -> Iterator[Part]:
    """Tell how every file of one kind is made, by `write`."""

    def made(item: Published[Episode]) -> tuple[Artifact, ...]:
        files = transcripts(edition, item)
        return tuple(write(file) for file in files if file.key.endswith(f".{extension}"))

    for item in edition.episodes:
        if item.entry.transcripts:
            yield Part(name=extension, of=(item,), make=partial(made, item))


def _spoken(
    edition: Edition, item: Published[Episode], transcript: Transcript, extension: str, type: str
) -> Spoken:
    main = edition.show.language
    language = transcript.language or main or None
    # In the show's own language the key is plain, so that it stays when other languages come.
    other = None if language is None or language.casefold() == main.casefold() else language.lower()
    return Spoken(
        item=item,
        transcript=transcript,
        key=transcript_key(item, extension, other),
        type=type,
        language=language,
    )
