"""What is said in an episode, in whatever form the producer has it, into Transcripts.

The content decides what a file is, never its name.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from publisher.model import Cue, Place, Problem, Severity, Transcript
from publisher.read.asset import why_not
from publisher.read.fields import VALUE, Fields
from publisher.read.show import FILE
from publisher.read.source import Source
from publisher.read.text import shown
from publisher.read.transcript.faults import EMPTY, KIND, LANGUAGE
from publisher.read.transcript.html_page import is_html, read_html
from publisher.read.transcript.json_segments import is_json, read_segments
from publisher.read.transcript.order import in_order
from publisher.read.transcript.plain_text import read_plain
from publisher.read.transcript.srt import is_srt, read_srt
from publisher.read.transcript.vtt import is_vtt, read_vtt

Read = Callable[[str, str], tuple[tuple[Cue, ...], tuple[Problem, ...]]]

FORMATS: tuple[tuple[Callable[[str], bool], Read], ...] = (
    (is_vtt, read_vtt),
    (is_json, read_segments),
    (is_srt, read_srt),
    (is_html, read_html),
)
"""How each format is known, and read; the first that fits counts, and what is left is plain text."""
STRANGERS = (
    (b"PK\x03\x04", "a Word or OpenDocument file"),
    (b"\xd0\xcf\x11\xe0", "an old Word file"),
    (b"{\\rtf", "an RTF file"),
    (b"%PDF", "a PDF file"),
)

_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,3}")


@dataclass(frozen=True, slots=True)
class _Named:
    """What one item of `transcript` asks for."""

    file: str | None = None
    language: str | None = None
    none: str | None = None


def read_transcripts(source: Source, beside: Path | None = None) -> tuple[tuple[Transcript, ...], str | None]:
    """The transcripts that `transcript` names, or the reason why there is none.

    `beside` is the file that counts where the key is not written.
    """
    fields = source.fields
    named = fields.each("transcript", _named, lambda name, _: _Named(file=name))
    if beside and "transcript" not in fields:
        return (_read(source, beside, None),), None
    reason = next((one.none for one in named if one.none), None)
    if reason and len(named) > 1:
        fields.report(VALUE, "transcript", "names files and says why there are none", "remove one of the two")
    made = [_find(source, one) for one in named if not one.none]
    return _one_each(made, source), reason


def from_text(text: str, file: str) -> tuple[tuple[Cue, ...], tuple[Problem, ...]]:
    """The cues that `text` is, in order, with what is wrong with them."""
    read = next((read for is_it, read in FORMATS if is_it(text)), read_plain)
    cues, problems = read(text, file) if text.strip() else ((), ())
    if not cues and all(problem.severity is not Severity.ERROR for problem in problems):
        message, fix = "there are no words in it", "write or export the transcript again"
        return (), (*problems, EMPTY.at(Place(file=file), message, fix))
    cues, disorder = in_order(cues)
    return cues, (*problems, *disorder)


def _named(fields: Fields) -> _Named:
    file, language, none = fields.text("file"), fields.text("language"), fields.text("none")
    if language and not _LANGUAGE.fullmatch(language):
        fields.report(
            VALUE, "language", f"is {shown(language)}, which is no language", "write a code such as en"
        )
        language = None
    if file and none:
        fields.report(VALUE, "none", "stands beside a file", "remove one of the two")
    if not none:
        fields.require(VALUE, "file", "write `file: …`, or `none: …` with the reason")
    return _Named(file, language, none)


def _find(source: Source, named: _Named) -> Transcript:
    path = source.find(named.file) if named.file else None
    if path:
        return _read(source, path, named.language)
    if named.file:
        why, fix = why_not(source.folder, named.file, source.home)
        source.fields.report(FILE, "transcript", f"names {shown(named.file)}, {why}", fix)
    return Transcript(language=named.language)


def _read(source: Source, path: Path, language: str | None) -> Transcript:
    """The transcript in a file, without cues where they could not be read."""
    file = source.relative(path)
    source.used.add(path)
    if stranger := _stranger(path):
        message = f"this is {stranger}, which cannot be read"
        fix = "save it as plain text (.txt, UTF-8), or export it as WebVTT"
        source.fields.problems.append(KIND.at(Place(file=file), message, fix))
        return Transcript(language=language)
    text = source.text(path)
    if text is None:
        return Transcript(language=language)
    cues, problems = from_text(text, file)
    source.fields.problems.extend(problems)
    return Transcript(language=language, cues=cues)


def _stranger(path: Path) -> str | None:
    try:
        with path.open("rb") as file:
            head = file.read(8)
    except OSError:
        return None
    return next((name for magic, name in STRANGERS if head.startswith(magic)), None)


def _one_each(made: list[Transcript], source: Source) -> tuple[Transcript, ...]:
    """The transcripts, the first of each language."""
    main = source.show.language
    kept: dict[str, Transcript] = {}
    for one in made:
        if kept.setdefault((one.language or main).casefold(), one) is not one:
            message = "names two files in the same language"
            source.fields.report(LANGUAGE, "transcript", message, "write `{file: …, language: …}` for each")
    return tuple(kept.values())
