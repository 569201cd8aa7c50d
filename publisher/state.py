"""Ledgers, revisions and heads as JSON, on disk and in a bucket.

Written so that the same value is the same bytes; read so that anything else is a RecordError.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields, is_dataclass
from datetime import datetime, timedelta
from functools import cache
from typing import Any, TypeVar

from publisher.errors import RecordError
from publisher.model import Head, Ledger, Retired, Revision

VERSION = 1
"""Of the layout; a record with a higher one was written by a newer Publisher."""

ALWAYS = ("version", "state", "entries", "objects", "marks")
"""Fields that are told even at their default, for people who look."""

PLAIN = frozenset((str, int, bool, datetime, timedelta))
"""What JSON, or msgspec, says as it is."""

T = TypeVar("T", Ledger, Revision, Head, Retired)


def encode(record: Ledger | Revision | Head | Retired, *, indent: int | None = None) -> bytes:
    """The JSON of `record`. What is at its default is left out; moments are RFC 3339 in UTC."""
    import msgspec

    data = msgspec.json.encode(_told(record))
    return (msgspec.json.format(data, indent=indent) if indent else data) + b"\n"


def decode(data: bytes, kind: type[T], name: str) -> T:
    """The record in `data`; `name` is where it came from, for the message."""
    import msgspec

    try:
        document = msgspec.json.decode(data, type=dict[str, msgspec.Raw])
        version = msgspec.json.decode(document["version"])
        if version == VERSION and _is(kind, document):
            return msgspec.json.decode(data, type=kind)
    except (ValueError, KeyError, TypeError, RecursionError, msgspec.MsgspecError) as error:
        fix = "restore it from a backup, or ask for help; do not delete it"
        raise RecordError(f"{name} is damaged: {error}", fix=fix) from error
    if version == VERSION:
        raise RecordError(f"{name} is no {kind.__name__.lower()}", fix="name the right file")
    raise RecordError(
        f"{name} was written by a newer Publisher (version {version})",
        fix="update Publisher, and run again",
    )


def decode_ledger(data: bytes, name: str) -> Ledger:
    """The ledger in `data`: that of a build, or the one inside a target's revision."""
    try:
        return decode(data, Ledger, name)
    except RecordError as error:
        try:
            return decode(data, Revision, name).ledger
        except RecordError:
            raise error from None


def _is(kind: type, document: Mapping[str, object]) -> bool:
    """Whether `document` has all that is always told of `kind`, and nothing else than its fields."""
    known = {field.name for field in fields(kind)}
    return known >= set(document) >= known & set(ALWAYS)


def _told(value: Any) -> Any:
    """`value` as nested dicts without what is at its default."""
    if value.__class__ in PLAIN:
        return value
    plan = _plan(value.__class__)
    if plan is not None:
        # Of an archive there are many, and most of what they say is plain or the very default.
        told = {}
        for name, default in plan:
            item = getattr(value, name)
            if (item is not default and item != default) or name in ALWAYS:
                told[name] = item if item.__class__ in PLAIN else _told(item)
        return told
    if isinstance(value, tuple):
        return [_told(item) for item in value]
    return value


@cache
def _plan(kind: type) -> tuple[tuple[str, Any], ...] | None:
    """The fields of a record and their defaults; None of what is none."""
    return tuple((one.name, one.default) for one in fields(kind)) if is_dataclass(kind) else None
