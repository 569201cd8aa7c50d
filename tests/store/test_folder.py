"""What only a folder can do and suffer; the rest is in `test_conformance`."""

from __future__ import annotations

import errno
import hashlib
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from publisher.errors import StoreError
from publisher.standing import HEAD
from publisher.store.folder import FolderStore


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return tmp_path / "public"


@pytest.fixture
def store(root: Path) -> FolderStore:
    return FolderStore(root)


def put(store: FolderStore, key: str, body: bytes | Path = b"new") -> None:
    data = body if isinstance(body, bytes) else body.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    store.put(key, body, type="text/plain", cache="no-store", sha256=sha256)


def tree(folder: Path) -> list[str]:
    """Everything below `folder`, unfinished files and empty folders included."""
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*"))


def test_a_key_is_a_path(store: FolderStore, root: Path) -> None:
    """Any web server can serve the folder as it is: files are readable to all whom the umask allows."""
    put(store, "episodes/one.html")
    assert (root / "episodes/one.html").read_bytes() == b"new"
    umask = os.umask(0)
    os.umask(umask)
    assert (root / "episodes/one.html").stat().st_mode & 0o777 == 0o666 & ~umask


def test_reading_makes_no_folder(store: FolderStore, root: Path) -> None:
    """A target is made when something is published into it, not when it is looked at."""
    assert list(store.list()) == []
    assert store.get("a") is None
    store.delete("a")
    assert not root.exists()


def test_empty_folders_go_with_their_last_file(store: FolderStore, root: Path) -> None:
    """Up to the root, which stays."""
    put(store, "a/b/c/one.html")
    put(store, "a/two.html")
    store.delete("a/b/c/one.html")
    assert tree(root) == ["a", "a/two.html"]
    store.delete("a/two.html")
    assert tree(root) == []
    assert root.is_dir()


def test_unfinished_files_are_no_objects(store: FolderStore, root: Path) -> None:
    """Not even those that a killed publish left behind; hidden files of others are."""
    put(store, "a/one.html")
    (root / "a/.~0123").write_bytes(b"half")
    (root / ".htaccess").write_bytes(b"")
    assert sorted(stored.key for stored in store.list()) == [".htaccess", "a/one.html"]


def test_what_killed_writes_have_left_is_swept_away(store: FolderStore, root: Path) -> None:
    """Not what others call in the same way, nor the lock."""
    put(store, "a/one.html")
    store.swap(HEAD, b"{}", type="x", cache="x", sha256="x", tag=None)
    left = [".~0123456789abcdef", "a/.~fedcba9876543210", ".publisher/blobs/.~0123456789abcdef"]
    for name in (*left, "a/.~lock.one.odt#"):
        (root / name).parent.mkdir(exist_ok=True)
        (root / name).write_bytes(b"half")
    before = set(tree(root))
    store.sweep()
    assert before - set(tree(root)) == set(left)


@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EDQUOT, errno.EACCES, errno.EROFS, errno.EIO])
def test_a_failed_write_leaves_no_trace(
    store: FolderStore, root: Path, monkeypatch: pytest.MonkeyPatch, code: int
) -> None:
    """Whatever the disk says: the old object stays, and nothing else does."""
    put(store, "feed.xml", b"old")

    def refuse(self: Path, target: Path) -> None:
        raise OSError(code, os.strerror(code), str(target))

    monkeypatch.setattr(Path, "replace", refuse)
    for key in ("feed.xml", "new/folder/page.html"):
        with pytest.raises(StoreError, match=f"{root}: cannot write {key}: ") as caught:
            put(store, key)
        assert caught.value.fix
    assert tree(root) == ["feed.xml"]
    assert store.get("feed.xml") == b"old"


def test_a_full_disk_is_called_so(store: FolderStore, monkeypatch: pytest.MonkeyPatch) -> None:
    """In a producer's words, with what to do."""

    def refuse(self: Path, target: Path) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(StoreError, match="the disk is full") as caught:
        put(store, "a")
    assert "Make room" in caught.value.fix


def test_a_real_limit_of_the_system_leaves_no_trace(store: FolderStore, root: Path, tmp_path: Path) -> None:
    """A file grown too large half-way is taken away again (setrlimit, not a fake)."""
    resource = pytest.importorskip("resource")
    put(store, "media/a.mp3", b"old")
    (tmp_path / "large.mp3").write_bytes(b"x" * 3_000_000)
    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (2_000_000, before[1]))
    try:
        with pytest.raises(StoreError, match="too large for this file system"):
            put(store, "media/a.mp3", tmp_path / "large.mp3")
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)
    assert tree(root) == ["media", "media/a.mp3"]
    assert store.get("media/a.mp3") == b"old"


@pytest.mark.parametrize(("first", "second"), [("x", "x/y"), ("x/y", "x"), ("x", "x/y/z"), ("x/y/z", "x")])
def test_a_file_and_a_folder_cannot_share_a_name(
    store: FolderStore, root: Path, first: str, second: str
) -> None:
    """S3 can keep both keys; here the second is refused, and the first stays."""
    put(store, first, b"first")
    before = tree(root)
    with pytest.raises(StoreError, match=f"cannot write {second}: a file stands where") as caught:
        put(store, second)
    assert "rename" in caught.value.fix
    assert tree(root) == before
    assert store.get(first) == b"first"
    assert store.get(second) is None
    store.delete(second)
    assert tree(root) == before


def test_a_target_that_is_a_file_is_refused(root: Path) -> None:
    """For reading too: to call it empty would invite a first publish."""
    root.write_bytes(b"I am a file")
    store = FolderStore(root)
    for attempt in (store.get, store.head, store.delete, lambda key: put(store, key)):
        with pytest.raises(StoreError, match="is a file, not a folder"):
            attempt("a")
    with pytest.raises(StoreError, match="is a file, not a folder"):
        list(store.list())


def test_links_are_neither_followed_nor_listed(store: FolderStore, root: Path, tmp_path: Path) -> None:
    """What lies outside is not published, read, overwritten or deleted."""
    outside = tmp_path / "outside"
    outside.mkdir()
    (outside / "secret").write_bytes(b"secret")
    put(store, "a/one.html")
    (root / "folder").symlink_to(outside)
    (root / "file").symlink_to(outside / "secret")
    (root / "loop").symlink_to(root)
    assert [stored.key for stored in store.list()] == ["a/one.html"]
    for key in ("folder/secret", "file", "loop/a/one.html"):
        for attempt in (store.get, store.head, store.delete, lambda key: put(store, key)):
            with pytest.raises(StoreError, match="is a link"):
                attempt(key)
    with pytest.raises(StoreError, match="is a link"):
        list(store.list("folder/"))
    assert tree(outside) == ["secret"]
    assert (outside / "secret").read_bytes() == b"secret"


def test_the_target_itself_may_be_a_link(root: Path, tmp_path: Path) -> None:
    """A web root often is one."""
    (tmp_path / "disk").mkdir()
    root.symlink_to(tmp_path / "disk")
    store = FolderStore(root)
    put(store, "a/b")
    assert [stored.key for stored in store.list("a/")] == ["a/b"]
    assert (tmp_path / "disk/a/b").read_bytes() == b"new"


def test_a_relative_target_stays_where_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever changes directory later still writes into the same folder."""
    monkeypatch.chdir(tmp_path)
    store = FolderStore(Path("public"))
    monkeypatch.chdir("/")
    put(store, "a")
    assert tree(tmp_path) == ["public", "public/a"]


@contextmanager
def nobody(folder: Path) -> Iterator[None]:
    """Be a user who may not look into `folder`: root only plays one."""
    folder.chmod(0)
    root = os.geteuid() == 0
    if root:
        os.seteuid(65534)
    try:
        yield
    finally:
        if root:
            os.seteuid(0)
        folder.chmod(0o700)


def test_a_forbidden_folder_is_called_so(store: FolderStore, root: Path) -> None:
    """For listing too, where os.walk would say nothing."""
    put(store, "a/b")
    with nobody(root / "a"):
        for attempt in (store.get, lambda key: put(store, key), lambda key: list(store.list())):
            with pytest.raises(StoreError, match="this user may not"):
                attempt("a/b")
