"""Taking turns on a target that keeps no conditions: whoever came first, as its listing tells.

Each publisher leaves a mark, waits until every other one's can be seen, and goes on if its own is the
oldest that is not stale. That is weaker than compare-and-swap: it trusts the listing to be whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime

from publisher.errors import HeldError, StoreError
from publisher.publish.lease import LEASE
from publisher.store.interface import Store

MARKS = ".publisher/turns/"
WAIT = 3.0
"""Seconds until every mark can be seen: listings are as good as immediate, stamps count whole seconds."""


@contextmanager
def turn(
    store: Store, token: str, owner: str, wait: Callable[[float], None], *, take_over: bool = False
) -> Iterator[None]:
    """Have the target for oneself until the end. Raises HeldError where somebody else came first.

    `take_over` sends away who came first: it is dead.
    """
    if store.conditions != "none":
        yield
        return
    for known in store.list(MARKS) if take_over else ():
        store.delete(known.key)
    mine, data = f"{MARKS}{token}", owner.encode()
    sha256 = hashlib.sha256(data).hexdigest()
    store.put(mine, data, type="text/plain", cache="no-store", sha256=sha256)
    try:
        wait(WAIT)
        _raise_unless_first(store, mine)
        yield
    finally:
        store.delete(mine)


def _raise_unless_first(store: Store, mine: str) -> None:
    marks = sorted(_marks(store))
    if not any(key == mine for _, key, _ in marks):
        raise StoreError(
            f"{store.name} does not list what was just written", fix="run the same command again"
        )
    _, first, owner = marks[0]
    if first != mine:
        raise HeldError(
            f"{store.name} is being published by {owner or 'another run'}",
            fix="wait until it is done, then run again",
        )


def _marks(store: Store) -> Iterator[tuple[datetime, str, str]]:
    for known in store.list(MARKS):
        found = store.read(known.key)
        if found and found.age < LEASE:
            yield found.written, known.key, found.data.decode(errors="replace")
