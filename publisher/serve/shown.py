"""What is served at one moment."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from publisher.model import Artifact


@dataclass(frozen=True, slots=True, kw_only=True)
class Trouble:
    """What keeps pages from being what they should be: one sentence, and a line for each problem."""

    heading: str
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Artifacts by key, below `root`: empty, or a path such as `/co-pi`, without a slash at its end."""

    root: str = ""
    artifacts: Mapping[str, Artifact] = field(default_factory=dict)
    trouble: Trouble | None = None
    version: str = field(init=False)
    """Of all that; the same things are the same version, so that nothing reloads in vain."""

    def __post_init__(self) -> None:
        """Tell the version by what is shown."""
        object.__setattr__(self, "version", _digest(self._told()))

    def _told(self) -> Iterable[str]:
        yield self.root
        yield repr(self.trouble)
        yield from (f"{key} {one.sha256} {one.type}" for key, one in sorted(self.artifacts.items()))


def _digest(lines: Iterable[str]) -> str:
    return hashlib.sha256("\n".join(lines).encode()).hexdigest()[:16]
