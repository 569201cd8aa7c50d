"""What an entry says to listeners, as one hash.

The hash is of the producer's public fields, never of rendered text, so a new version of ours or
of a library changes no `updated`. Fields at their default are left out, so a new field does not
either.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from publisher.model import Enclosure, Entry, Show


def show_hash(show: Show) -> str:
    """The hash of a show's public fields."""
    return _hash({"show": _canonical(show)})


def content_hash(entry: Entry, enclosure: Enclosure | None) -> str:
    """The hash of an entry's public fields and of the file listeners get."""
    file = (enclosure.sha256 or enclosure.source) if enclosure else None
    return _hash({"entry": _canonical(entry), "enclosure": file})


def _hash(value: object) -> str:
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def _canonical(value: object) -> object:
    if is_dataclass(value):
        told = ((field.name, getattr(value, field.name), field) for field in fields(value))
        return {name: _canonical(item) for name, item, field in told if _is_told(field, item)}
    if isinstance(value, tuple):
        return [_canonical(item) for item in value]
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, timedelta):
        return value.total_seconds()
    return value


def _is_told(field: Field[Any], value: object) -> bool:
    public = field.metadata.get("public", True)
    return public and (field.default is MISSING or value != field.default)
