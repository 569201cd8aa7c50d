"""Who may publish: one at a time, for as long as they live, and nobody after they were given up."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from threading import Event, Thread

import pytest

from publisher.errors import ConflictError, HeldError, StoreError
from publisher.model import Head
from publisher.publish import lease as claims
from publisher.publish.lease import LEASE, Claim, claim, raise_if_held
from publisher.publish.turns import turn
from publisher.standing import HEAD, Standing, standing
from publisher.state import decode
from publisher.store.interface import Conditions
from publisher.store.memory import MemoryStore
from tests.settle.story import GUID, START

MINUTE = timedelta(minutes=1)


class Plain(MemoryStore):
    """A target that keeps no conditions, and says so."""

    @property
    def conditions(self) -> Conditions:
        return "none"

    def swap(self, key: str, body: bytes, *, type: str, cache: str, sha256: str, tag: str | None) -> str:
        self.put(key, body, type=type, cache=cache, sha256=sha256)
        return self.tag(key) or ""


class Forgetting(MemoryStore):
    """A target whose answers to a successful write get lost, as often as `lost` says."""

    def __init__(self, lost: int) -> None:
        super().__init__()
        self.lost = lost

    def swap(self, key: str, body: bytes, *, type: str, cache: str, sha256: str, tag: str | None) -> str:
        made = super().swap(key, body, type=type, cache=cache, sha256=sha256, tag=tag)
        if self.lost:
            self.lost -= 1
            raise StoreError("500")
        return made


class Refusing(MemoryStore):
    """A target that writes nothing while it `refuses`, and does not say so clearly."""

    refuses = False

    def swap(self, key: str, body: bytes, *, type: str, cache: str, sha256: str, tag: str | None) -> str:
        if self.refuses:
            raise StoreError("500")
        return super().swap(key, body, type=type, cache=cache, sha256=sha256, tag=tag)


def take(store: MemoryStore, token: str, found: Standing | None = None) -> Claim:
    """The claim of a publisher that looked at `store` now, or when it `found` that."""
    found = found or standing(store, GUID)
    raise_if_held(store, found)
    return claim(store, found, now=START, token=token, owner=f"run {token}")


def head(store: MemoryStore) -> Head:
    return decode(store.get(HEAD) or b"", Head, HEAD)


def test_of_two_who_saw_the_same_one_gets_it_and_the_other_hears_who() -> None:
    store = MemoryStore()
    seen = standing(store, GUID)
    take(store, "a", seen)
    with pytest.raises(HeldError, match="published by run a"):
        take(store, "b", seen)


def test_who_comes_while_it_is_held_hears_for_how_long() -> None:
    store = MemoryStore()
    take(store, "a")
    with pytest.raises(HeldError, match="published by run a") as caught:
        take(store, "b")
    assert "at most 15 minutes" in caught.value.fix
    assert "--take-over" in caught.value.fix


def test_a_claim_ends_with_its_lease_by_the_store_s_clock() -> None:
    store = MemoryStore()
    take(store, "a")
    found = standing(store, GUID)
    with pytest.raises(HeldError):
        take(store, "b", replace(found, age=LEASE - MINUTE))
    assert take(store, "b", replace(found, age=LEASE)).head.token == "b"


def test_a_claim_can_be_taken_over() -> None:
    store = MemoryStore()
    take(store, "a")
    raise_if_held(store, standing(store, GUID), take_over=True)


def test_who_was_taken_over_can_write_no_head_any_more() -> None:
    store = MemoryStore()
    first = take(store, "a")
    second = take(store, "b", replace(standing(store, GUID), age=LEASE))
    with pytest.raises(ConflictError, match="another run has taken over"):
        first.renew(state="done")
    second.renew(state="done", until=None)
    assert head(store).token == "b"


def test_who_has_slept_through_the_lease_stops_by_itself(monkeypatch: pytest.MonkeyPatch) -> None:
    """Before any server would tell: its own clock goes on while the machine sleeps."""
    now = [1000.0]
    monkeypatch.setattr(claims, "_clock", lambda: now[0])
    mine = take(MemoryStore(), "a")
    now[0] += LEASE.total_seconds() - 1
    mine.check()
    now[0] += 2
    with pytest.raises(ConflictError):
        mine.check()


def test_a_failed_run_lets_the_next_one_on_at_once() -> None:
    store = MemoryStore()
    with pytest.raises(StoreError, match="cut"), take(store, "a").kept():
        raise StoreError("cut")
    assert take(store, "b").head.token == "b"


def test_an_answer_that_is_lost_is_read_back() -> None:
    """A 500 after a success, or a refusal of what was sent twice: the head says whose it is."""
    store = Forgetting(2)
    mine = take(store, "a")
    mine.renew(state="done")
    assert head(store).state == "done"


def test_a_renewal_that_did_not_happen_is_not_taken_for_one() -> None:
    """What stands there is our own head, but an old one: others count from when that was written."""
    store = Refusing()
    mine = take(store, "a")
    store.refuses = True
    with pytest.raises(StoreError, match="500"):
        mine.renew()


def test_a_living_holder_renews_its_claim(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(claims, "LEASE", timedelta(seconds=0.03))
    store, renewed = MemoryStore(), Event()
    mine = take(store, "a")
    writes = iter(range(3))

    def count(*_: object, **__: object) -> None:
        if next(writes, None) is None:
            renewed.set()

    monkeypatch.setattr(mine, "renew", count)
    with mine.kept():
        assert renewed.wait(10)


@pytest.fixture
def plain() -> Iterator[Plain]:
    yield Plain()


def test_without_conditions_publishers_take_turns(plain: Plain) -> None:
    """The oldest mark goes first, whoever looks; it is gone afterwards."""
    inside, leave = Event(), Event()

    def first() -> None:
        with turn(plain, "z", "run z", lambda _: None):
            inside.set()
            leave.wait(10)

    thread = Thread(target=first)
    thread.start()
    try:
        assert inside.wait(10)
        with pytest.raises(HeldError, match="run z"), turn(plain, "a", "run a", lambda _: None):
            pytest.fail("both are inside")
    finally:
        leave.set()
        thread.join()
    assert list(plain.list(".publisher/turns/")) == []
    with turn(plain, "a", "run a", lambda _: None):
        pass


def test_the_mark_of_a_dead_publisher_keeps_nobody_out_who_takes_over(plain: Plain) -> None:
    dead = ".publisher/turns/a"
    plain.put(dead, b"run a", type="x", cache="x", sha256="x")
    with pytest.raises(HeldError, match="run a"), turn(plain, "b", "run b", lambda _: None):
        pytest.fail("b does not wait")
    with turn(plain, "b", "run b", lambda _: None, take_over=True):
        pass
    assert list(plain.list()) == []


def test_without_conditions_a_foreign_head_is_noticed(plain: Plain) -> None:
    mine = take(plain, "a")
    plain.put(HEAD, plain.get(HEAD) or b"", type="x", cache="x", sha256="x")
    with pytest.raises(ConflictError, match="another run"):
        mine.renew(state="done")


def test_with_conditions_nobody_waits_for_a_turn() -> None:
    def never(_: float) -> None:
        raise AssertionError

    store = MemoryStore()
    with turn(store, "a", "run a", never):
        assert list(store.list()) == []
