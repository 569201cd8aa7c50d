"""The file listeners get, frozen at first publication (S3-004, APPLE-066, SPOT-012).

Only a changed recording, or `remaster` raised, makes a new one, and always under a new key.
"""

from __future__ import annotations

from publisher.model import Enclosure, Episode


def settle_enclosure(episode: Episode, slug: str, frozen: Enclosure | None) -> Enclosure | None:
    """The enclosure of `episode`; None when it was never published and no recording is here."""
    recording = episode.recording
    recipe = f"copy#{episode.remaster}" if episode.remaster else "copy"
    if recording is None or (
        frozen and frozen.source == recording.sha256 and _age(frozen.recipe) >= episode.remaster
    ):
        return frozen
    return Enclosure(
        source=recording.sha256,
        recipe=recipe,
        key=f"media/{slug}-{recording.sha256[:12]}{recording.extension}",
        sha256=recording.sha256,
        length=recording.size,
        type=recording.type,
        duration=recording.duration,
        chapters=recording.tags.chapters,
    )


def _age(recipe: str) -> int:
    return int(recipe.partition("#")[2] or 0)
