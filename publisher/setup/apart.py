"""What the bucket of the record needs, where that has one of its own (`[publish] state`): to be private."""

from __future__ import annotations

from dataclasses import replace

from publisher.errors import StoreError
from publisher.model import Requirement, State
from publisher.setup import apply, look, record
from publisher.store.bucket import Bucket

ITEMS = (record,)
HEAD = record.KEYS[0]


def look_apart(bucket: Bucket) -> tuple[Requirement, ...]:
    """As `setup.look`, for the record alone."""
    return _named(look(bucket, ITEMS))


def apply_apart(bucket: Bucket) -> tuple[Requirement, ...]:
    """As `setup.apply`, for the record alone."""
    return _named(apply(bucket, ITEMS))


def leftover(bucket: Bucket, place: str) -> tuple[Requirement, ...]:
    """What the public `bucket` still has of a record that is to be at `place`, if this key may see it."""
    try:
        there = bucket.exists() and bucket.head(HEAD)
    except StoreError:
        return ()
    if not there:
        return ()
    return (
        Requirement(
            name="old record",
            state=State.DIFFERS,
            what=".publisher/ is still in it, from when the record had no place of its own",
            fix=f"Move what is below it to {place}/.publisher/ if nothing is there yet; else delete it.",
        ),
    )


def _named(found: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
    """By the key of show.toml that names the bucket."""
    return tuple(replace(one, name=f"state: {one.name}") for one in found)
