"""Two places as one store: each key is in its own, and conditions are told where they are known."""

from __future__ import annotations

import hashlib
from pathlib import Path
from secrets import token_hex

import pytest

from publisher.errors import ConflictError
from publisher.store import is_same, open_split
from publisher.store.interface import Conditions, Store
from publisher.store.memory import MemoryStore
from publisher.store.split import SplitStore
from tests.seaweed import Seaweed

HEAD, FEED = ".publisher/head.json", "podcast.xml"
OLD = ".publisher/revisions/1-a.json"


class Told(MemoryStore):
    """A store that says how it was told conditions."""

    told: Conditions = "quoted"

    @property
    def conditions(self) -> Conditions:
        return self.told

    def adapt(self, conditions: Conditions) -> None:
        self.told = conditions

    def probe(self, key: str) -> Conditions:
        self.told = "bare"
        return self.told


def put(store: Store, key: str, body: bytes = b"x") -> None:
    store.put(key, body, type="text/plain", cache="no-store", sha256=hashlib.sha256(body).hexdigest())


def keys(store: Store, prefix: str = "") -> list[str]:
    return sorted(known.key for known in store.list(prefix))


def test_each_key_is_in_its_own_place() -> None:
    public, state = MemoryStore(), MemoryStore()
    store = SplitStore(public, state)
    for key in (HEAD, FEED, ".publisher-notes", "media/.publisher/a"):
        put(store, key)
    assert keys(state) == [HEAD]
    assert keys(public) == [".publisher-notes", "media/.publisher/a", FEED]
    store.delete(HEAD)
    store.delete(FEED)
    assert (keys(state), store.get(FEED)) == ([], None)


def test_an_old_record_in_the_public_place_is_never_mixed_in() -> None:
    public, state = MemoryStore(), MemoryStore()
    for key in (HEAD, OLD, FEED):
        put(public, key, b"old")
    put(state, HEAD, b"new")
    put(state, "episode.txt", b"whatever else is there")
    store = SplitStore(public, state)
    assert keys(store) == [HEAD, FEED]
    assert keys(store, ".pub") == keys(store, ".publisher/") == [HEAD]
    assert keys(store, ".publisher/revisions/") == keys(store, "e") == []
    assert (store.get(HEAD), store.get(OLD), store.head(OLD), store.tag(OLD)) == (b"new", None, None, None)
    store.delete(OLD)
    assert public.get(OLD) == b"old"


@pytest.mark.parametrize(("alike", "public"), [(True, "bare"), (False, "none")])
def test_what_is_found_out_of_one_server_holds_for_that_one_alone(alike: bool, public: Conditions) -> None:
    one, other = Told(), Told()
    store = SplitStore(one, other, alike=alike)
    assert store.probe(".publisher/probe") == store.conditions == other.conditions == "bare"
    assert one.conditions == public
    store.adapt("quoted")
    assert (store.conditions, one.conditions) == ("quoted", "quoted" if alike else "none")


def test_it_is_called_as_its_public_place_and_tells_where_the_record_is(tmp_path: Path) -> None:
    store, public = open_split("out", "private", base=tmp_path)
    assert (store.name, store.record) == (str(tmp_path / "out"), str(tmp_path / "private"))
    assert public.name == public.record == store.name


@pytest.mark.parametrize("state", ["bucket", "folder"])
def test_a_feed_in_a_bucket_is_swapped_on_condition_where_the_record_is_on_the_same_server(
    state: str, seaweed: Seaweed, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in seaweed.environment.items():
        monkeypatch.setenv(name, value)
    bucket = seaweed.bucket()
    place = f"s3://{bucket}/{token_hex(4)}" if state == "bucket" else "private"
    store, _ = open_split(f"s3://{bucket}/show", place, endpoint=seaweed.endpoint, base=tmp_path)
    assert store.probe(".publisher/probe") == "quoted"

    def swap(tag: str | None) -> str:
        sha256 = hashlib.sha256(b"x").hexdigest()
        return store.swap(FEED, b"x", type="text/xml", cache="no-store", sha256=sha256, tag=tag)

    swap(None)
    if state == "folder":
        swap('"another"')
        return
    with pytest.raises(ConflictError):
        swap('"another"')


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("s3://b/p", "s3://b/p/", True),
        ("s3://b/p", "s3://b/p2", False),
        ("s3://b", "b", False),
        ("out", "./x/../out/", True),
        ("out", "/base/out", True),
        ("out", "out2", False),
        ("memory:", "memory:", True),
    ],
)
def test_one_place_may_be_written_in_several_ways(one: str, other: str, same: bool) -> None:
    assert is_same(one, other, Path("/base")) is same
    assert is_same(other, one, Path("/base")) is same
