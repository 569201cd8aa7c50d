"""What an entry says to listeners, as one hash.

The hash is of the producer's public fields, never of rendered text, so a new version of ours or
of a library changes no `updated`. Fields at their default are left out, so a new field does not
either.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import fields, is_dataclass
from datetime import UTC, datetime, timedelta
from functools import cache
from typing import Any

from publisher.model import Enclosure, Entry, Show

_encode = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode


def show_hash(show: Show) -> str:
    """The hash of a show's public fields."""
    return _hash({"show": _canonical(show)})


def content_hash(entry: Entry, enclosure: Enclosure | None) -> str:
    """The hash of an entry's public fields and of the file listeners get."""
    file = (enclosure.sha256 or enclosure.source) if enclosure else None
    return _hash({"entry": _canonical(entry), "enclosure": file})


def _hash(value: object) -> str:
    return hashlib.sha256(_encode(value).encode()).hexdigest()


def _canonical(value: Any) -> object:
    if isinstance(value, str):
        return value
    if isinstance(value, tuple):
        return [_canonical(item) for item in value]
    if (told := _told(value.__class__)) is not None:
        found = ((name, getattr(value, name), default) for name, default in told)
        # Most are the very default, and to compare them takes longer.
        return {
            name: _canonical(item) for name, item, default in found if item is not default and item != default
        }
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    return value


@cache
def _told(kind: type) -> tuple[tuple[str, object], ...] | None:
    """The public fields of a class of values, each with its default; what has none differs from it."""
    if not is_dataclass(kind):
        return None
    return tuple((field.name, field.default) for field in fields(kind) if field.metadata.get("public", True))
