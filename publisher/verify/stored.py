"""What a target has after a publish, read back: nothing is believed because it was sent."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from publisher.model import StoredObject
from publisher.store.interface import Store


def verify(objects: Iterable[StoredObject], store: Store) -> Iterator[tuple[str, str]]:
    """The keys of `objects` that `store` has otherwise, each with the reason."""
    for wanted in objects:
        found = store.head(wanted.key)
        if found is None:
            yield wanted.key, "it is not there"
            continue
        for name in ("size", "sha256", "type", "cache"):
            here, there = getattr(wanted, name), getattr(found, name)
            if there is not None and there != here:
                yield wanted.key, f"its {name} is {there}, not {here}"
