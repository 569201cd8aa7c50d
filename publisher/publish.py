"""Plan × Store → Report: media first, feeds last, podcast.xml the very last.

At each moment every URL in a public feed answers. A run that dies before the first public write has
changed nothing; one that dies later is finished by the next, from the head that says what it touched.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import datetime
from functools import partial
from typing import Protocol, TypeVar

from publisher.errors import StoreError
from publisher.model import Artifact, Head, Ledger, Plan, Report, Revision, is_immutable
from publisher.plan import stored
from publisher.standing import HEAD, Standing, revision_key
from publisher.state import decode, encode
from publisher.store.interface import Store
from publisher.verify import verify

WORKERS = 8

T = TypeVar("T")
R = TypeVar("R")


class Watch(Protocol):
    """Who wants to see a publish go on. Called from several threads."""

    def sent(self, size: int) -> None:
        """So many bytes have gone out."""

    def done(self, key: str) -> None:
        """The object at `key` is written."""


def publish(
    plan: Plan,
    artifacts: tuple[Artifact, ...],
    ledger: Ledger,
    standing: Standing,
    store: Store,
    *,
    now: datetime,
    token: str,
    watch: Watch,
) -> Report:
    """Carry out `plan`. `token` is random, and names the revision together with its number."""
    name = f"{plan.revision}-{token}"
    lasting = [item.artifact for item in plan.upload if is_immutable(item.artifact.key)]
    passing = [item.artifact for item in plan.upload if not is_immutable(item.artifact.key)]
    kept = {known.sha256 for known in standing.objects}

    claimed = _claim(store, standing, now, token)
    there = set(filter(None, _each(lasting, lambda artifact: _put_new(store, artifact, watch))))
    _each(lasting, partial(_check, store))
    _each([artifact for artifact in passing if artifact.sha256 not in kept], partial(_put_blob, store))
    objects = tuple(stored(artifact) for artifact in artifacts)
    _put_revision(
        store, Revision(number=plan.revision, name=name, moment=now, ledger=ledger, objects=objects)
    )
    touching = tuple(sorted((*(artifact.key for artifact in passing), *plan.delete)))
    _put_state(store, HEAD, encode(replace(claimed, next=name, touching=touching)))
    for rank in range(_LAST + 1):
        here = [artifact for artifact in passing if _rank(artifact.key) == rank]
        _each(here, lambda artifact: _put(store, artifact, watch))
    _each(plan.delete, store.delete)
    done = Head(site=standing.head.site, revision=plan.revision, name=name, token=token, since=now)
    _put_state(store, HEAD, encode(done))
    return Report(
        revision=plan.revision,
        uploaded=len(plan.upload) - len(there),
        sent=sum(item.artifact.size for item in plan.upload if item.artifact.key not in there),
        deleted=len(plan.delete),
        kept=plan.keep + len(there),
    )


def doubt(store: Store, keys: Iterable[str]) -> None:
    """Note that `keys` are not as they were sent, so that the next run sends them again."""
    head = decode(store.get(HEAD) or b"", Head, f"{store.name}/{HEAD}")
    _put_state(store, HEAD, encode(replace(head, state="busy", touching=tuple(sorted(keys)))))


def _claim(store: Store, standing: Standing, now: datetime, token: str) -> Head:
    """Say that we are at it. A new target first gets the identity it starts from, as revision 0."""
    head = replace(standing.head, state="busy", token=token, since=now)
    if head.name is None:
        head = replace(head, name=f"0-{token}")
        _put_revision(store, Revision(number=0, name=f"0-{token}", moment=now, ledger=standing.ledger))
    _put_state(store, HEAD, encode(head))
    return head


def _rank(key: str) -> int:
    """When a mutable key is written: what others point at before what points at it (S3-011)."""
    if key == "podcast.xml":
        return _LAST
    if key == "index.html":
        return 2
    if key.endswith(".html"):
        return 1
    return 3 if key.endswith(".xml") or "/" not in key else 0


_LAST = 4


def _put_new(store: Store, artifact: Artifact, watch: Watch) -> str | None:
    """Write an immutable object unless its bytes are there already; the key if they were."""
    there = store.head(artifact.key)
    if there and there.size == artifact.size and there.sha256 == artifact.sha256:
        watch.sent(artifact.size)
        return artifact.key
    _put(store, artifact, watch)
    return None


def _put(store: Store, artifact: Artifact, watch: Watch) -> None:
    """Write an artifact's bytes; the plan has made sure that they are here."""
    store.put(
        artifact.key,
        artifact.body or b"",
        type=artifact.type,
        cache=artifact.cache,
        sha256=artifact.sha256,
        progress=watch.sent,
    )
    watch.done(artifact.key)


def _check(store: Store, artifact: Artifact) -> None:
    """Raise StoreError unless `artifact` is there as it was sent, before anything points at it."""
    for key, reason in verify((stored(artifact),), store):
        raise StoreError(f"{store.name}: {key} did not arrive: {reason}", fix="run the same command again")


def _put_revision(store: Store, revision: Revision) -> None:
    _put_state(store, revision_key(revision.name), encode(revision))


def _put_state(store: Store, key: str, data: bytes, type: str = "application/json") -> None:
    store.put(key, data, type=type, cache="no-store", sha256=hashlib.sha256(data).hexdigest())


def _put_blob(store: Store, artifact: Artifact) -> None:
    data = artifact.body if isinstance(artifact.body, bytes) else b""
    _put_state(store, f".publisher/blobs/{artifact.sha256}", data, artifact.type)


def _each(items: Iterable[T], do: Callable[[T], R]) -> list[R]:
    """`do` each of `items`, several at a time; the first failure is raised when all have ended."""
    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(do, items))
