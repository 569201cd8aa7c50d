"""episode.md or a recording's own tags into an Episode."""

from __future__ import annotations

import re
from pathlib import Path

from publisher.model import Elsewhere, Episode, Place, Problem, Recording, Rule, Severity, Tags
from publisher.read.asset import ABSENT, ADDRESS, why_not
from publisher.read.beside import chapters_beside, transcript_beside
from publisher.read.chapters import read_chapters
from publisher.read.discover import Found
from publisher.read.elsewhere import read_elsewhere
from publisher.read.fields import VALUE, Fields
from publisher.read.shared import read_shared
from publisher.read.show import FILE
from publisher.read.source import Source
from publisher.read.text import read_text, shown
from publisher.read.transcript import read_transcripts

ONE_RECORDING = Rule("AUDIO-020", Severity.ERROR, "An episode has one recording")


def read_episode(source: Source, found: Found) -> Episode:
    """The episode at `source`. Without Markdown, the recording's tags are its metadata."""
    fields = source.fields
    hosted = fields.table("audio") if fields.is_table("audio") else None
    audio, name = (None, None) if hosted else _audio(source, found)
    recording, absent = _recording(audio, source) if audio else (None, None if name else _missing(source))
    tags = recording.tags if recording and found.markdown is None else Tags()
    transcripts, untranscribed = read_transcripts(source, transcript_beside(found, source.home))
    common = source.common("persons", title=tags.title or "", summary=tags.description)
    shared, pictures = read_shared(fields, "item", source.zone, source.picture)
    common["assets"] += pictures
    season, season_name = _number(fields, "season", "name")
    number, display = _number(fields, "episode", "display")
    return Episode(
        audio=None if absent else name,
        recording=recording,
        absent=absent,
        pointer=pointed_at(audio) if audio and absent else None,
        elsewhere=_elsewhere(hosted) if hosted else None,
        expires=fields.moment("expires", source.zone),
        remaster=fields.whole("remaster") or 0,
        season=season,
        season_name=season_name,
        episode=number,
        episode_display=display,
        type=fields.choice("type", "full", "trailer", "bonus"),
        explicit=fields.flag("explicit"),
        chapters=read_chapters(source, chapters_beside(found, source.home)),
        transcripts=transcripts,
        untranscribed=untranscribed,
        event=fields.text("event"),
        **shared,
        **common,
    )


def pointed_at(path: Path) -> str | None:
    """The sha256 that a Git LFS pointer gives of the file in whose place it lies.

    https://github.com/git-lfs/git-lfs/blob/main/docs/spec.md
    """
    text, _ = read_text(path, "")
    found = re.search(r"^oid sha256:([0-9a-f]{64})$", text, re.MULTILINE)
    return found[1] if found else None


def _number(fields: Fields, key: str, name: str) -> tuple[int | None, str | None]:
    """The number at `key`, or that of a table there, with what it is called."""
    table = fields.table(key) if fields.is_table(key) else None
    if table is None:
        return fields.whole(key, least=1), None
    found = table.whole("number", least=1), table.text(name)
    table.require(VALUE, "number", table.line("number", "1", bare=True))
    table.close()
    return found


def _elsewhere(fields: Fields) -> Elsewhere | None:
    found = read_elsewhere(fields)
    fields.close()
    return found


def _audio(source: Source, found: Found) -> tuple[Path | None, str | None]:
    """The recording, and its name; without the one, the other is of a file that should be there."""
    fields = source.fields
    name = fields.text("audio")
    if name is None:
        path = _only(found, source)
        return path, source.relative(path) if path else None
    path = source.find(name)
    if path is None:
        why, fix = why_not(source.folder, name, source.home)
        if why == ABSENT and not found.audio:
            # Without any recording here, as in CI, listeners keep what was published: settle knows.
            return None, None
        if why == ADDRESS:
            fix = f"write `audio: {{url: {shown(name)}, length: …, type: audio/mpeg}}`, length in bytes"
        fields.report(FILE, "audio", f"names {shown(name)}, {why}", fix)
    return path, source.relative(path) if path else name


def _missing(source: Source) -> Problem | None:
    """The problem of naming a recording that is not there, for settling to tell where it is one."""
    name = source.fields.text("audio") if source.fields.is_text("audio") else None
    if name is None:
        return None
    why, fix = why_not(source.folder, name, source.home)
    return FILE.at(source.fields.origin.at("audio"), f"audio names {shown(name)}, {why}", fix)


def _only(found: Found, source: Source) -> Path | None:
    """The recording that lies there."""
    source.used.update(found.audio)
    if len(found.audio) > 1:
        names = ", ".join(path.name for path in found.audio)
        fix = "keep one of them, or rename the others"
        if found.markdown:
            fix = source.fields.line("audio", found.audio[0].name)
        message = f"there are {len(found.audio)} recordings: {names}"
        source.fields.problems.append(ONE_RECORDING.at(source.fields.place, message, fix))
    return found.audio[0] if found.audio else None


def _recording(path: Path, source: Source) -> tuple[Recording | None, Problem | None]:
    """The recording at `path`; or, where it is still elsewhere, the problem if nobody has it yet."""
    from publisher.read.audio import NOT_FETCHED, read_recording

    recording, faults = source.known.read(path) if source.known else read_recording(path)
    place = Place(file=source.relative(path))
    source.fields.problems.extend(fault.at(place) for fault in faults if fault.rule is not NOT_FETCHED)
    absent = next((fault.at(place) for fault in faults if fault.rule is NOT_FETCHED), None)
    return recording, absent
