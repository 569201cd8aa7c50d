"""Files that belong to a recording because they are called as it is: talk.mp3, talk.vtt, talk.chapters.txt.

Only for entries that are files among others; in a folder of its own, an entry names its files.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from publisher.read.asset import is_absent, locate
from publisher.read.chapters.audacity import is_audacity
from publisher.read.chapters.time_list import is_time_list
from publisher.read.discover import KINDS, Found
from publisher.read.json_list import NoListError, items
from publisher.read.text import read_text
from publisher.read.transcript.plain_text import read_plain

TRANSCRIPTS = (".vtt", ".srt", ".json", ".txt")
"""The first of these that there is and that is a transcript counts."""
CHAPTERS = (".chapters.txt", ".chapters.json")
LONGEST_TITLE = 120
"""Characters. A list of times whose lines are shorter may be chapters."""


def transcript_beside(found: Found, home: Path) -> Path | None:
    """The transcript called like the recording; text that may be anything else is left alone."""
    names = TRANSCRIPTS if _is_loose(found) else ()
    return next((path for path in _beside(found, names, home) if _is_transcript(path)), None)


def chapters_beside(found: Found, home: Path) -> Path | None:
    """The chapters called like the recording."""
    names = CHAPTERS if _is_loose(found) else ()
    return next(_beside(found, names, home), None)


def _beside(found: Found, extensions: tuple[str, ...], home: Path) -> Iterator[Path]:
    """The files called like the recording that there are."""
    for name in (_name(found) + extension for extension in extensions):
        path = None if is_absent(found.folder, name) else locate(found.folder, name, home)
        if path:
            yield path


def _name(found: Found) -> str:
    return found.path.rpartition("/")[2]


def _is_loose(found: Found) -> bool:
    return found.markdown is None or found.markdown.stem.lower() not in KINDS


def _is_transcript(path: Path) -> bool:
    kind = path.suffix.lower()
    if kind in (".vtt", ".srt"):
        return True
    text, problems = read_text(path, "")
    if problems:
        return False
    return _has_segments(text) if kind == ".json" else _is_spoken(text)


def _has_segments(text: str) -> bool:
    try:
        return bool(items(text, "segments", ""))
    except NoListError:
        return False


def _is_spoken(text: str) -> bool:
    """Whether notes or chapters would look otherwise: there are times, or several turns with names."""
    cues, _ = read_plain(text, "")
    named = sum(bool(cue.speaker) for cue in cues)
    is_short = all(len(line) <= LONGEST_TITLE for line in text.split("\n"))
    if is_audacity(text) or (is_time_list(text) and is_short and not named):
        return False
    return named > 1 or any(cue.start is not None for cue in cues)
