"""assets/*: the style sheet and the scripts of the pages, and what a theme's style sheet names."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Artifact, Edition
from publisher.render.site.static import files


def render(edition: Edition) -> Iterator[Artifact]:
    """Make each file that pages link to."""
    made = files(edition)
    yield made.style
    yield from made.scripts
