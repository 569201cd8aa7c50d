"""The revisions that a target remembers: those that were public, newest first, and what dead runs left.

A revision names the one that was public until then. One that nothing leads to was never public as a
whole: its run died, or is at it.
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.errors import PublisherError
from publisher.model import Head, Ledger, Revision
from publisher.standing import REVISIONS, Memory, read_revision
from publisher.store.interface import Store


class Borrowed:
    """What this machine remembers, to look into: what is old shall not drive out what is new."""

    def __init__(self, memory: Memory) -> None:
        self._memory = memory

    def get(self, name: str) -> bytes | None:
        """The revision called `name`, if it is remembered."""
        return self._memory.get(name)

    def put(self, name: str, data: bytes) -> None:
        """Nothing."""


def recorded(store: Store) -> frozenset[str]:
    """The name of every revision that `store` has a record of."""
    keys = (known.key for known in store.list(REVISIONS))
    names = (key.removeprefix(REVISIONS).removesuffix(".json") for key in keys if key.endswith(".json"))
    return frozenset(name for name in names if name.partition("-")[0].isdecimal())


def number(name: str) -> int:
    """The number of the revision called `name`."""
    return int(name.partition("-")[0])


def committed(store: Store, head: Head, names: frozenset[str], memory: Memory) -> Iterator[Revision]:
    """What was public, newest first and as far back as it is kept; each is read when it is asked for."""
    memory = Borrowed(memory)
    name = head.name
    while name in names and number(name):
        revision = read_revision(store, name, memory)
        yield revision
        name = revision.before or _guessed(store, names, revision.number - 1, memory)


def _guessed(store: Store, names: frozenset[str], before: int, memory: Memory) -> str | None:
    """The name of revision `before` where an older version did not say it: of several the last made."""
    same = sorted(name for name in names if number(name) == before)
    if len(same) < 2:
        return next(iter(same), None)
    return max((read_revision(store, name, memory) for name in same), key=lambda one: one.moment).name


def find(revisions: Iterator[Revision], wanted: int, target: str) -> Revision:
    """The revision with the number `wanted`. Raises PublisherError where it was never public, or is gone."""
    seen = []
    for revision in revisions:
        if revision.number == wanted:
            return revision
        seen.append(revision.number)
    kept = f"{seen[-1]} to {seen[0]}" if len(seen) > 1 else str(seen[0]) if seen else "none"
    raise PublisherError(
        f"{target} has no revision {wanted}; kept are {kept}", fix="choose one that `publisher history` lists"
    )


def retracted_since(old: Revision, ledger: Ledger) -> tuple[str, ...]:
    """The pages in `old` of what was taken back for good later, as the newest `ledger` knows."""
    held = {row.guid for row in old.ledger.entries if not row.retracted}
    return tuple(
        f"{row.kind}s/{row.slug}.html" for row in ledger.entries if row.retracted and row.guid in held
    )


def is_calendar(key: str) -> bool:
    """Whether what stands at `key` tells SEQUENCEs, and so is never put back but made anew."""
    return key.endswith(".ics")
