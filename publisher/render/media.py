"""media/*: the enclosures themselves, byte for byte what the ledger froze (S3-004)."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from publisher.model import Artifact, Edition, Enclosure, Recording


def render(edition: Edition) -> Iterator[Artifact]:
    """Name every enclosure, with its file if this machine has it."""
    enclosures = ((item.enclosure, item.entry.recording) for item in edition.episodes)
    for enclosure, recording in enclosures:
        if enclosure and not enclosure.url:
            yield Artifact(
                key=enclosure.key,
                type=enclosure.type,
                size=enclosure.length,
                sha256=enclosure.sha256,
                body=_file(enclosure, recording),
            )


def _file(enclosure: Enclosure, recording: Recording | None) -> Path | None:
    """Find the enclosure's bytes; a recording changed since it was published has others."""
    return recording.path if recording and recording.sha256 == enclosure.sha256 else None
