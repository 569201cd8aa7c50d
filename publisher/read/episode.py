"""episode.md or a recording's own tags into an Episode."""

from __future__ import annotations

from pathlib import Path

from publisher.model import Chapter, Episode, Place, Recording, Rule, Severity, Tags, Transcript
from publisher.read import chapters, transcript
from publisher.read.discover import Found
from publisher.read.fields import VALUE
from publisher.read.source import Source

ONE_RECORDING = Rule("AUDIO-020", Severity.ERROR, "An episode has one recording")


def read_episode(source: Source, found: Found) -> Episode:
    """The episode at `source`. Without Markdown, the recording's tags are its metadata."""
    fields = source.fields
    audio = _audio(source, found)
    recording = _recording(audio, source) if audio else None
    tags = recording.tags if recording and found.markdown is None else Tags()
    return Episode(
        audio=source.relative(audio) if audio else None,
        recording=recording,
        remaster=fields.whole("remaster") or 0,
        season=fields.whole("season", least=1),
        episode=fields.whole("episode", least=1),
        type=fields.choice("type", "full", "trailer", "bonus"),
        explicit=fields.flag("explicit"),
        license=fields.text("license"),
        chapters=_chapters(source),
        transcript=_transcript(source),
        event=fields.text("event"),
        **source.common("persons", title=tags.title or "", summary=tags.description),
    )


def _audio(source: Source, found: Found) -> Path | None:
    if source.fields.text("audio") is not None:
        return source.named("audio")
    source.used.update(found.audio)
    if len(found.audio) > 1:
        names = ", ".join(path.name for path in found.audio)
        place = source.fields.place
        fix = (
            f"write `audio: {found.audio[0].name}`"
            if found.markdown
            else "keep one of them, or rename the others"
        )
        source.fields.problems.append(
            ONE_RECORDING.at(place, f"there are {len(found.audio)} recordings: {names}", fix)
        )
    return found.audio[0] if found.audio else None


def _recording(path: Path, source: Source) -> Recording | None:
    from publisher.read.audio import read_recording

    recording, faults = read_recording(path)
    place = Place(file=source.relative(path))
    source.fields.problems.extend(fault.at(place) for fault in faults)
    return recording


def _chapters(source: Source) -> tuple[Chapter, ...]:
    fields = source.fields
    if not fields.is_text("chapters"):
        return tuple(sorted(fields.each("chapters", chapters.from_fields), key=lambda chapter: chapter.start))
    path = source.named("chapters")
    if path is None:
        return ()
    if path.suffix.lower() != ".json":
        fields.report(
            VALUE, "chapters", f"names {path.name}, which is no JSON file", "write `chapters: chapters.json`"
        )
        return ()
    made, problems = chapters.from_json(source.text(path), source.relative(path))
    fields.problems.extend(problems)
    return tuple(sorted(made, key=lambda chapter: chapter.start))


def _transcript(source: Source) -> Transcript | None:
    path = source.named("transcript")
    if path is None:
        return None
    made, problems = transcript.from_text(source.text(path), source.relative(path))
    source.fields.problems.extend(problems)
    return made
