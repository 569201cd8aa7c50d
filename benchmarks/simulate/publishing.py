"""How often a publish asks: the first, one that changes nothing, and one after a word was added."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from benchmarks.simulate.counting import CountingStore
from benchmarks.simulate.imagined import FIRST, changed
from publisher.model import Artifact, Ledger, is_immutable
from publisher.plan import plan
from publisher.publish import Run, publish
from publisher.standing import standing

SITE = "show"
FIRST_TIME, SAME, ONE = "first", "nothing changed", "one changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A publish in figures; sizes are bytes."""

    what: str
    writes: int
    """PUT, POST and LIST: the dear class."""
    reads: int
    """GET and HEAD: the cheap one."""
    sent: int
    """Of what listeners get."""
    copies: int
    """What the bucket copies of itself, for a rollback."""
    head: int
    """The head when it was largest."""


class _Remembering:
    """A machine that publishes again and again."""

    def __init__(self) -> None:
        self._known: dict[str, bytes] = {}

    def get(self, name: str) -> bytes | None:
        return self._known.get(name)

    def put(self, name: str, data: bytes) -> None:
        self._known[name] = data


class _Nobody:
    """Watches nothing."""

    def sent(self, size: int) -> None: ...

    def done(self, key: str) -> None: ...


def measure(made: tuple[Artifact, ...], ledger: Ledger, feeds: Mapping[str, int]) -> Iterator[Asked]:
    """What each publish asks of a bucket that was empty at first."""
    store, memory = CountingStore(), _Remembering()
    later = changed(made, len(ledger.entries) // 2, feeds)
    for number, (what, artifacts) in enumerate(((FIRST_TIME, made), (SAME, made), (ONE, later))):
        store.expect(artifacts)
        found = standing(store, SITE, memory=memory)
        planned = plan(artifacts, found.objects, revision=found.head.revision)
        uploads = [one.artifact for one in planned.upload]
        if uploads:
            run = Run(now=FIRST, token=f"{number:08}")
            publish(planned, artifacts, ledger, found, store, run, watch=_Nobody(), memory=memory)
        keys = {one.key for one in uploads if not is_immutable(one.key)}
        writes, reads = store.requests
        yield Asked(
            what=what,
            writes=writes,
            reads=reads,
            sent=sum(one.size for one in uploads),
            copies=sum(known.size for known in found.objects if known.key in keys),
            head=store.largest_head,
        )
