"""A revision as history tells it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from publisher.model.news import ChangedEntry


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """A revision that was public as a whole, and what it changed against the one before."""

    number: int
    name: str
    moment: datetime
    is_public: bool
    """Whether it is the one that the public has now."""
    uploads: int | None
    """None, as the next three, where the one before is not kept any more."""
    deletes: int | None
    size: int | None
    """Bytes of what was uploaded."""
    entries: tuple[ChangedEntry, ...] = ()
    barred: str | None = None
    """Why it cannot be rolled back to."""
