"""What `store/interface.py` promises, of every store there is."""

from __future__ import annotations

import hashlib
import os
import threading
import tracemalloc
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from functools import cache
from pathlib import Path
from secrets import token_hex

import pytest

from publisher.errors import ConflictError, StoreError
from publisher.model import StoredObject
from publisher.store import open_store, s3
from publisher.store.folder import FolderStore
from publisher.store.interface import Progress, Store
from publisher.store.memory import MemoryStore
from publisher.store.split import SplitStore

connect_once = cache(s3.connect)
"""Making a client takes a quarter of a second, and here it is always the same one."""
SERVERS = {"s3": "seaweed", "moto": "moto", "rclone": "rclone"}
"""Buckets, by whose server they are on."""
NO_CONDITIONS = "it takes every write, whatever its condition"
LACKS = {
    "test_what_is_absent_is_none[rclone-folder]": "it answers 500 to deleting what is a folder to it",
    "test_what_is_absent_is_none[rclone-feed.xml/below]": "it deletes feed.xml for feed.xml/below",
    "test_a_version_is_replaced_by_who_knows_it_and_by_nobody_else[rclone]": NO_CONDITIONS,
    "test_what_is_not_there_has_no_version_and_is_replaced_by_nobody[rclone]": NO_CONDITIONS,
    "test_of_many_who_replace_one_version_one_wins[rclone]": NO_CONDITIONS,
    "test_what_shall_be_new_replaces_nothing[rclone]": NO_CONDITIONS,
    "test_a_probe_finds_that_conditions_are_kept_and_leaves_nothing[rclone]": NO_CONDITIONS,
}
"""What a server does otherwise than S3, and we cannot help."""
MIB = 1024 * 1024
LARGE = 20 * MIB + 1
"""More than one part of an upload."""


WHOLE = ["memory", "folder", "split", "s3", "moto"]
"""Stores whose readers see whole objects; rclone's now and then see part of one."""


@pytest.fixture(scope="module", params=[*WHOLE, "rclone"])
def kind(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture(scope="module")
def bucket(kind: str, request: pytest.FixtureRequest) -> str:
    """One bucket for all of them; each test has its own prefix in it."""
    return str(request.getfixturevalue(SERVERS[kind]).bucket()) if kind in SERVERS else ""


@pytest.fixture
def store(
    kind: str,
    bucket: str,
    tmp_path: Path,
    request: pytest.FixtureRequest,
    monkeypatch: pytest.MonkeyPatch,
) -> Store:
    """An empty store of each kind."""
    if kind == "split":
        return SplitStore(MemoryStore(), FolderStore(tmp_path / "state"))
    if kind not in SERVERS:
        return open_store("memory:" if kind == "memory" else "target", base=tmp_path)
    server = request.getfixturevalue(SERVERS[kind])
    monkeypatch.setattr(s3, "connect", connect_once)
    for name, value in server.environment.items():
        monkeypatch.setenv(name, value)
    return open_store(f"s3://{bucket}/{token_hex(4)}", endpoint=server.endpoint, base=tmp_path)


@pytest.fixture(autouse=True)
def lacking(request: pytest.FixtureRequest) -> None:
    """Know what to expect of whom."""
    if reason := LACKS.get(request.node.name):
        request.applymarker(pytest.mark.xfail(reason=reason, strict=True))


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("large") / "recording.mp3"
    path.write_bytes(os.urandom(MIB) * 20 + b"!")
    return path


def write(store: Store, key: str, body: bytes | Path, progress: Progress = lambda sent: None) -> StoredObject:
    """Put `body` as a feed; what `head` must tell of it, if the store keeps such things."""
    data = body if isinstance(body, bytes) else body.read_bytes()
    expected = StoredObject(
        key=key,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        type="application/rss+xml; charset=utf-8",
        cache="public, max-age=300",
    )
    put(store, key, body, expected, progress)
    return expected


def put(
    store: Store,
    key: str,
    body: bytes | Path,
    like: StoredObject | None = None,
    progress: Progress = lambda sent: None,
) -> None:
    """`Store.put` with the headers of `like`, else with any."""
    store.put(
        key,
        body,
        type=(like and like.type) or "text/plain",
        cache=(like and like.cache) or "no-store",
        sha256=(like and like.sha256) or digest(body),
        progress=progress,
    )


def digest(body: bytes | Path) -> str:
    """The sha256 of `body`; of a file that cannot be read, any."""
    if isinstance(body, Path):
        if not body.is_file():
            return "0" * 64
        with body.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    return hashlib.sha256(body).hexdigest()


def bare(told: StoredObject) -> StoredObject:
    """What a folder keeps of `told`: no type and no cache policy."""
    return replace(told, type=None, cache=None)


def keys(store: Store, prefix: str = "") -> list[str]:
    return sorted(stored.key for stored in store.list(prefix))


@pytest.mark.parametrize(
    "data",
    [b"", b"x", "Sæson 1 – på dansk\n".encode(), bytes(range(256)) * 5000],
    ids=["empty", "byte", "text", "every-byte"],
)
def test_what_is_put_can_be_got(store: Store, data: bytes) -> None:
    """Bytes go in and come out unchanged, be they none."""
    write(store, "episodes/one.html", data)
    assert store.get("episodes/one.html") == data


def test_a_small_file_can_be_put(store: Store, tmp_path: Path) -> None:
    """A Path is as good a body as bytes, be it empty."""
    for data in (b"", b"sound"):
        (tmp_path / "small.mp3").write_bytes(data)
        write(store, "media/small.mp3", tmp_path / "small.mp3")
        assert store.get("media/small.mp3") == data


def test_a_large_file_arrives_whole(store: Store, large: Path) -> None:
    """A file of several parts is one object with the right bytes and headers."""
    expected = write(store, "media/large.mp3", large)
    assert store.get("media/large.mp3") == large.read_bytes()
    assert store.head("media/large.mp3") in (expected, bare(expected))


def test_a_file_is_streamed(store: Store, kind: str, tmp_path: Path) -> None:
    """Memory does not grow with the recording, except in the store that is memory.

    In a bucket a few parts of it are on their way at once.
    """
    path = tmp_path / "long.mp3"
    with path.open("wb") as file:
        file.truncate(100 * MIB)
    tracemalloc.start()
    try:
        put(store, "media/long.mp3", path)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert peak < {"memory": 210, "split": 210, "folder": 12}.get(kind, 72) * MIB
    found = store.head("media/long.mp3")
    assert found is not None
    assert found.size == 100 * MIB


@pytest.mark.parametrize("size", [0, 1, LARGE])
def test_progress_adds_up_to_the_size(store: Store, tmp_path: Path, large: Path, size: int) -> None:
    """Whoever shows a bar ends at 100 %."""
    body = large if size == LARGE else tmp_path / "small.mp3"
    if body != large:
        body.write_bytes(b"x" * size)
    told: list[int] = []
    put(store, "media/a.mp3", body, progress=told.append)
    assert sum(told) == size
    put(store, "page.html", b"x" * 1000, progress=told.append)
    assert sum(told) == size + 1000


def test_a_write_replaces_everything(store: Store) -> None:
    """Of a longer, other object nothing is left, headers included."""
    put(store, "feed.xml", b"a much longer old feed")
    expected = write(store, "feed.xml", b"new")
    assert store.get("feed.xml") == b"new"
    assert store.head("feed.xml") in (expected, bare(expected))
    assert keys(store) == ["feed.xml"]


def test_head_tells_what_put_was_told(store: Store, kind: str) -> None:
    """Type and cache policy are kept, except by a folder, which says so by None."""
    expected = write(store, "podcast.xml", b"<rss/>")
    assert store.head("podcast.xml") == (bare(expected) if kind == "folder" else expected)


@pytest.mark.parametrize("key", ["absent.xml", "folder", "folder/absent.xml", "feed.xml/below"])
def test_what_is_absent_is_none(store: Store, key: str) -> None:
    """Neither a prefix of keys nor a key that goes on below an object is an object."""
    put(store, "folder/page.html", b"page")
    put(store, "feed.xml", b"feed")
    assert store.get(key) is None
    assert store.head(key) is None
    store.delete(key)
    assert keys(store) == ["feed.xml", "folder/page.html"]


def test_an_empty_store_is_empty(store: Store) -> None:
    """A target that nobody has written to yet can be asked like any other."""
    assert keys(store) == []
    assert keys(store, ".publisher/") == []
    assert store.get(".publisher/head.json") is None
    assert store.head(".publisher/head.json") is None


def test_deleting_twice_is_deleting(store: Store) -> None:
    """An object is gone after delete; once more is no error."""
    put(store, "a/b/c.html", b"x")
    for _ in range(2):
        store.delete("a/b/c.html")
        assert store.get("a/b/c.html") is None
        assert keys(store) == []


def test_a_prefix_is_a_string_not_a_folder(store: Store) -> None:
    """`a` is a prefix of `ab` as it is of `a/b`."""
    for key in ("a/b", "a/c/d", "ab", "b/a", "abc/d"):
        put(store, key, key.encode())
    assert keys(store) == ["a/b", "a/c/d", "ab", "abc/d", "b/a"]
    assert keys(store, "a") == ["a/b", "a/c/d", "ab", "abc/d"]
    assert keys(store, "a/") == ["a/b", "a/c/d"]
    assert keys(store, "a/c") == ["a/c/d"]
    assert keys(store, "ab") == ["ab", "abc/d"]
    assert keys(store, "a/b") == ["a/b"]
    assert keys(store, "a/b/") == []
    assert keys(store, "nothing/here") == []
    assert {stored.key: stored.size for stored in store.list("a/")} == {"a/b": 3, "a/c/d": 5}


def test_a_long_list_is_whole(store: Store) -> None:
    """S3 answers a thousand keys at a time; nobody must notice."""
    written = [f"episodes/{number:04}/index.html" for number in range(1205)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda key: put(store, key, b"x"), written))
    assert keys(store, "episodes/") == written


@pytest.mark.parametrize(
    "key",
    [
        ".publisher/revisions/12-3f9a.json",
        ".publisher/head.json",
        "media/003-politik-0123456789ab.mp3",
        "events/a_b.ics",
        ".well-known/x",
        "s" * 255 + "/" + "t" * 255,
        "awkward/ a b+c%20%2F(1)'\"~!,;:=@&$#?*<>|[]{}^`.mp3",
        "awkward/..a/...",
    ],
)
def test_a_key_means_itself(store: Store, key: str) -> None:
    """The keys that we use, and legal ones that we do not, are neither quoted nor shortened."""
    put(store, key, key.encode())
    assert store.get(key) == key.encode()
    assert keys(store) == [key]
    store.delete(key)
    assert keys(store) == []


@pytest.mark.parametrize(
    "key",
    [
        "",
        "/etc/passwd",
        "..",
        "../outside",
        "a/../../outside",
        "a/./b",
        "a//b",
        "a/",
        "a\\..\\b",
        "a\0b",
        "a\nb",
        "sæson",
        ".~unfinished",
        "s" * 256,
        "/".join(["s" * 200] * 6),
    ],
)
def test_a_hostile_key_is_refused(store: Store, key: str, tmp_path: Path) -> None:
    """No operation takes a key that another store could not take, or that leads elsewhere."""
    before = sorted(tmp_path.rglob("*"))
    for operation in (store.get, store.head, store.delete, lambda key: put(store, key, b"x")):
        with pytest.raises(StoreError, match="cannot be the key") as caught:
            operation(key)
        assert store.name in str(caught.value)
        assert caught.value.fix
    assert sorted(tmp_path.rglob("*")) == before
    assert keys(store) == []


@pytest.mark.parametrize("prefix", ["/", "../", "a/../../", "a//b", "a\\b/"])
def test_a_hostile_prefix_is_refused(store: Store, prefix: str) -> None:
    """A listing does not leave the target either."""
    with pytest.raises(StoreError):
        keys(store, prefix)


@pytest.mark.parametrize("body", ["absent.mp3", "a-folder"])
def test_a_failed_write_leaves_the_old_object(store: Store, tmp_path: Path, body: str) -> None:
    """A recording that cannot be read changes nothing, and the error names it."""
    (tmp_path / "a-folder").mkdir()
    expected = write(store, "media/a.mp3", b"old")
    with pytest.raises(StoreError, match=body) as caught:
        put(store, "media/a.mp3", tmp_path / body)
    assert caught.value.fix
    with pytest.raises(StoreError):
        put(store, "media/new/b.mp3", tmp_path / body)
    assert store.get("media/a.mp3") == b"old"
    assert store.head("media/a.mp3") in (expected, bare(expected))
    assert keys(store) == ["media/a.mp3"]


@pytest.mark.parametrize("size", [1000, LARGE])
def test_a_file_that_is_not_the_planned_one_is_refused(store: Store, tmp_path: Path, size: int) -> None:
    """Somebody is still saving the recording: what listeners have stays."""
    path = tmp_path / "recording.mp3"
    path.write_bytes(b"n" * size)
    write(store, "media/a.mp3", b"old")
    with pytest.raises(StoreError, match=r"recording\.mp3 changed") as caught:
        store.put("media/a.mp3", path, type="audio/mpeg", cache="no-store", sha256="0" * 64)
    assert "saved" in caught.value.fix
    assert store.get("media/a.mp3") == b"old"


@pytest.mark.parametrize("kind", WHOLE, indirect=True)
def test_no_reader_sees_a_torn_object(store: Store) -> None:
    """While a feed is overwritten again and again, every read is one of its versions, whole."""
    versions = [bytes([65 + number]) * (1000 + 9973 * number) for number in range(20)]
    put(store, "feed.xml", versions[0])
    done = threading.Event()

    def read() -> int:
        count = 0
        while not done.is_set():
            assert store.get("feed.xml") in versions
            count += 1
        return count

    with ThreadPoolExecutor(2) as pool:
        readers = [pool.submit(read) for _ in range(2)]
        try:
            for version in versions * 3:
                put(store, "feed.xml", version)
        finally:
            done.set()
        assert all(reader.result() for reader in readers)
    assert store.get("feed.xml") == versions[-1]


def test_threads_do_not_disturb_each_other(store: Store) -> None:
    """Writing into a folder while its last file is deleted works, whatever comes first."""

    def churn(number: int) -> None:
        for _ in range(10):
            put(store, f"shared/{number}", b"x")
            store.delete(f"shared/{number}")
        put(store, f"shared/{number}", b"y")

    with ThreadPoolExecutor(8) as pool:
        list(pool.map(churn, range(8)))
    assert keys(store) == [f"shared/{number}" for number in range(8)]


def test_the_name_is_what_one_would_write(store: Store, kind: str, bucket: str, tmp_path: Path) -> None:
    """It opens the same target again."""
    start = {"memory": "memory:", "split": "memory:", "folder": str(tmp_path / "target")}
    assert store.name.startswith(start.get(kind, f"s3://{bucket}/"))


def swap(store: Store, key: str, body: bytes, tag: str | None) -> str:
    """`Store.swap` with any headers."""
    return store.swap(key, body, type="text/plain", cache="no-store", sha256=digest(body), tag=tag)


def test_a_version_is_replaced_by_who_knows_it_and_by_nobody_else(store: Store) -> None:
    first = swap(store, "head", b"1", None)
    with pytest.raises(ConflictError):
        swap(store, "head", b"again", None)
    second = swap(store, "head", b"2", first)
    with pytest.raises(ConflictError):
        swap(store, "head", b"late", first)
    found = store.read("head")
    assert found and (found.data, found.tag) == (b"2", second)
    assert store.tag("head") == second


def test_what_is_not_there_has_no_version_and_is_replaced_by_nobody(store: Store) -> None:
    assert store.read("head") is None
    assert store.tag("head") is None
    with pytest.raises(ConflictError):
        swap(store, "head", b"1", swap(store, "other", b"1", None))


def test_a_version_is_as_old_as_the_store_says(store: Store) -> None:
    swap(store, "head", b"1", None)
    found = store.read("head")
    assert found and timedelta() <= found.age < timedelta(minutes=1)


def test_of_many_who_replace_one_version_one_wins(store: Store) -> None:
    tag = swap(store, "head", b"0", None)

    def attempt(number: int) -> bytes | None:
        try:
            swap(store, "head", str(number).encode(), tag)
        except ConflictError:
            return None
        return str(number).encode()

    with ThreadPoolExecutor(6) as pool:
        winners = [made for made in pool.map(attempt, range(1, 7)) if made]
    assert winners == [store.get("head")]


def test_a_copy_has_the_bytes_and_what_it_is_told(store: Store) -> None:
    made = write(store, "pages/a+b~c%20d.html", b"page")
    told = replace(made, key=".publisher/blobs/a", type="text/html", cache="no-store")
    tag = store.copy(made.key, told.key, type="text/html", cache="no-store", sha256=digest(b"page"))
    assert tag == store.tag(made.key)
    assert store.get(told.key) == b"page"
    assert store.head(told.key) in (told, bare(told))
    assert store.head(made.key) in (made, bare(made))


def test_what_is_other_than_it_was_is_not_copied(store: Store) -> None:
    made = write(store, "page.html", b"page")
    write(store, "page.html", b"egap")
    for key in ("page.html", "absent.html", "absent/page.html"):
        assert store.copy(key, "copy", type="x", cache="x", sha256=made.sha256 or "") is None
    assert store.get("copy") is None


def test_what_shall_be_new_replaces_nothing(store: Store) -> None:
    def put_new(body: bytes) -> None:
        store.put("media/a", body, type="text/plain", cache="no-store", sha256=digest(body), new=True)

    put_new(b"first")
    with pytest.raises(ConflictError):
        put_new(b"second")
    assert store.get("media/a") == b"first"


def test_a_probe_finds_that_conditions_are_kept_and_leaves_nothing(store: Store) -> None:
    assert store.probe(".publisher/probe") == store.conditions == "quoted"
    assert keys(store) == []


def test_a_probe_finds_that_conditions_are_ignored_and_leaves_nothing(store: Store, kind: str) -> None:
    """Then versions are replaced without them."""
    if kind != "rclone":
        assert store.probe(".publisher/probe") != "none"
        return
    assert store.probe(".publisher/probe") == store.conditions == "none"
    assert keys(store) == []
    swap(store, "head", b"2", swap(store, "head", b"1", None))
    assert store.get("head") == b"2"
