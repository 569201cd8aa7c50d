"""Letting go: marked first, deleted later, never what a kept revision needs, nor what we did not write."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from publisher.errors import ConflictError, HeldError, RecordError, StoreError
from publisher.model import Mark, Retired
from publisher.prune import GRACE, MEDIA, MOST, graces, pruning, unneeded
from publisher.prune.stock import RETIRED, Stock
from publisher.publish.lease import claim
from publisher.standing import BLOBS, HEAD, REVISIONS
from publisher.state import decode
from publisher.store.interface import Store
from publisher.store.memory import MemoryStore
from tests.artifacts import WatchedStore
from tests.channel import DAY, Channel, Entry, dead_ends, public, recording
from tests.settle.story import START, article, episode

MONTH, YEAR = 31 * DAY, 366 * DAY


@pytest.fixture
def heard(tmp_path: Path) -> Callable[[str], Entry]:
    """One episode, with the recording that is named."""
    (tmp_path / "recordings").mkdir()

    def made(sound: str) -> Entry:
        one = episode("one", guid="one", title=f"Title {sound}")
        return replace(one, recording=recording(tmp_path / "recordings", sound))

    return made


def keys(store: Store, prefix: str = "") -> set[str]:
    return {known.key for known in store.list(prefix)}


def marks(store: Store) -> dict[str, Mark]:
    data = store.get(RETIRED)
    return {mark.key: mark for mark in decode(data, Retired, "x").marks} if data else {}


def put(store: Store, key: str, body: bytes) -> None:
    sha256 = hashlib.sha256(body).hexdigest()
    store.put(key, body, type="audio/mpeg", cache="no-store", sha256=sha256)


def named(word: str, body: bytes) -> str:
    """The key that Publisher would give to `body`."""
    return f"media/{word}-{hashlib.sha256(body).hexdigest()[:12]}.mp3"


def test_what_only_old_revisions_need_is_marked_then_goes_and_recordings_go_last(
    any_store: Store, heard: Callable[[str], Entry]
) -> None:
    channel = Channel(any_store)
    for sound in ("a", "b", "c"):
        channel.publish(heard(sound), article("case", title=sound))
    before = public(any_store)
    old = channel.revisions()[1:]
    made, deleted = channel.prune(keep=1)
    assert (deleted, len(made.fresh)) == ((), len(marks(any_store)))
    assert {known.key for one in old for known in one.objects} <= keys(any_store) | set(before)
    _, deleted = channel.prune(keep=1, after=MONTH)
    assert {key for key in deleted if not key.startswith(BLOBS)} == {
        f"{REVISIONS}{name}.json" for name in ("0-t1", *(one.name for one in old))
    }
    assert public(any_store) == before
    _, deleted = channel.prune(keep=1, after=YEAR)
    assert {key.partition("-")[0] for key in deleted} == {"media/one"}
    assert len(deleted) == 2
    assert marks(any_store) == {}
    needed = {blob for one in channel.revisions()[0].objects if (blob := one.sha256)}
    assert {key.removeprefix(BLOBS) for key in keys(any_store, BLOBS)} <= needed
    assert dead_ends(any_store) == []
    assert channel.standing().unfinished is False


def test_a_second_run_that_finds_nothing_to_do_writes_nothing(heard: Callable[[str], Entry]) -> None:
    store = WatchedStore()
    channel = Channel(store)
    channel.publish(heard("a"))
    channel.publish(heard("b"))
    channel.prune()
    store.writes.clear()
    made, _ = channel.prune()
    assert (store.writes, made.fresh, made.due) == ([], (), ())


def test_what_is_kept_can_be_rolled_back_to_however_long_ago_it_was(heard: Callable[[str], Entry]) -> None:
    store = MemoryStore()
    channel = Channel(store)
    for sound in ("a", "b", "c", "d"):
        channel.publish(heard(sound), article("case", title=sound))
    for _ in range(3):
        channel.prune(keep=3, after=YEAR)
    assert [one.number for one in channel.revisions()] == [4, 3, 2]
    channel.rollback(2)
    assert dead_ends(store) == []
    assert b"Title b" in public(store)["podcast.xml"]


def test_what_is_needed_again_is_marked_no_more(heard: Callable[[str], Entry]) -> None:
    """A rollback brings a recording back that was about to go: its year begins anew."""
    store = MemoryStore()
    channel = Channel(store)
    channel.publish(heard("a"))
    channel.publish(heard("b"))
    channel.publish(heard("b"), article("case"))
    channel.prune(keep=1)
    (key,) = (key for key in marks(store) if key.startswith("media/"))
    channel.rollback(1)
    _, deleted = channel.prune(keep=1, after=YEAR)
    assert key not in deleted
    assert key not in marks(store)
    assert dead_ends(store) == []


def test_what_is_named_by_a_run_that_died_is_kept(heard: Callable[[str], Entry]) -> None:
    store = WatchedStore()
    channel = Channel(store)
    channel.publish(heard("a"))
    store.deadly = "index.html"
    with pytest.raises(StoreError):
        channel.publish(heard("b"))
    store.lives = None
    head = channel.standing().head
    assert head.next
    apart = {RETIRED, f"{REVISIONS}0-t1.json"}
    there = keys(store) - apart
    for _ in range(3):
        channel.prune(keep=1, after=YEAR)
        assert keys(store) - apart == there
    after = channel.standing()
    assert (after.unfinished, after.head.next, after.head.touching) == (True, head.next, head.touching)
    channel.publish(heard("b"))
    assert dead_ends(store) == []


def test_what_a_dead_run_left_goes_after_a_week(heard: Callable[[str], Entry]) -> None:
    """It had sent a recording, and died before it wrote down what for."""
    store = WatchedStore()
    channel = Channel(store)
    channel.publish(heard("a"))
    store.lives = 2
    with pytest.raises(StoreError):
        channel.publish(heard("b"))
    store.lives = None
    channel.publish(heard("a"), article("case"))
    left = named("one", b"b")
    assert left in keys(store)
    channel.prune()
    assert marks(store)[left].orphan
    channel.prune(after=6 * DAY)
    assert left in keys(store)
    _, deleted = channel.prune(after=DAY)
    assert left in deleted


def test_what_a_dead_run_may_have_shown_has_the_whole_grace(heard: Callable[[str], Entry]) -> None:
    store = WatchedStore()
    channel = Channel(store)
    channel.publish(heard("a"))
    store.deadly = "index.html"
    with pytest.raises(StoreError):
        channel.publish(heard("b"))
    store.lives = None
    channel.publish(heard("c"))
    channel.prune()
    assert not marks(store)[named("one", b"b")].orphan


STRANGE = (
    "media/trailer.mp4",
    "media/mine-0123456789ab.mp3",
    "art/logo.png",
    "about.html",
    "downloads/a-0123456789ab.zip",
    ".publisher/notes.txt",
    ".publisher/blobs/readme",
    ".publisher/revisions/plan.json",
    ".well-known/x",
)


def test_what_we_did_not_write_is_never_touched(any_store: Store, heard: Callable[[str], Entry]) -> None:
    channel = Channel(any_store)
    channel.publish(heard("a"))
    for key in STRANGE:
        put(any_store, key, b"theirs")
    channel.publish(heard("b"))
    for _ in range(3):
        channel.prune(after=YEAR, media=0)
        assert {key: any_store.get(key) for key in STRANGE} == dict.fromkeys(STRANGE, b"theirs")
        assert set(marks(any_store)).isdisjoint(STRANGE)


def test_what_somebody_has_put_where_ours_was_is_theirs(heard: Callable[[str], Entry]) -> None:
    store = MemoryStore()
    channel = Channel(store)
    channel.publish(heard("a"))
    channel.publish(heard("b"))
    channel.prune()
    (key,) = (key for key in marks(store) if key.startswith("media/"))
    put(store, key, b"theirs")
    for _ in range(2):
        _, deleted = channel.prune(after=YEAR)
        assert key not in deleted
    assert store.get(key) == b"theirs"
    assert key not in marks(store)


def test_a_page_that_a_run_wrote_after_it_was_given_up_is_ours(heard: Callable[[str], Entry]) -> None:
    """It stands where a revision had it with these bytes; with others it is somebody's."""
    store = MemoryStore()
    channel = Channel(store)
    channel.publish(heard("a"), article("case", guid="case"), article("note", guid="note"))
    page = store.get("articles/case.html") or b""
    channel.show = replace(channel.show, retired=("case", "note"))
    channel.publish(heard("a"))
    assert not keys(store, "articles/")
    put(store, "articles/case.html", page)
    put(store, "articles/note.html", b"theirs")
    channel.prune()
    assert {key for key in marks(store) if key.startswith("articles/")} == {"articles/case.html"}
    put(store, "articles/case.html", b"theirs")
    channel.prune(after=MONTH)
    assert store.get("articles/case.html") == b"theirs"


def test_a_store_that_knows_no_sha256_gives_up_what_its_key_and_a_revision_say(
    heard: Callable[[str], Entry],
) -> None:
    class Plain(MemoryStore):
        def head(self, key: str):  # type: ignore[no-untyped-def]
            found = super().head(key)
            return replace(found, sha256=None) if found else None

    store = Plain()
    channel = Channel(store)
    channel.publish(heard("a"))
    channel.publish(heard("b"))
    left = named("x", b"left")
    put(store, left, b"left")
    for _ in range(2):
        channel.prune(after=YEAR)
    assert named("one", b"a") not in keys(store)
    assert left in keys(store)


def test_recordings_that_a_publish_may_name_again_stay(heard: Callable[[str], Entry]) -> None:
    """The ledger knows them, though no revision that is kept does."""
    store = MemoryStore()
    channel = Channel(store)
    channel.publish(heard("a"))
    channel.publish(heard("b"))
    stock = channel.standing()
    rows = tuple(
        replace(row, enclosure=replace(row.enclosure, key=named("one", b"a"))) if row.enclosure else row
        for row in stock.ledger.entries
    )
    found = replace(stock, ledger=replace(stock.ledger, entries=rows))
    channel.standing = lambda: found  # type: ignore[method-assign]
    made, _ = channel.prune(after=YEAR)
    assert named("one", b"a") not in {mark.key for mark in made.marks}


def test_a_damaged_record_stops_everything(heard: Callable[[str], Entry]) -> None:
    store = WatchedStore()
    channel = Channel(store)
    channel.publish(heard("a"))
    channel.publish(heard("b"))
    put(store, f"{REVISIONS}1-t1.json", b"{")
    store.writes.clear()
    with pytest.raises(RecordError):
        channel.prune(after=YEAR)
    put(store, f"{REVISIONS}1-t1.json", b"{}")
    put(store, RETIRED, b"[]")
    with pytest.raises(RecordError):
        channel.prune(after=YEAR)
    assert store.writes == [f"{REVISIONS}1-t1.json", RETIRED]


def test_who_comes_while_somebody_publishes_has_to_wait(heard: Callable[[str], Entry]) -> None:
    store = WatchedStore()
    channel = Channel(store)
    channel.publish(heard("a"))
    channel.publish(heard("b"))
    claim(store, channel.standing(), now=channel.now, token="other", owner="run 9")
    seen = channel.run
    channel.run = lambda after: replace(seen(after), take_over=False)  # type: ignore[method-assign]
    store.writes.clear()
    with pytest.raises(HeldError, match="run 9"):
        channel.prune()
    assert store.writes == []


@pytest.mark.parametrize("died_after", range(16))
def test_a_run_that_dies_at_any_write_leaves_every_kept_revision_whole(
    died_after: int, heard: Callable[[str], Entry]
) -> None:
    store = WatchedStore()
    channel = Channel(store)
    for sound in ("a", "b", "c"):
        channel.publish(heard(sound), article("case", title=sound))
    store.lives = died_after
    with pytest.raises(StoreError):
        for _ in range(2):
            channel.prune(keep=2, after=YEAR)
    store.lives = None
    assert dead_ends(store) == []
    channel.prune(keep=2, after=DAY)
    channel.prune(keep=2, after=YEAR)
    assert marks(store) == {}
    assert keys(store, REVISIONS) == {f"{REVISIONS}{one.name}.json" for one in channel.revisions()}
    channel.rollback(2)
    assert dead_ends(store) == []


def stock(*marked: Mark, loose: tuple[Mark, ...] = (), total: int = 100) -> Stock:
    return Stock(kept=(1,), total=total, marked=marked, loose=loose, record=marked, tag="1")


def mark(key: str, days: float, *, orphan: bool = False) -> Mark:
    return Mark(key=key, since=START - timedelta(days=days), size=1, orphan=orphan)


def test_each_kind_has_its_grace() -> None:
    due = {
        key: [days for days in (6, 7, 29, 30, 364, 365) if _is_due(mark(key, days, orphan=orphan))]
        for key, orphan in (
            (f"{BLOBS}x", False),
            (f"{REVISIONS}x", False),
            ("a.html", False),
            ("media/x", False),
            ("art/x", False),
            ("media/y", True),
        )
    }
    assert due == {
        f"{BLOBS}x": [30, 364, 365],
        f"{REVISIONS}x": [30, 364, 365],
        "a.html": [30, 364, 365],
        "media/x": [365],
        "art/x": [365],
        "media/y": [7, 29, 30, 364, 365],
    }


def _is_due(one: Mark) -> bool:
    return bool(pruning(stock(one), START, graces(MEDIA)).due)


def test_what_is_marked_now_is_never_deleted_now() -> None:
    made = pruning(stock(loose=(mark("media/x", 0),)), START, graces(timedelta()))
    assert (made.due, made.fresh, made.marks) == ((), (mark("media/x", 0),), (mark("media/x", 0),))


def test_a_clock_that_is_behind_ends_no_grace() -> None:
    """Not even later: what was marked keeps its moment."""
    made = pruning(stock(mark("media/x", -9)), START, graces(timedelta()))
    assert (made.marks, made.due) == ((mark("media/x", -9),), ())


@pytest.mark.parametrize(("due", "total", "most"), [(30, 100, 20), (15, 100, 15), (99, 3000, 60)])
def test_a_run_deletes_no_more_than_is_usual_without_consent(due: int, total: int, most: int) -> None:
    marked = [mark(f"media/{n}", 400 + n) for n in range(due)]
    made = pruning(stock(*marked, total=total), START, graces(MEDIA))
    assert (len(made.due), made.waiting) == (most, due - most)
    assert len(pruning(stock(*marked, total=total), START, graces(MEDIA), force=True).due) == due
    assert MOST == 20


def test_revisions_go_before_their_copies_and_the_oldest_before_the_newer() -> None:
    keys = ["media/a", f"{BLOBS}a", f"{REVISIONS}a", f"{REVISIONS}b", "media/b"]
    marked = [mark(key, 400 + number) for number, key in enumerate(keys)]
    made = pruning(stock(*marked), START, graces(GRACE))
    assert [one.key for one in made.due] == [
        f"{REVISIONS}b",
        f"{REVISIONS}a",
        f"{BLOBS}a",
        "media/b",
        "media/a",
    ]


def test_what_is_taken_back_goes_at_once_and_the_rest_waits() -> None:
    made = unneeded(stock(mark("media/a", 1), loose=(mark("media/b", 0),)), lambda one: one.key == "media/b")
    assert ([one.key for one in made.due], len(made.marks)) == (["media/b"], 2)


def test_the_head_and_the_marks_themselves_are_never_marked(heard: Callable[[str], Entry]) -> None:
    store = MemoryStore()
    channel = Channel(store)
    channel.publish(heard("a"))
    channel.publish(heard("b"))
    for _ in range(3):
        made, deleted = channel.prune(after=YEAR)
        assert {HEAD, RETIRED}.isdisjoint({*deleted, *(one.key for one in made.marks)})


def test_an_answer_that_is_lost_is_no_failure(heard: Callable[[str], Entry]) -> None:
    """The request is sent again, and refused, because it had come through."""

    class Losing(MemoryStore):
        def swap(self, key: str, body: bytes, *, type: str, cache: str, sha256: str, tag: str | None) -> str:
            made = super().swap(key, body, type=type, cache=cache, sha256=sha256, tag=tag)
            if key == RETIRED:
                raise ConflictError("412")
            return made

    channel = Channel(Losing())
    channel.publish(heard("a"))
    channel.publish(heard("b"))
    channel.prune(after=YEAR)
    _, deleted = channel.prune(after=YEAR)
    assert named("one", b"a") in deleted
    assert marks(channel.store) == {}


def test_marks_that_somebody_else_has_written_meanwhile_are_not_lost(heard: Callable[[str], Entry]) -> None:
    class Overtaken(MemoryStore):
        def swap(self, key: str, body: bytes, *, type: str, cache: str, sha256: str, tag: str | None) -> str:
            if key == RETIRED:
                put(self, key, b'{"version":1,"marks":[]}')
            return super().swap(key, body, type=type, cache=cache, sha256=sha256, tag=tag)

    channel = Channel(Overtaken())
    channel.publish(heard("a"))
    channel.publish(heard("b"))
    with pytest.raises(ConflictError):
        channel.prune()
