"""Plan × Store → Report, as a transaction: claim, media, check, record, pages, fence, feeds, commit.

At each moment every URL in a public feed answers. A run that dies before the first public write has
changed nothing; one that dies later is finished by the next, from the head that says what it touched.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Protocol

from publisher.each import each
from publisher.errors import ConflictError, StoreError
from publisher.model import Artifact, Head, Ledger, Plan, Report, Revision, StoredObject, is_immutable
from publisher.plan import stored
from publisher.publish.hold import Run, hold, put_revision
from publisher.publish.lease import Claim, raise_if_held, write_head
from publisher.publish.order import FEEDS, rank
from publisher.publish.vouched import doubtful
from publisher.standing import HEAD, Forgetful, Memory, Standing, blob_key
from publisher.state import decode
from publisher.store.interface import Store
from publisher.verify import verify

__all__ = ["Run", "Watch", "doubt", "doubtful", "publish", "raise_if_held"]


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
    run: Run,
    *,
    watch: Watch,
    check: Callable[[Iterable[Artifact]], None] | None = None,
    keep: bool = True,
    memory: Memory | None = None,
) -> Report:
    """Carry out `plan`. `check` looks at new media as the public would, before anything points at them.

    What is written over or deleted is copied before, for a rollback, unless there is no reason to `keep` it.
    The next run need not ask for a revision that is in `memory`.
    """
    with hold(store, standing, run) as held:
        if standing.unfinished:
            store.sweep()
        publication = _Publication(plan, artifacts, store, held, watch, memory or Forgetful())
        return publication.carry_out(ledger, standing, run, check, keep=keep)


class _Publication:
    """One plan on its way into one store, by whoever holds the claim."""

    def __init__(
        self,
        plan: Plan,
        artifacts: tuple[Artifact, ...],
        store: Store,
        held: Claim,
        watch: Watch,
        memory: Memory,
    ) -> None:
        self.plan, self.artifacts, self.store, self.held, self.watch = plan, artifacts, store, held, watch
        self.memory = memory
        self.vouched = set[str]()
        self.tags: dict[str, str] = {}
        """The marks of what was copied, as it stood then."""

    def carry_out(
        self,
        ledger: Ledger,
        standing: Standing,
        run: Run,
        check: Callable[[Iterable[Artifact]], None] | None,
        *,
        keep: bool,
    ) -> Report:
        name = f"{self.plan.revision}-{run.token}"
        uploads = [item.artifact for item in self.plan.upload]
        lasting = [artifact for artifact in uploads if is_immutable(artifact.key)]
        passing = [artifact for artifact in uploads if not is_immutable(artifact.key)]
        there = set(filter(None, each(lasting, self.put_new)))
        each(doubtful(lasting, self.vouched), self.check)
        if check:
            check(lasting)
        if keep:
            self.keep(passing, standing)
        self.record(name, passing, ledger, standing, run)
        self.show(passing, self.missing(passing, standing))
        each(self.plan.delete, self.delete)
        self.held.renew(
            state="done",
            revision=self.plan.revision,
            name=name,
            owner="",
            until=None,
            next=None,
            touching=(),
            target="" if self.store.record == self.store.name else self.store.name,
        )
        return Report(
            revision=self.plan.revision,
            uploaded=len(uploads) - len(there),
            sent=sum(artifact.size for artifact in uploads if artifact.key not in there),
            deleted=len(self.plan.delete),
            kept=self.plan.keep + len(there),
            vouched=frozenset(self.vouched),
        )

    def keep(self, passing: list[Artifact], standing: Standing) -> None:
        """Copy by its content what is about to go, also what may stand there in spite of doubts."""
        going = {artifact.key for artifact in passing}.union(self.plan.delete)
        known = (*standing.objects, *standing.doubted)
        old = [one for one in known if one.key in going and not is_immutable(one.key)]
        tags = each(old, self.copy)
        self.tags = {one.key: tag for one, tag in zip(old, tags, strict=True) if tag}

    def record(
        self, name: str, passing: list[Artifact], ledger: Ledger, standing: Standing, run: Run
    ) -> None:
        """Write down what shall be: from here on any machine can finish it."""
        objects = tuple(stored(artifact) for artifact in self.artifacts)
        revision = Revision(
            number=self.plan.revision,
            name=name,
            before=self.held.head.name,
            moment=run.now,
            ledger=ledger,
            objects=objects,
        )
        self.memory.put(name, put_revision(self.store, revision))
        touching = sorted((*(artifact.key for artifact in passing), *self.plan.delete))
        self.held.renew(next=name, touching=tuple(touching))

    def missing(self, passing: list[Artifact], standing: Standing) -> set[str]:
        """The keys of pages where nothing stands yet; where an unfinished run may have been, it is looked."""
        pages = {artifact.key for artifact in passing if rank(artifact.key) not in FEEDS}
        unsure = sorted(pages.intersection(standing.touching))
        tags = dict(zip(unsure, each(unsure, self.store.tag), strict=True))
        there = {known.key for known in standing.objects}  # None of what may have been touched.
        return pages - there - {key for key, tag in tags.items() if tag}

    def show(self, passing: list[Artifact], missing: set[str]) -> None:
        """Write what the public sees, what is pointed at first; feeds only while the claim is surely ours.

        Pages point at each other: what is `missing` comes first, while nothing points at it that the
        public can come to. The feeds' versions are looked up before the fence, so that whoever comes
        after it is noticed.
        """
        for new in (True, False):
            here = [artifact for artifact in passing if (artifact.key in missing) == new]
            for number in range(FEEDS.start):
                each([artifact for artifact in here if rank(artifact.key) == number], self.put)
        feeds = [artifact for artifact in passing if rank(artifact.key) in FEEDS]
        tags = dict(zip(feeds, each([feed.key for feed in feeds], self.tag), strict=True))
        self.held.renew()
        for number in FEEDS:
            here = [feed for feed in feeds if rank(feed.key) == number]
            each(here, lambda feed: self.swap(feed, tags[feed]))

    def put_new(self, artifact: Artifact) -> str | None:
        """Write an immutable object unless it is there already; the key if it was."""
        there = self.store.head(artifact.key)
        if _is(there, artifact):
            self.watch.sent(artifact.size)
            return artifact.key
        try:
            self.put(artifact, new=there is None)
        except ConflictError:
            if not self.is_there(artifact):
                raise
        return None

    def is_there(self, artifact: Artifact) -> bool:
        """Whether `artifact` is at its key."""
        return _is(self.store.head(artifact.key), artifact)

    def put(self, artifact: Artifact, *, new: bool = False) -> None:
        """Write an artifact's bytes; the plan has made sure that they are here."""
        self.held.check()
        if self.store.put(
            artifact.key,
            artifact.content or b"",
            type=artifact.type,
            cache=artifact.cache,
            sha256=artifact.sha256,
            new=new,
            progress=self.watch.sent,
        ):
            self.vouched.add(artifact.key)
        self.watch.done(artifact.key)

    def swap(self, artifact: Artifact, tag: str | None) -> None:
        """Write a feed over the version `tag`, which nobody may have replaced meanwhile."""
        self.held.check()
        body = artifact.content or b""
        body = body if isinstance(body, bytes) else body.read_bytes()
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

    def copy(self, known: StoredObject) -> str | None:
        """Keep a small object by its content; None where somebody else has replaced it: then it is lost."""
        self.held.check()
        sha256 = known.sha256 or ""
        return self.store.copy(
            known.key, blob_key(sha256), type=known.type or "", cache="no-store", sha256=sha256
        )

    def tag(self, key: str) -> str | None:
        """The mark of the version at `key`, as it was copied or as it is now."""
        return self.tags.get(key) or self.store.tag(key)


def _is(there: StoredObject | None, artifact: Artifact) -> bool:
    """Whether what is `there` is `artifact`, as far as the target tells."""
    return bool(
        there
        and (there.size, there.sha256) == (artifact.size, artifact.sha256)
        and there.type in (None, artifact.type)
        and there.cache in (None, artifact.cache)
    )


def doubt(store: Store, keys: Iterable[str], revision: int) -> bool:
    """Note that `keys` are not as `revision` has them, so that the next run sends them again.

    False where the next run has begun already: what is there is its own.
    """
    found = store.read(HEAD)
    head = decode(found.data, Head, f"{store.record}/{HEAD}") if found else None
    if not found or not head or (head.state, head.revision) != ("done", revision):
        return False
    try:
        write_head(store, replace(head, state="busy", touching=tuple(sorted(keys))), found.tag)
    except ConflictError:
        return False
    return True
