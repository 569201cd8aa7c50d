"""The cache is never needed: whatever happens to it, what is made is the same."""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Callable
from hashlib import sha256
from pathlib import Path

import pytest

from publisher.model import Look
from publisher.prepare.cache import Cache
from publisher.prepare.files import Files, Made, Use

NAME = "a" * 64
BODIES = (b"first", b"second")
FILES = Files(
    made=tuple(
        Made(
            use=Use.SIZE,
            width=number,
            height=9,
            type="image/webp",
            size=len(body),
            sha256=sha256(body).hexdigest(),
            body=body,
        )
        for number, body in enumerate(BODIES, 160)
    ),
    look=Look(accent="#123456"),
)


def bodies(files: Files | None) -> list[bytes]:
    """The bytes, wherever they are."""
    assert files
    return [one.body if isinstance(one.body, bytes) else one.body.read_bytes() for one in files.made]


def test_what_is_kept_is_found_as_files(tmp_path: Path) -> None:
    kept = Cache(tmp_path / "new/cache").keep(NAME, FILES)
    assert Cache(tmp_path / "new/cache").find(NAME) == kept
    assert all(isinstance(one.body, Path) for one in kept.made)
    assert (bodies(kept), kept.look) == ([*BODIES], FILES.look)


def test_nothing_is_kept_too(tmp_path: Path) -> None:
    """Of a broken picture nothing is made, and that need not be found out again."""
    Cache(tmp_path).keep(NAME, Files())
    assert Cache(tmp_path).find(NAME) == Files()


def test_what_was_never_kept_is_not_found(tmp_path: Path) -> None:
    assert Cache(tmp_path / "none").find(NAME) is None


def test_neither_git_nor_backups_keep_it(tmp_path: Path) -> None:
    Cache(tmp_path).keep(NAME, FILES)
    assert (tmp_path / ".gitignore").read_text() == "*\n"
    assert (tmp_path / "CACHEDIR.TAG").read_text().startswith("Signature: 8a477f597d28d172789f06886806bc55")


def _half(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-1])


def _other(path: Path) -> None:
    path.write_bytes(path.read_bytes()[::-1])


def _folder(path: Path) -> None:
    path.unlink()
    path.mkdir()


SPOIL = [
    _half,
    _other,
    Path.unlink,
    lambda path: path.write_bytes(b""),
    lambda path: path.write_bytes(b"[" * 9999),
]


@pytest.mark.parametrize("spoil", [*SPOIL, _folder])
@pytest.mark.parametrize("which", ["first", "record"])
def test_what_is_damaged_is_not_found(which: str, spoil: Callable[[Path], object], tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.keep(NAME, FILES)
    spoil(tmp_path / (FILES.made[0].sha256 if which == "first" else f"{NAME}.json"))
    assert cache.find(NAME) is None


@pytest.mark.parametrize("spoil", SPOIL)
def test_what_is_damaged_is_mended(spoil: Callable[[Path], object], tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.keep(NAME, FILES)
    for path in [path for path in tmp_path.iterdir() if len(path.name) >= 64]:
        spoil(path)
    assert bodies(cache.keep(NAME, FILES)) == bodies(cache.find(NAME)) == [*BODIES]


@pytest.mark.parametrize(
    "told",
    [
        None,
        [],
        {},
        {"made": None, "look": None},
        {"made": [{}], "look": None},
        {"made": [], "look": {"colour": "red"}},
        {"made": [{"sha256": "../outside", "size": 1}], "look": None},
        {"made": [{"sha256": 7, "size": 1}], "look": None},
    ],
    ids=str,
)
def test_a_record_that_we_did_not_write_is_not_believed(told: object, tmp_path: Path) -> None:
    (tmp_path / "outside").write_bytes(b"x")
    folder = tmp_path / "cache"
    folder.mkdir()
    (folder / f"{NAME}.json").write_text(json.dumps(told))
    assert Cache(folder).find(NAME) is None


def test_a_record_of_an_older_version_is_not_believed(tmp_path: Path) -> None:
    cache = Cache(tmp_path)
    cache.keep(NAME, FILES)
    record = tmp_path / f"{NAME}.json"
    record.write_text(record.read_text().replace('"use": "size"', '"use": "poster"'))
    assert cache.find(NAME) is None


def test_where_no_folder_can_be_the_bytes_are_kept(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    for folder in (tmp_path / "file", tmp_path / "file/cache", Path("/proc/cache")):
        assert Cache(folder).keep(NAME, FILES) == FILES
        assert Cache(folder).find(NAME) is None


@pytest.mark.parametrize("after", range(5))
def test_a_disk_that_is_full_leaves_nothing_half(
    after: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many files it took before; the last has some of its bytes on the disk by then."""
    left, write = [after], Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        left[0] -= 1
        if left[0] < 0:
            write(path, data[:2])
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
        return write(path, data)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "write_bytes", full)
        assert Cache(tmp_path).keep(NAME, FILES) == FILES
    assert Cache(tmp_path).find(NAME) is None
    assert bodies(Cache(tmp_path).keep(NAME, FILES)) == [*BODIES]
    assert not [path for path in tmp_path.iterdir() if path.stat().st_size == 2 and path.name != ".gitignore"]
