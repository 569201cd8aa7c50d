"""Letting go of what no kept revision needs, in two phases: marked by one run, deleted by a later one.

In between lies a grace: a year for lasting files, since embeds and queues hold old addresses; a month for
revisions and their copies; a week for what a dead run left. Nothing is deleted that we did not write, and
a run that dies, at whatever write, leaves every revision that is kept whole.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby

from publisher.each import each
from publisher.errors import StoreError
from publisher.model import Mark, Retired, is_immutable
from publisher.prune.stock import PRIVATE, RETIRED, Stock
from publisher.publish.hold import Run, hold
from publisher.publish.lease import Claim
from publisher.standing import BLOBS, REVISIONS, Standing
from publisher.state import encode
from publisher.store.interface import Store

KEPT = 10
"""Revisions that are kept."""
MEDIA = timedelta(days=365)
GRACE = timedelta(days=30)
ORPHANS = timedelta(days=7)
MOST = 20
"""Deletions in one run that need no consent; a fiftieth of what is there needs none either."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pruning:
    """What a run marks and deletes; `due` goes in this order."""

    marks: tuple[Mark, ...]
    """All marks once this run has made its own, sorted by key."""
    fresh: tuple[Mark, ...]
    due: tuple[Mark, ...]
    waiting: int = 0
    """How many more are due, and wait for the next run."""


def graces(media: timedelta) -> Callable[[Mark], timedelta]:
    """How long each mark lasts; lasting files that a revision has named, for `media`."""

    def grace(mark: Mark) -> timedelta:
        if mark.orphan:
            return ORPHANS
        return media if is_immutable(mark.key) else GRACE

    return grace


def pruning(
    stock: Stock, now: datetime, grace: Callable[[Mark], timedelta], *, force: bool = False
) -> Pruning:
    """What to mark at `now`, and what of that which was marked before to delete; all of it with `force`."""
    due = sorted((mark for mark in stock.marked if mark.since + grace(mark) <= now), key=_turn)
    most = len(due) if force else max(MOST, stock.total // 50)
    return Pruning(
        marks=_sorted([*stock.marked, *stock.loose]),
        fresh=stock.loose,
        due=tuple(due[:most]),
        waiting=max(0, len(due) - most),
    )


def unneeded(stock: Stock, is_taken: Callable[[Mark], bool]) -> Pruning:
    """What to delete at once, whatever its grace; the rest is marked."""
    marks = _sorted([*stock.marked, *stock.loose])
    return Pruning(marks=marks, fresh=stock.loose, due=tuple(sorted(filter(is_taken, marks), key=_turn)))


def _turn(mark: Mark) -> tuple[int, datetime, str]:
    """Revisions go first, so that none is left that names what is gone; then copies, then what was public."""
    rank = 0 if mark.key.startswith(REVISIONS) else 1 if mark.key.startswith(BLOBS) else 2
    return rank, mark.since, mark.key


def _sorted(marks: Iterable[Mark]) -> tuple[Mark, ...]:
    return tuple(sorted(marks, key=lambda mark: mark.key))


def prune(
    made: Pruning, stock: Stock, found: Standing, store: Store, run: Run, *, thorough: bool = False
) -> tuple[str, ...]:
    """Carry out what was made of `stock`, if nothing has changed since; the keys that were deleted.

    What killed runs have left in part goes too; if `thorough`, even where there is nothing else to do.
    """
    if made.marks == stock.record and not made.due and not thorough:
        return ()
    with hold(store, found, run) as held:
        store.sweep()
        tag = _note(store, made.marks, stock.tag) if made.marks != stock.record else stock.tag
        deleted = [key for turn in _turns(made.due) for key in _delete(turn, store, held)]
        if made.due:
            gone = {mark.key for mark in made.due}
            _note(store, [mark for mark in made.marks if mark.key not in gone], tag)
        if found.unfinished:
            held.release()
        else:
            held.renew(state="done", owner="", until=None)
    return tuple(deleted)


def _turns(due: Iterable[Mark]) -> Iterator[list[Mark]]:
    return (list(marks) for _, marks in groupby(due, key=lambda mark: _turn(mark)[0]))


def _delete(marks: list[Mark], store: Store, held: Claim) -> list[str]:
    """Delete what is still as it was marked; the keys."""

    def delete(mark: Mark) -> str | None:
        held.check()
        if not _is_ours(mark, store):
            return None
        store.delete(mark.key)
        return mark.key

    return list(filter(None, each(marks, delete)))


def _is_ours(mark: Mark, store: Store) -> bool:
    """Whether the bytes are there that were marked; what is ours by its key alone is not asked for."""
    if mark.key.startswith(PRIVATE):
        return True
    there = store.head(mark.key)
    return bool(there and there.size == mark.size and there.sha256 == mark.sha256)


def _note(store: Store, marks: Iterable[Mark], tag: str | None) -> str:
    """Write the marks down over the version `tag`; the mark of the new one."""
    data = encode(Retired(marks=tuple(marks)))
    sha256 = hashlib.sha256(data).hexdigest()
    try:
        return store.swap(RETIRED, data, type="application/json", cache="no-store", sha256=sha256, tag=tag)
    except StoreError:
        # A request that had to be sent twice is refused the second time.
        there = store.read(RETIRED)
        if there and there.data == data:
            return there.tag
        raise
