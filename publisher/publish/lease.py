"""A claim on a target: one publisher at a time, by compare-and-swap on the head.

The claim is a lease. It is renewed while its holder lives, and free for anybody when it has run out;
how old it is, the store's own clock says, so that machines need not agree on the time. What the
holder may still do, its own clock says, which goes on while a machine sleeps.
"""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import datetime, timedelta
from threading import Event, Lock, Thread

from publisher.errors import ConflictError, HeldError, StoreError
from publisher.model import Head
from publisher.standing import HEAD, Standing
from publisher.state import decode, encode
from publisher.store.interface import Store

LEASE = timedelta(minutes=15)
"""How long a dead publisher keeps others out. A living one renews it every third of that."""


class Claim:
    """The right to change a target, for who began to write `head` there at `begun`. Threads may share it."""

    def __init__(self, store: Store, head: Head, tag: str, begun: float) -> None:
        self.head = head
        self._store, self._tag = store, tag
        self._lock, self._renewed = Lock(), begun

    def renew(self, **changes: object) -> None:
        """Write the head again, with `changes`; raises ConflictError where the claim is lost."""
        with self._lock:
            begun = _clock()
            head = replace(self._moved(begun), **changes)  # type: ignore[arg-type]
            self._tag = write_head(self._store, head, self._tag)
            self.head, self._renewed = head, begun

    def _moved(self, begun: float) -> Head:
        """The head as of then: if it had the bytes of the one before, a write that failed would look made."""
        if not (self.head.since and self.head.until):
            return self.head
        by = timedelta(seconds=begun - self._renewed)
        return replace(self.head, since=self.head.since + by, until=self.head.until + by)

    def check(self) -> None:
        """Raise ConflictError if the claim may have run out: somebody else may be writing by now."""
        if _clock() - self._renewed > LEASE.total_seconds():
            raise lost(self._store)

    def release(self) -> None:
        """Let others go on at once, as after a failure; where that fails, they wait for the lease."""
        with suppress(StoreError):
            self.renew(until=None)

    @contextmanager
    def kept(self) -> Iterator[None]:
        """Renew the claim from a thread of its own until the end; let go of it after a failure."""
        ended = Event()
        thread = Thread(target=self._keep, args=(ended,), daemon=True)
        thread.start()
        try:
            yield
        except BaseException:
            ended.set()
            self.release()
            raise
        finally:
            ended.set()
            thread.join()

    def _keep(self, ended: Event) -> None:
        while not ended.wait(LEASE.total_seconds() / 3):
            try:
                self.renew()
            except ConflictError:
                return  # The next `check` or `renew` tells.
            except StoreError:
                continue


def learn(store: Store, standing: Standing, token: str) -> None:
    """Find out how the target takes conditions, where nobody has noted it yet."""
    if not standing.head.store:
        store.probe(f".publisher/probe-{token}")


def claim(store: Store, standing: Standing, *, now: datetime, token: str, owner: str) -> Claim:
    """Take the target whose `standing` was read. Raises HeldError where somebody was faster."""
    head = replace(
        standing.head,
        state="busy",
        owner=owner,
        token=token,
        since=now,
        until=now + LEASE,
        store=store.conditions,
    )
    begun = _clock()
    try:
        return Claim(store, head, write_head(store, head, standing.tag), begun)
    except ConflictError as error:
        there = store.read(HEAD)
        winner = decode(there.data, Head, f"{store.record}/{HEAD}") if there else head
        raise (passed(store) if winner.state == "done" else held(store, winner, timedelta())) from error


def raise_if_held(store: Store, standing: Standing, *, take_over: bool = False) -> None:
    """Raise HeldError while somebody else's claim on the target lasts, unless it shall be taken over."""
    head = standing.head
    if head.state != "done" and not take_over and standing.age < _lease(head):
        raise held(store, head, standing.age)


def write_head(store: Store, head: Head, tag: str | None) -> str:
    """Write `head` over the version `tag`; its own. Raises ConflictError where another one stands.

    What looks like a failure may be a success: a request that was sent twice is refused the second
    time, and some servers answer 500 to whoever loses (S3, Ceph). So it is read back.
    """
    data = encode(head)
    sha256 = hashlib.sha256(data).hexdigest()
    if store.conditions == "none":
        _raise_unless(store, tag)
    try:
        made = store.swap(HEAD, data, type="application/json", cache="no-store", sha256=sha256, tag=tag)
    except StoreError:
        there = store.read(HEAD)
        if there and there.data == data:
            return there.tag
        if there and there.tag != tag:
            raise lost(store) from None
        raise
    if store.conditions == "none":
        _raise_unless(store, made)
    return made


def _raise_unless(store: Store, tag: str | None) -> None:
    """Look instead of asking, where the target would not tell: that leaves a gap, but a small one."""
    if store.tag(HEAD) != tag:
        raise lost(store)


def lost(store: Store) -> ConflictError:
    """What to tell whose claim somebody else has taken."""
    return ConflictError(
        f"{store.name}: another run has taken over while this one was publishing",
        fix="let the other one finish; then run again if something is missing",
    )


def held(store: Store, head: Head, age: timedelta) -> HeldError:
    """What to tell who comes while `head`'s owner is at it."""
    left = max(timedelta(seconds=1), _lease(head) - age)
    who = head.owner or "another run"
    return HeldError(
        f"{store.name} is being published by {who}",
        fix=f"wait until it is done, at most {_minutes(left)}; if it is certainly dead, say --take-over",
    )


def passed(store: Store) -> HeldError:
    """What to tell whose plan starts from what is no longer there."""
    return HeldError(
        f"{store.name} was published by another run while this one was preparing",
        fix="run the same command again",
    )


def _lease(head: Head) -> timedelta:
    return head.until - head.since if head.until and head.since else timedelta()


def _minutes(left: timedelta) -> str:
    minutes = -int(-left.total_seconds() // 60)
    return f"{minutes} minute{'s' if minutes > 1 else ''}"


def _clock() -> float:
    """Seconds that also pass while the machine sleeps, where it can tell."""
    return time.clock_gettime(time.CLOCK_BOOTTIME) if hasattr(time, "CLOCK_BOOTTIME") else time.monotonic()
