"""What a target holds and no kept revision needs, found by reading alone.

It was named by a revision that is not kept, or it is an orphan: a dead run wrote it and no revision ever
named it. Ours is only what a revision named and still has those bytes, or whose key says that it is: of
an orphan in the folders for lasting files, the key must name its own bytes.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from publisher.each import each
from publisher.errors import StoreError
from publisher.model import Mark, Retired, Revision, StoredObject, is_immutable
from publisher.past import Borrowed, committed, recorded
from publisher.standing import BLOBS, HEAD, REVISIONS, Memory, Standing, blob_key, read_revision, revision_key
from publisher.state import decode
from publisher.store.interface import Store

RETIRED = ".publisher/retired.json"
PRIVATE = ".publisher/"
RECORDS = re.compile(
    rf"{re.escape(REVISIONS)}\d+-\w+\.json|{re.escape(BLOBS)}[0-9a-f]{{64}}|\.publisher/(turns/|probe-)\w+"
)
"""What nobody but Publisher puts there."""
HASHED = re.compile(r"-([0-9a-f]{12})\.\w+$")
"""How the key of a lasting file ends: with the first letters of its sha256."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Stock:
    """What is not needed: `marked` by an earlier run, or `loose`, to be marked now."""

    kept: tuple[int, ...]
    """The numbers of the revisions that are kept, newest first."""
    total: int
    """How many objects the target holds."""
    marked: tuple[Mark, ...]
    loose: tuple[Mark, ...]
    record: tuple[Mark, ...]
    """The marks as they stand at the target, also of what is needed again or gone."""
    tag: str | None
    """The mark of the version that they stand in."""


def take_stock(
    store: Store,
    found: Standing,
    memory: Memory,
    *,
    keep: int,
    now: datetime,
    also: Collection[str] = frozenset(),
) -> Stock:
    """What `store`, whose standing was `found`, holds when the newest `keep` revisions are kept.

    What a dead run has begun to show is kept too, and `also` what has these keys. Raises RecordError
    where any record cannot be read: what it names would not be known.
    """
    version = store.read(RETIRED)
    record = decode(version.data, Retired, f"{store.record}/{RETIRED}").marks if version else ()
    there = {known.key: known for known in store.list()}
    names = recorded(store)
    public = list(committed(store, found.head, names, memory))
    others = names - {one.name for one in public}
    dead = [read_revision(store, name, Borrowed(memory)) for name in sorted(others)]
    begun = [one for one in dead if one.name == found.head.next]
    kept = public[:keep]
    needed = _needed([*kept, *begun], found).union(also)
    marked = tuple(mark for mark in record if mark.key in there and mark.key not in needed)
    known_marks = {mark.key for mark in marked}
    loose = [one for key, one in there.items() if key not in needed and key not in known_marks]
    return Stock(
        kept=tuple(one.number for one in kept),
        total=len(there),
        marked=marked,
        loose=_loose(store, loose, _names([*public[keep:], *_beginnings(dead)], dead), now),
        record=record,
        tag=version.tag if version else None,
    )


def _beginnings(dead: Iterable[Revision]) -> Iterable[Revision]:
    """What a target started from, which nobody ever saw."""
    return (revision for revision in dead if revision.number == 0)


def clock(store: Store) -> datetime:
    """The moment by the store's own clock: a machine's that is ahead would end every grace."""
    found = store.read(HEAD)
    if found is None:
        raise StoreError(f"{store.name} holds nothing that was published", fix="run publisher publish first")
    return (found.written + found.age).replace(microsecond=0)


def _needed(kept: Iterable[Revision], found: Standing) -> set[str]:
    """What the kept revisions name, they themselves, and every recording that a publish may name again."""
    keys = {HEAD, RETIRED, *(revision_key(name) for name in (found.head.name, found.head.next) if name)}
    for revision in kept:
        keys |= {revision_key(revision.name), *_keys(revision)}
    return keys | {row.enclosure.key for row in found.ledger.entries if row.enclosure and not row.burnt}


def _keys(revision: Revision) -> Iterable[str]:
    """The keys of the files of `revision`, and of the copies of the small ones."""
    for known in revision.objects:
        yield known.key
        if not is_immutable(known.key) and known.sha256:
            yield blob_key(known.sha256)


def _loose(
    store: Store, loose: list[StoredObject], named: dict[str, set[str]], now: datetime
) -> tuple[Mark, ...]:
    """Marks for what of `loose` is ours, sorted by key."""
    marks = each(loose, lambda known: _mark(store, known, named.get(known.key), now))
    return tuple(sorted((mark for mark in marks if mark), key=lambda mark: mark.key))


def _mark(store: Store, known: StoredObject, named: set[str] | None, now: datetime) -> Mark | None:
    """The mark of `known` if it is ours; `named` are the sha256 that revisions gave its key, if any did."""
    mark = Mark(key=known.key, since=now, size=known.size, orphan=named is None)
    if known.key.startswith(PRIVATE):
        return mark if RECORDS.fullmatch(known.key) else None
    own = HASHED.search(known.key) if is_immutable(known.key) else None
    if named is None and own is None:
        return None
    there = store.head(known.key)
    sha256 = there.sha256 if there else None
    if sha256 is None:
        # Not every store can tell; a key that names its bytes and that we gave away is ours.
        return mark if there and own and named is not None else None
    is_ours = sha256 in named if named is not None else own is not None and sha256.startswith(own[1])
    return replace(mark, sha256=sha256) if is_ours else None


def _names(past: Sequence[Revision], dead: Sequence[Revision]) -> dict[str, set[str]]:
    """Every key that a revision named, with the sha256 that it had; a dead run's own record is an orphan."""
    named: dict[str, set[str]] = defaultdict(set)
    for revision in past:
        named[revision_key(revision.name)] = set()
    for revision in (*past, *dead):
        for known in revision.objects:
            named[known.key].add(known.sha256 or "")
            named[blob_key(known.sha256 or "")].add(known.sha256 or "")
    return dict(named)
