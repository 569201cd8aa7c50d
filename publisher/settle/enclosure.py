"""The file listeners get, frozen at first publication (S3-004, APPLE-066, SPOT-012).

Only a changed sound, or `remaster` raised, makes a new one, and always under a new key: a recording
with other tags is the same one to listeners who have it.
"""

from __future__ import annotations

import hashlib
from dataclasses import replace

from publisher.model import Elsewhere, Enclosure, Episode


def settle_enclosure(episode: Episode, slug: str, frozen: Enclosure | None) -> Enclosure | None:
    """The enclosure of `episode`; None when it was never published and no recording is here."""
    if episode.elsewhere:
        return _described(episode.elsewhere)
    recording = episode.recording
    if recording is None:
        return frozen
    chapters = recording.tags.chapters
    if frozen and frozen.sound == recording.sound and _age(frozen.recipe) >= episode.remaster:
        return frozen if frozen.chapters == chapters else replace(frozen, chapters=chapters)
    name = f"{slug}-r{episode.remaster}" if episode.remaster else slug
    return Enclosure(
        source=recording.sha256,
        sound=recording.sound,
        recipe=f"copy#{episode.remaster}" if episode.remaster else "copy",
        key=f"media/{name}-{recording.sha256[:12]}{recording.extension}",
        sha256=recording.sha256,
        length=recording.size,
        type=recording.type,
        duration=recording.duration,
        chapters=chapters,
    )


def is_outdated(episode: Episode, enclosure: Enclosure, *, others: bool) -> bool:
    """Whether the producer has a newer recording than listeners get, on another machine than this.

    `others` tells that other episodes' recordings are here: then one that is named and is not is a slip.
    """
    if episode.recording or episode.elsewhere:
        return False
    if others and episode.absent and episode.pointer is None:
        return True
    raised = episode.remaster > _age(enclosure.recipe)
    return raised or episode.pointer not in (None, enclosure.source)


def _described(media: Elsewhere) -> Enclosure:
    """Media hosted elsewhere are what the producer says: there are no bytes of ours to freeze."""
    return Enclosure(
        source=hashlib.sha256(media.url.encode()).hexdigest(),
        sound="",
        recipe="elsewhere",
        key="",
        sha256="",
        length=media.length,
        type=media.type,
        duration=media.duration,
        url=media.url,
    )


def _age(recipe: str) -> int:
    return int(recipe.partition("#")[2] or 0)
