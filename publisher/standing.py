"""What a target has of a show: where the next plan starts from.

The layout is `.publisher/head.json`, the one mutable pointer; `.publisher/revisions/<n>-<token>.json`,
the ledger and the objects of a revision; `.publisher/blobs/<sha256>`, small objects of revisions that
have been written over or deleted since.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import timedelta
from typing import Protocol, get_args

from publisher.errors import PublisherError, RecordError
from publisher.model import Head, Ledger, Revision, StoredObject, is_immutable
from publisher.state import decode
from publisher.store.interface import Conditions, Store

STATE = ".publisher/"
HEAD = ".publisher/head.json"
REVISIONS = ".publisher/revisions/"
BLOBS = ".publisher/blobs/"
CONDITIONS: tuple[Conditions, ...] = get_args(Conditions)


class Memory(Protocol):
    """What this machine remembers of revisions, which never change; it may forget all of it."""

    def get(self, name: str) -> bytes | None:
        """The revision called `name`, if it is remembered."""

    def put(self, name: str, data: bytes) -> None:
        """Remember it, if that can be done."""


class Forgetful:
    """Remembers nothing."""

    def get(self, name: str) -> bytes | None:
        """Nothing."""
        return None

    def put(self, name: str, data: bytes) -> None:
        """Nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a target has: the last revision, and what an unfinished run may have changed of it."""

    head: Head
    ledger: Ledger = field(default_factory=Ledger)
    objects: tuple[StoredObject, ...] = ()
    touching: tuple[str, ...] = ()
    doubted: tuple[StoredObject, ...] = ()
    """What the last revision had at keys where something else may stand by now."""
    tag: str | None = None
    """The head's mark; None where there is none yet."""
    age: timedelta = timedelta()
    """How long the head has stood there."""
    moved: bool = False
    """Whether the record is of another target: identity goes on, of this one's files nothing is known."""

    @property
    def unfinished(self) -> bool:
        """Whether a run died, or left something that is not as it was sent."""
        return self.head.state != "done"


def standing(
    store: Store,
    site: str | None,
    *,
    carried: Ledger | None = None,
    first: bool = False,
    memory: Memory | None = None,
    former: Store | None = None,
) -> Standing:
    """What `store` has of the show whose guid is `site`; None is a show that does not say.

    A target with objects but no head is refused, unless identity is `carried` over from elsewhere or
    the producer consents that this is the `first` publication. `former` is where the record was before
    it had a place of its own: one that is still there is not forgotten. Raises PublisherError, StoreError.
    """
    found = store.read(HEAD)
    if found is None:
        if carried is None and former and former.tag(HEAD):
            raise PublisherError(
                f"the record of what was published is still in {former.name}, "
                f"and show.toml says that it is at {store.record}",
                fix=f"move all that is below {former.name}/{STATE} to {store.record}/{STATE}, "
                "while nobody publishes; then run the same command again",
            )
        if carried is None and not first and _holds_files(store):
            there = "" if store.record == store.name else f"at {store.record} there is "
            raise PublisherError(
                f"{store.name} holds files, but {there}no record of what was published: "
                "subscribers might get everything twice",
                fix="carry the record over with --ledger, choose an empty target, "
                "or say --first if nobody subscribes yet",
            )
        return Standing(head=Head(site=site or ""), ledger=carried or Ledger())
    head = decode(found.data, Head, f"{store.record}/{HEAD}")
    if head.store in CONDITIONS:
        store.adapt(head.store)
    if site is not None and head.site != site:
        raise PublisherError(
            f"{store.record} holds another show, whose guid is {head.site}; this one's is {site}",
            fix="choose another target, or correct guid in episodes/show.toml",
        )
    if carried is not None and head.revision:
        raise PublisherError(
            f"{store.record} has its own record of what was published", fix="leave --ledger out"
        )
    memory = memory or Forgetful()
    known = _resumed(store, head, head.next, memory) if head.next else _whole(store, head, memory)
    known = replace(known, tag=found.tag, age=found.age)
    return _unseen(known) if head.target and head.target != store.name != store.record else known


def _unseen(known: Standing) -> Standing:
    """What another target had, of a target that may have all of it or nothing."""
    passing = {one.key for one in known.objects if not is_immutable(one.key)}
    return replace(
        known, objects=(), touching=tuple(sorted(passing.union(known.touching))), doubted=(), moved=True
    )


def _holds_files(store: Store) -> bool:
    """Whether anything is there but what a run has left that died before it wrote a head."""
    return any(not known.key.startswith(STATE) for known in store.list())


def revision_key(name: str) -> str:
    """Where the revision called `name` stands."""
    return f"{REVISIONS}{name}.json"


def blob_key(sha256: str) -> str:
    """Where a small object with these bytes is kept."""
    return f"{BLOBS}{sha256}"


def _whole(store: Store, head: Head, memory: Memory) -> Standing:
    if head.name is None:
        return Standing(head=head)
    revision = read_revision(store, head.name, memory)
    touching = frozenset(head.touching)
    objects = tuple(known for known in revision.objects if known.key not in touching)
    doubted = tuple(known for known in revision.objects if known.key in touching)
    return Standing(
        head=head, ledger=revision.ledger, objects=objects, touching=head.touching, doubted=doubted
    )


def _resumed(store: Store, head: Head, unfinished: str, memory: Memory) -> Standing:
    """After a run that died between its first and last public write: its ledger counts."""
    before = _whole(store, head, memory)
    after = read_revision(store, unfinished, memory)
    objects = {known.key: known for known in before.objects}
    lasting = {known.key: known for known in after.objects if is_immutable(known.key)}
    touching = frozenset(head.touching)
    objects |= {key: known for key, known in lasting.items() if key not in touching}
    return replace(before, ledger=after.ledger, objects=tuple(objects.values()))


def read_revision(store: Store, name: str, memory: Memory) -> Revision:
    """The revision called `name`. Raises RecordError where it is missing or damaged."""
    key = revision_key(name)
    data = memory.get(name) or store.get(key)
    if data is None:
        raise RecordError(f"{store.record}/{key} is missing", fix="restore it from a backup, or ask for help")
    revision = decode(data, Revision, f"{store.record}/{key}")
    memory.put(name, data)
    return revision
