"""episodes/<slug>/transcript.json: JSON transcript 1.0.0 of Podcasting 2.0 (TRJ-001, PN transcripts.md)."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from publisher.model import Artifact, Edition
from publisher.render.spoken import Caption, Spoken, all_transcripts
from publisher.render.wire import artifact
from publisher.render.wire.part import Part


def render(edition: Edition) -> Iterator[Part]:
    """Make a JSON file of each transcript that has times."""
    return all_transcripts(edition, "json", _file)


def _file(spoken: Spoken) -> Artifact:
    document = {"version": "1.0.0", "segments": [_segment(caption) for caption in spoken.captions()]}
    text = json.dumps(document, ensure_ascii=False, indent=1)
    return artifact(spoken.key, spoken.type, f"{text}\n".encode())


def _segment(caption: Caption) -> dict[str, Any]:
    speaker = {"speaker": caption.speaker} if caption.speaker else {}
    times = {"startTime": _seconds(caption.start), "endTime": _seconds(caption.end)}
    return {**speaker, **times, "body": caption.text}


def _seconds(milliseconds: int) -> int | float:
    """Count the seconds; whole ones without a decimal point."""
    return milliseconds / 1000 if milliseconds % 1000 else milliseconds // 1000
