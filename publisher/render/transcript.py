"""episodes/<slug>/transcript.vtt or .srt: what is said, as the producer's file has it (VTT-*, SRT-*)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Artifact, Edition
from publisher.render.stream.keys import transcript_key
from publisher.render.wire import artifact


def render(edition: Edition) -> Iterator[Artifact]:
    """Pass on the transcript of each episode that has one."""
    for item in edition.episodes:
        transcript = item.entry.transcript
        if transcript:
            key = transcript_key(item, transcript)
            yield artifact(key, f"{transcript.type}; charset=utf-8", transcript.text.encode())
