"""Which revisions were public: by what each says came before it, not by its number."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.errors import PublisherError, RecordError, StoreError
from publisher.model import Head, Ledger, Revision
from publisher.past import Borrowed, committed, find, number, recorded, retracted_since
from publisher.publish.hold import put_revision
from publisher.settle.retracted import retract
from publisher.standing import Forgetful, standing
from publisher.store.memory import MemoryStore
from tests.artifacts import WatchedStore
from tests.channel import Channel
from tests.settle.story import GUID, START, Story, article

NOTHING = Head(site=GUID)


def put(store: MemoryStore, name: str, before: str | None = None, *, day: int = 1) -> None:
    moment = START.replace(day=day)
    put_revision(
        store, Revision(number=number(name), name=name, before=before, moment=moment, ledger=Ledger())
    )


def names(store: MemoryStore, name: str) -> list[str]:
    head = replace(NOTHING, name=name, revision=number(name))
    return [one.name for one in committed(store, head, recorded(store), Forgetful())]


def test_each_names_the_one_before_and_a_dead_run_is_none_of_them() -> None:
    store = MemoryStore()
    put(store, "0-a")
    put(store, "1-a", "0-a")
    put(store, "2-dead", "1-a", day=9)
    put(store, "2-b", "1-a")
    put(store, "3-c", "2-b")
    assert names(store, "3-c") == ["3-c", "2-b", "1-a"]


def test_what_is_pruned_ends_it() -> None:
    store = MemoryStore()
    put(store, "1-a", "0-a")
    put(store, "3-c", "2-b")
    assert names(store, "3-c") == ["3-c"]


def test_of_older_versions_that_did_not_say_it_the_last_of_a_number_counts() -> None:
    store = MemoryStore()
    put(store, "1-a")
    put(store, "2-dead", day=2)
    put(store, "2-b", day=3)
    put(store, "3-c", day=4)
    assert names(store, "3-c") == ["3-c", "2-b", "1-a"]


def test_publishing_says_which_was_public_before() -> None:
    """Also after a run that died when it had begun to show another one."""
    store = WatchedStore()
    channel = Channel(store)
    channel.publish(article("one"))
    store.deadly = "index.html"
    with pytest.raises(StoreError):
        channel.publish(article("one"), article("two"))
    assert standing(store, GUID).head.next
    store.lives = None
    channel.publish(article("one"), article("two"))
    assert [one.number for one in channel.revisions()] == [2, 1]
    assert len(recorded(store)) == 4


def test_what_is_not_a_record_is_none() -> None:
    store = MemoryStore()
    put(store, "1-a")
    for key in ("1-a.txt", "x-1.json", "notes.json"):
        store.put(f".publisher/revisions/{key}", b"?", type="x", cache="x", sha256="x")
    assert recorded(store) == {"1-a"}


def test_a_damaged_record_is_an_error_and_not_the_end() -> None:
    store = MemoryStore()
    put(store, "1-a", "0-a")
    put(store, "2-b", "1-a")
    store.put(".publisher/revisions/1-a.json", b"{", type="x", cache="x", sha256="x")
    with pytest.raises(RecordError):
        names(store, "2-b")


def test_who_asks_for_one_that_is_not_there_hears_which_are() -> None:
    store = MemoryStore()
    for name, before in (("1-a", "0-a"), ("2-b", "1-a")):
        put(store, name, before)
    head = replace(NOTHING, name="2-b")
    public = list(committed(store, head, recorded(store), Forgetful()))
    assert find(iter(public), 1, "x").name == "1-a"
    with pytest.raises(PublisherError, match="no revision 7; kept are 1 to 2"):
        find(iter(public), 7, "x")
    with pytest.raises(PublisherError, match="kept are 2"):
        find(iter(public[:1]), 7, "x")
    with pytest.raises(PublisherError, match="kept are none"):
        find(iter(()), 7, "x")


def test_looking_back_drives_nothing_out_of_what_is_remembered() -> None:
    class Memory(Forgetful):
        def get(self, name: str) -> bytes | None:
            return name.encode()

        def put(self, name: str, data: bytes) -> None:
            raise AssertionError

    borrowed = Borrowed(Memory())
    borrowed.put("1-a", b"x")
    assert borrowed.get("1-a") == b"1-a"


def test_a_revision_that_holds_what_was_taken_back_is_known() -> None:
    story = Story()
    story.publish(article("case"))
    before = Revision(number=1, name="1-a", moment=START, ledger=story.ledger)
    story.publish(article("case"), article("new"))
    guid = {row.slug: row.guid for row in story.ledger.entries}
    gone = retract(story.ledger, guid["case"], START)
    assert retracted_since(before, gone) == ("articles/case.html",)
    assert retracted_since(replace(before, ledger=gone), gone) == ()
    assert retracted_since(before, retract(story.ledger, guid["new"], START)) == ()
