"""Files that are published as they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from publisher.model.picture import Picture
from publisher.model.public import PRIVATE


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file published byte for byte under a key that names its bytes, so it is never overwritten.

    What we made ourselves may be in no file: then `body` is its bytes, and `path` nothing.
    """

    key: str = field(metadata=PRIVATE)
    path: Path = field(metadata=PRIVATE)
    size: int
    sha256: str
    type: str
    picture: Picture | None = field(default=None, metadata=PRIVATE)
    """What it is, if it is art in JPEG or PNG."""
    body: bytes | None = field(default=None, repr=False, metadata=PRIVATE)

    @property
    def content(self) -> bytes | Path:
        """Its bytes, or the file that has them."""
        return self.path if self.body is None else self.body
