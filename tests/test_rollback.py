"""Going back: byte for byte where that can be, never moving a recording, and never at all where it cannot."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from publisher import rollback
from publisher.errors import PublisherError, StoreError
from publisher.model import Asset
from publisher.publish.hold import put_revision
from publisher.standing import BLOBS, blob_key
from publisher.store.interface import Store
from publisher.store.memory import MemoryStore
from tests.artifacts import WatchedStore, artifact
from tests.channel import DAY, Channel, Entry, calendar, dead_ends, public, recording
from tests.settle.story import SHOW, START, article, episode, event

HELD = START + 100 * DAY


class Files:
    """Entries whose recordings and pictures are files."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def episode(self, name: str, sound: str, **fields: object) -> Entry:
        made = episode(name, guid=f"guid-of-{name}")
        return replace(made, recording=recording(self.folder, sound), **fields)  # type: ignore[arg-type]

    def picture(self, word: str) -> Asset:
        found = recording(self.folder, word)
        return Asset(
            key=f"art/{word}-{found.sha256[:12]}.png",
            path=found.path,
            size=found.size,
            sha256=found.sha256,
            type="image/png",
        )


@pytest.fixture
def files(tmp_path: Path) -> Files:
    (tmp_path / "recordings").mkdir()
    return Files(tmp_path / "recordings")


def test_everything_but_calendars_is_as_it_was(any_store: Store, files: Files) -> None:
    channel = Channel(any_store)
    channel.publish(files.episode("one", "a"), article("case"), event("cafe"))
    before = public(any_store)
    channel.publish(
        files.episode("one", "b", title="New"),
        files.episode("two", "c"),
        event("cafe", start=HELD + DAY),
        article("case"),
    )
    report, artifacts, _ = channel.rollback(1)
    there = public(any_store)
    assert {key: there[key] for key in before if not key.endswith(".ics")} == {
        key: body for key, body in before.items() if not key.endswith(".ics")
    }
    extra = set(there) - set(before)
    assert {key.partition("/")[0] for key in extra} == {"media"}
    assert dead_ends(any_store) == []
    assert (report.revision, channel.revisions()[0].number) == (3, 3)
    assert {one.key for one in channel.revisions()[0].objects} == {one.key for one in artifacts}


def test_no_recording_and_no_picture_is_moved(files: Files) -> None:
    store = WatchedStore()
    channel = Channel(store)
    channel.publish(files.episode("one", "a", image=files.picture("old")))
    channel.publish(files.episode("one", "b", image=files.picture("new")))
    store.writes.clear()
    channel.rollback(1)
    assert not [key for key in store.writes if key.startswith(("media/", "art/", "-media/", "-art/"))]


def test_only_what_differs_is_fetched_and_written(files: Files) -> None:
    class Counting(WatchedStore):
        def get(self, key: str) -> bytes | None:
            read.append(key)
            return super().get(key)

    read: list[str] = []
    store = Counting()
    channel = Channel(store)
    channel.publish(files.episode("one", "a"), article("case"))
    channel.publish(files.episode("one", "a"), article("case", title="New"))
    first = {one.key: one.sha256 for one in channel.revisions()[1].objects}
    read.clear()
    store.writes.clear()
    channel.rollback(1)
    copies = {key.removeprefix(BLOBS) for key in read if key.startswith(BLOBS)}
    second = {one.key: one.sha256 for one in channel.revisions()[1].objects}
    changed = {key for key, sha256 in first.items() if second[key] != sha256}
    assert {"articles/case.html", "index.html", "feed.xml", "feed.atom", "feed.json"} <= changed
    assert copies == {first[key] for key in changed}
    assert {key for key in store.writes if not key.startswith(".")} == changed


def test_the_next_publish_needs_no_recording_to_bring_the_newer_content_back(files: Files) -> None:
    """A machine without media publishes after the rollback: what was there before is still known."""
    store = MemoryStore()
    channel = Channel(store)
    one, two = files.episode("one", "a"), files.episode("two", "c", image=files.picture("p"))
    channel.publish(one)
    channel.publish(one, two)
    newest = public(store)
    channel.rollback(1)
    channel.publish(replace(one, recording=None), replace(two, recording=None))
    assert public(store) == newest


def test_a_recording_that_only_an_older_revision_names_is_looked_for(files: Files) -> None:
    store = MemoryStore()
    channel = Channel(store)
    channel.publish(files.episode("one", "a"))
    channel.publish(files.episode("one", "b"))
    channel.publish(files.episode("one", "b"), article("case"))
    (key,) = (one.key for one in channel.revisions()[2].objects if one.key.startswith("media/"))
    channel.rollback(1)
    assert dead_ends(store) == []
    channel.publish(files.episode("one", "b"), article("case"))
    store.delete(key)
    with pytest.raises(PublisherError, match=rf"revision 1 cannot come back: .*not there any more: {key}"):
        channel.rollback(1)


@pytest.mark.parametrize("body", [b"", b"b", b"other"], ids=["empty", "as long", "longer"])
def test_a_recording_that_is_another_one_is_no_way_back(files: Files, body: bytes) -> None:
    store = MemoryStore()
    channel = Channel(store)
    channel.publish(files.episode("one", "a"))
    channel.publish(files.episode("one", "b"))
    (key,) = (one.key for one in channel.revisions()[1].objects if one.key.startswith("media/"))
    store.put(key, body, type="audio/mpeg", cache="x", sha256="x")
    with pytest.raises(PublisherError, match="not there any more"):
        channel.rollback(1)


def test_a_copy_that_is_gone_or_damaged_stops_before_anything_is_written(files: Files) -> None:
    store = WatchedStore()
    channel = Channel(store)
    channel.publish(article("case"))
    channel.publish(article("case", title="New"))
    (page,) = (one for one in channel.revisions()[1].objects if one.key == "articles/case.html")
    store.delete(blob_key(page.sha256 or ""))
    store.writes.clear()
    with pytest.raises(PublisherError, match=r"no copies any more of articles/case\.html"):
        channel.rollback(1)
    store.put(blob_key(page.sha256 or ""), b"?", type="x", cache="x", sha256="x")
    with pytest.raises(StoreError, match=r"the copy of articles/case\.html is damaged"):
        channel.rollback(1)
    assert store.writes == [blob_key(page.sha256 or "")]


def test_what_many_miss_is_named_in_part(files: Files) -> None:
    store = MemoryStore()
    channel = Channel(store)
    channel.publish(*(files.episode(f"e{n}", f"a{n}") for n in range(8)))
    channel.publish(*(files.episode(f"e{n}", f"b{n}") for n in range(8)))
    for one in channel.revisions()[1].objects:
        if one.key.startswith("media/"):
            store.delete(one.key)
    with pytest.raises(PublisherError, match=r"media/e0-\w+\.mp3, .*media/e4-\w+\.mp3 and 3 more$"):
        channel.rollback(1)


def test_a_revision_of_another_address_is_no_way_back() -> None:
    """Every link in it would lead there."""
    channel = Channel(MemoryStore())
    channel.publish(article("case"))
    channel.show = replace(SHOW, base_url="https://new.example/show")
    channel.publish(article("case"))
    with pytest.raises(PublisherError, match=r"made for another address than https://new\.example/show"):
        channel.rollback(1)


@pytest.mark.parametrize("died_after", range(1, 17))
def test_a_run_that_died_is_undone_by_going_back_to_the_last_whole_revision(died_after: int) -> None:
    store = WatchedStore()
    channel = Channel(store)
    channel.publish(article("case"), event("cafe"))
    whole = public(store)
    store.lives = died_after
    with pytest.raises(StoreError):
        channel.publish(article("case", title="New"), article("two"), event("cafe"))
    store.lives = None
    channel.rollback(1)
    assert channel.standing().unfinished is False
    assert public(store) == whole


@pytest.mark.parametrize("died_after", range(26))
def test_a_rollback_that_dies_breaks_nothing_and_is_finished_by_either(died_after: int, files: Files) -> None:
    store = WatchedStore()
    channel = Channel(store)
    old = [files.episode("one", "a"), event("cafe")]
    new = [files.episode("one", "b", title="New"), files.episode("two", "c"), event("cafe", start=HELD + DAY)]
    channel.publish(*old)
    channel.publish(*new)
    store.after = lambda: seen.append(dead_ends(store))
    seen: list[list[str]] = []
    store.lives = died_after
    with pytest.raises(StoreError):
        channel.rollback(1)
    assert not any(seen)
    store.lives = None
    channel.rollback(1)
    assert b"New" not in public(store)["podcast.xml"]
    channel.publish(*new)
    assert not any(seen)
    assert dead_ends(store) == []


def test_calendars_are_made_anew_and_go_on(files: Files) -> None:
    store = MemoryStore()
    channel = Channel(store)
    channel.publish(event("cafe", guid="cafe"))
    channel.publish(event("cafe", guid="cafe", start=HELD + DAY), event("fair", guid="fair"))
    channel.rollback(1)
    told = calendar(store)
    assert (told["cafe"].sequence, told["cafe"].start) == (2, HELD)
    assert (told["fair"].sequence, told["fair"].status) == (1, "CANCELLED")
    assert calendar(store, "events/cafe.ics") == {"cafe": told["cafe"]}
    assert b"Title of fair" in public(store)["events/fair.html"]


def test_a_recording_stays_though_its_headers_would_be_others_now(files: Files) -> None:
    """A new cache policy is no reason to send again what is not on this machine."""
    store = WatchedStore()
    channel = Channel(store)
    channel.publish(files.episode("one", "a"))
    channel.publish(files.episode("one", "a", title="New"))
    for revision in channel.revisions():
        older = tuple(replace(one, cache="no-cache") for one in revision.objects)
        put_revision(store, replace(revision, objects=older))
    store.writes.clear()
    channel.rollback(1)
    assert not [key for key in store.writes if key.startswith("media/")]


def test_back_to_an_episode_whose_recording_has_expired_there_is_no_way(files: Files) -> None:
    channel = Channel(MemoryStore())
    brief = files.episode("brief", "a", expires=START + 3 * DAY)
    channel.publish(brief)
    channel.publish(brief, article("case"), after=5 * DAY)
    assert not [key for key in public(channel.store) if key.startswith("media/")]
    with pytest.raises(PublisherError, match="not there any more: media/brief-"):
        channel.rollback(1)


@pytest.mark.parametrize("is_copied", [True, False])
def test_a_file_with_nothing_in_it_comes_back_too(is_copied: bool) -> None:
    store, empty = MemoryStore(), artifact("empty.txt")
    key = blob_key(empty.sha256) if is_copied else empty.key
    store.put(key, b"", type=empty.type, cache="x", sha256=empty.sha256)
    assert rollback._body(empty, store) == b""
