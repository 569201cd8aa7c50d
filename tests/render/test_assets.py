"""Art and assets are passed on, each once."""

from __future__ import annotations

from pathlib import Path

from publisher.model import Edition
from publisher.render.assets import render


def test_every_asset_is_there_once(edition: Edition) -> None:
    """The cover is also beside the notes of an episode; a chapter may have art of its own."""
    assert [(artifact.key, artifact.body) for artifact in render(edition)] == [
        ("art/cover-aaaaaaaaaaaa.png", Path("/show/art/cover-aaaaaaaaaaaa.png")),
        ("art/mod-bbbbbbbbbbbb.png", Path("/show/art/mod-bbbbbbbbbbbb.png")),
        ("assets/slides-dddddddddddd.pdf", Path("/show/assets/slides-dddddddddddd.pdf")),
        ("art/udsigt-eeeeeeeeeeee.jpg", Path("/show/art/udsigt-eeeeeeeeeeee.jpg")),
    ]
