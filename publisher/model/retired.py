"""What a target holds that no kept revision needs: how long it has been so, until it may go."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Mark:
    """An object that is not needed any more, and since when that is known. `sha256` tells it is ours."""

    key: str
    since: datetime
    size: int
    sha256: str | None = None
    """None where its key says it already, or it is a record of ours."""
    orphan: bool = False
    """No revision ever named it: a run died after it had written it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Retired:
    """All marks of a target; it stands at `.publisher/retired.json`."""

    version: int = 1
    marks: tuple[Mark, ...] = ()
    """Sorted by key."""
