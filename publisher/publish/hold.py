"""Having a target for oneself: what whoever changes one goes through before the first write."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from datetime import datetime

from publisher.model import Revision
from publisher.publish.lease import Claim, claim, learn, raise_if_held
from publisher.publish.turns import turn
from publisher.standing import Standing, revision_key
from publisher.state import encode
from publisher.store.interface import Store


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


@contextmanager
def hold(store: Store, standing: Standing, run: Run) -> Iterator[Claim]:
    """Have the target, as its `standing` was read, until the end. Raises HeldError where somebody has it."""
    raise_if_held(store, standing, take_over=run.take_over)
    learn(store, standing, run.token)
    with turn(store, run.token, run.owner, run.wait, take_over=run.take_over):
        standing = _begin(store, standing, run)
        held = claim(store, standing, now=run.now, token=run.token, owner=run.owner)
        with held.kept():
            yield held


def _begin(store: Store, standing: Standing, run: Run) -> Standing:
    """Give a new target the identity that it starts from, as revision 0, before its head names it."""
    if standing.head.name:
        return standing
    name = f"0-{run.token}"
    put_revision(store, Revision(number=0, name=name, moment=run.now, ledger=standing.ledger))
    return replace(standing, head=replace(standing.head, name=name))


def put_revision(store: Store, revision: Revision) -> bytes:
    """Write down what shall be, or what was to begin with; the bytes."""
    data = encode(revision)
    put_state(store, revision_key(revision.name), data)
    return data


def put_state(store: Store, key: str, data: bytes, type: str = "application/json") -> None:
    """Write what is ours alone."""
    store.put(key, data, type=type, cache="no-store", sha256=hashlib.sha256(data).hexdigest())
