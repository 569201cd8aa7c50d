"""What one setting should be, against what it is."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from typing import Any

from publisher.model import State
from publisher.store.bucket import Document, Spot


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """How a setting is, and the `document` that would mend it: None where nothing is to be set."""

    state: State
    what: str
    will: str = ""
    fix: str = ""
    document: Document | None = None


def mark(what: str, spot: Spot) -> str:
    """By what we know our own rule again: several shows may be in one bucket."""
    if not spot.prefix:
        return f"publisher-{what}"
    return f"publisher-{what}-{hashlib.sha256(spot.prefix.encode()).hexdigest()[:12]}"


def texts(value: Any) -> list[str]:
    """What may be written as one text or as a list of them."""
    return [value] if isinstance(value, str) else [str(one) for one in value or ()]
