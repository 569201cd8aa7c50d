"""A copy by way of this machine: for stores that cannot make one themselves, and from one to another."""

from __future__ import annotations

import hashlib

from publisher.store.interface import Store


def carry(
    source: Store, key: str, place: Store, target: str, *, type: str, cache: str, sha256: str
) -> str | None:
    """As `Store.copy`, from `key` of `source` to `target` of `place`. Held in memory meanwhile."""
    found = source.read(key)
    if found is None or hashlib.sha256(found.data).hexdigest() != sha256:
        return None
    place.put(target, found.data, type=type, cache=cache, sha256=sha256)
    return found.tag
