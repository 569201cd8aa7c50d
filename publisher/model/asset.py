"""Files that are published as they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from publisher.model.picture import Picture
from publisher.model.public import PRIVATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file published byte for byte under a key that names its bytes, so it is never overwritten."""

    key: str = field(metadata=PRIVATE)
    path: Path = field(metadata=PRIVATE)
    size: int
    sha256: str
    type: str
    picture: Picture | None = field(default=None, metadata=PRIVATE)
    """What it is, if it is art in JPEG or PNG."""
