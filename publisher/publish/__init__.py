"""Plan × Store → Report, as a transaction: claim, media, check, record, pages, fence, feeds, commit.

At each moment every URL in a public feed answers. A run that dies before the first public write has
changed nothing; one that dies later is finished by the next, from the head that says what it touched.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Protocol, TypeVar

from publisher.errors import ConflictError, StoreError
from publisher.model import Artifact, Head, Ledger, Plan, Report, Revision, is_immutable
from publisher.plan import stored
from publisher.publish.lease import Claim, claim, learn, raise_if_held, write_head
from publisher.publish.order import FEEDS, LAST, rank
from publisher.publish.turns import turn
from publisher.standing import HEAD, Standing, revision_key
from publisher.state import decode, encode
from publisher.store.interface import Store
from publisher.verify import verify

__all__ = ["Run", "Watch", "doubt", "publish", "raise_if_held"]

WORKERS = 8

T = TypeVar("T")
R = TypeVar("R")


class Watch(Protocol):
    """Who wants to see a publish go on. Called from several threads."""

    def sent(self, size: int) -> None:
        """So many bytes have gone out."""

    def done(self, key: str) -> None:
        """The object at `key` is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Who publishes, and when. `token` is random, and names the revision together with its number."""

    now: datetime
    token: str
    owner: str = ""
    """Whom others are told that they wait for."""
    take_over: bool = False
    """Whether a claim that has not run out is no obstacle."""
    wait: Callable[[float], None] = time.sleep


def publish(
    plan: Plan,
    artifacts: tuple[Artifact, ...],
    ledger: Ledger,
    standing: Standing,
    store: Store,
    run: Run,
    *,
    watch: Watch,
    check: Callable[[Iterable[Artifact]], None] | None = None,
) -> Report:
    """Carry out `plan`. `check` looks at new media as the public would, before anything points at them."""
    with ExitStack() as stack:
        raise_if_held(store, standing, take_over=run.take_over)
        learn(store, standing, run.token)
        stack.enter_context(turn(store, run.token, run.owner, run.wait))
        standing = _begin(store, standing, run)
        held = claim(store, standing, now=run.now, token=run.token, owner=run.owner)
        stack.enter_context(held.kept())
        return _Publication(plan, artifacts, store, held, watch).carry_out(ledger, standing, run, check)


class _Publication:
    """One plan on its way into one store, by whoever holds the claim."""

    def __init__(
        self, plan: Plan, artifacts: tuple[Artifact, ...], store: Store, held: Claim, watch: Watch
    ) -> None:
        self.plan, self.artifacts, self.store, self.held, self.watch = plan, artifacts, store, held, watch

    def carry_out(
        self,
        ledger: Ledger,
        standing: Standing,
        run: Run,
        check: Callable[[Iterable[Artifact]], None] | None,
    ) -> Report:
        name = f"{self.plan.revision}-{run.token}"
        uploads = [item.artifact for item in self.plan.upload]
        lasting = [artifact for artifact in uploads if is_immutable(artifact.key)]
        passing = [artifact for artifact in uploads if not is_immutable(artifact.key)]
        there = set(filter(None, _each(lasting, self.put_new)))
        _each(lasting, self.check)
        if check:
            check(lasting)
        self.record(name, passing, ledger, standing, run)
        self.show(passing)
        _each(self.plan.delete, self.delete)
        self.held.renew(
            state="done", revision=self.plan.revision, name=name, owner="", until=None, next=None, touching=()
        )
        return Report(
            revision=self.plan.revision,
            uploaded=len(uploads) - len(there),
            sent=sum(artifact.size for artifact in uploads if artifact.key not in there),
            deleted=len(self.plan.delete),
            kept=self.plan.keep + len(there),
        )

    def record(
        self, name: str, passing: list[Artifact], ledger: Ledger, standing: Standing, run: Run
    ) -> None:
        """Write down what shall be: from here on any machine can finish it."""
        kept = {known.sha256 for known in standing.objects}
        _each([artifact for artifact in passing if artifact.sha256 not in kept], self.put_blob)
        objects = tuple(stored(artifact) for artifact in self.artifacts)
        _put_revision(
            self.store,
            Revision(number=self.plan.revision, name=name, moment=run.now, ledger=ledger, objects=objects),
        )
        touching = sorted((*(artifact.key for artifact in passing), *self.plan.delete))
        self.held.renew(next=name, touching=tuple(touching))

    def show(self, passing: list[Artifact]) -> None:
        """Write what the public sees, what is pointed at first; feeds only while the claim is surely ours.

        Their versions are looked up before the fence, so that whoever comes after it is noticed.
        """
        for number in range(FEEDS):
            _each([artifact for artifact in passing if rank(artifact.key) == number], self.put)
        feeds = [artifact for artifact in passing if rank(artifact.key) >= FEEDS]
        tags = dict(zip(feeds, _each([feed.key for feed in feeds], self.store.tag), strict=True))
        self.held.renew()
        for number in (FEEDS, LAST):
            here = [feed for feed in feeds if rank(feed.key) == number]
            _each(here, lambda feed: self.swap(feed, tags[feed]))

    def put_new(self, artifact: Artifact) -> str | None:
        """Write an immutable object unless its bytes are there already; the key if they were."""
        if self.is_there(artifact):
            self.watch.sent(artifact.size)
            return artifact.key
        try:
            self.put(artifact, new=self.store.head(artifact.key) is None)
        except ConflictError:
            if not self.is_there(artifact):
                raise
        return None

    def is_there(self, artifact: Artifact) -> bool:
        """Whether the bytes of `artifact` are at its key."""
        there = self.store.head(artifact.key)
        return bool(there and there.size == artifact.size and there.sha256 == artifact.sha256)

    def put(self, artifact: Artifact, *, new: bool = False) -> None:
        """Write an artifact's bytes; the plan has made sure that they are here."""
        self.held.check()
        self.store.put(
            artifact.key,
            artifact.body or b"",
            type=artifact.type,
            cache=artifact.cache,
            sha256=artifact.sha256,
            new=new,
            progress=self.watch.sent,
        )
        self.watch.done(artifact.key)

    def swap(self, artifact: Artifact, tag: str | None) -> None:
        """Write a feed over the version `tag`, which nobody may have replaced meanwhile."""
        self.held.check()
        body = artifact.body if isinstance(artifact.body, bytes) else b""
        try:
            self.store.swap(
                artifact.key, body, type=artifact.type, cache=artifact.cache, sha256=artifact.sha256, tag=tag
            )
        except ConflictError:
            # A request that had to be sent twice is refused the second time.
            if not self.is_there(artifact):
                raise
        self.watch.sent(artifact.size)
        self.watch.done(artifact.key)

    def delete(self, key: str) -> None:
        """Remove what nothing points at any more."""
        self.held.check()
        self.store.delete(key)

    def check(self, artifact: Artifact) -> None:
        """Raise StoreError unless `artifact` is there as it was sent, before anything points at it."""
        for key, reason in verify((stored(artifact),), self.store):
            raise StoreError(
                f"{self.store.name}: {key} did not arrive: {reason}", fix="run the same command again"
            )

    def put_blob(self, artifact: Artifact) -> None:
        """Keep a small object by its content, for a rollback."""
        data = artifact.body if isinstance(artifact.body, bytes) else b""
        _put_state(self.store, f".publisher/blobs/{artifact.sha256}", data, artifact.type)


def _begin(store: Store, standing: Standing, run: Run) -> Standing:
    """Give a new target the identity that it starts from, as revision 0, before its head names it."""
    if standing.head.name:
        return standing
    name = f"0-{run.token}"
    _put_revision(store, Revision(number=0, name=name, moment=run.now, ledger=standing.ledger))
    return replace(standing, head=replace(standing.head, name=name))


def _put_revision(store: Store, revision: Revision) -> None:
    _put_state(store, revision_key(revision.name), encode(revision))


def _put_state(store: Store, key: str, data: bytes, type: str = "application/json") -> None:
    """Write what is ours alone."""
    store.put(key, data, type=type, cache="no-store", sha256=hashlib.sha256(data).hexdigest())


def doubt(store: Store, keys: Iterable[str]) -> None:
    """Note that `keys` are not as they were sent, so that the next run sends them again."""
    found = store.read(HEAD)
    if found:
        head = decode(found.data, Head, f"{store.name}/{HEAD}")
        write_head(store, replace(head, state="busy", touching=tuple(sorted(keys))), found.tag)


def _each(items: Iterable[T], do: Callable[[T], R]) -> list[R]:
    """`do` each of `items`, several at a time; the first failure is raised when all have ended."""
    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(do, items))
