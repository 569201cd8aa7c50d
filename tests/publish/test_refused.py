"""What a producer's machine and provider refuse: each a clear error, no secret said, and nothing lost."""

from __future__ import annotations

import errno
import os
import re
import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from datetime import datetime, timedelta
from pathlib import Path

import pytest
from botocore import auth

from publisher.store import folder, s3
from publisher.store.body import checked
from tests.publish.changing import Changing
from tests.publish.conftest import Place, Publishing, connect_once
from tests.read.audio.build import mp3

KILO = 1024
ROOM = 800 * KILO
"""Bytes on a small disk: a show has room there, and two recordings more have not."""
ADMIN = 1 << 21
"""CAP_SYS_ADMIN of capabilities(7): who has it may mount."""


def may_mount() -> bool:
    """Whether this process has the right to mount; root in a container often has not."""
    told = Path("/proc/self/status")
    rights = re.search(r"^CapEff:\s*(\w+)", told.read_text() if told.is_file() else "", re.MULTILINE)
    return bool(rights and int(rights[1], 16) & ADMIN)


@pytest.fixture
def anew(aws: pytest.MonkeyPatch, publish: Publishing) -> pytest.MonkeyPatch:
    """Every command asks the environment for credentials again."""
    aws.setattr(s3, "connect", connect_once.__wrapped__)
    return aws


@pytest.fixture
def before(publish: Publishing, place: Place, show: Changing) -> dict[str, str]:
    """What was published before, and would be changed."""
    assert publish().code == 0
    manifest = place.manifest()
    show.change()
    return manifest


@pytest.mark.parametrize(
    ("variable", "value", "said"),
    [
        ("AWS_SECRET_ACCESS_KEY", "hush-hush", "the access key or its secret is wrong"),
        ("AWS_ACCESS_KEY_ID", "nobody", "the access key or its secret is wrong"),
        ("AWS_SECRET_ACCESS_KEY", None, "there are no credentials"),
        ("AWS_PROFILE", "nobody", "the credentials cannot be had"),
    ],
)
def test_wrong_credentials(
    variable: str,
    value: str | None,
    said: str,
    before: dict[str, str],
    anew: pytest.MonkeyPatch,
    publish: Publishing,
    place: Place,
) -> None:
    with anew.context() as environment:
        environment.delenv(variable, raising=False)
        if value:
            environment.setenv(variable, value)
        ran = publish()
    assert (ran.code, said in ran.err, "→ " in ran.err, "hush" in ran.err) == (1, True, True, False), ran.err
    assert place.manifest() == before
    assert publish().code == 0


def test_a_bucket_that_is_not_there(publish: Publishing) -> None:
    ran = publish("--target", "s3://no-such-bucket/show")
    assert (ran.code, "there is no bucket no-such-bucket" in ran.err) == (1, True), ran.err
    assert "aws s3 mb s3://no-such-bucket" in ran.err


def test_a_clock_that_is_an_hour_off(
    before: dict[str, str], publish: Publishing, place: Place, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the server's own judgment of what was signed then."""
    now: Callable[[], datetime] = vars(auth)["get_current_datetime"]

    def slow() -> datetime:
        return now() - timedelta(hours=1)

    with monkeypatch.context() as clock:
        clock.setattr(auth, "get_current_datetime", slow)
        ran = publish()
    assert (ran.code, "clock and the server's differ too much" in ran.err) == (1, True), ran.err
    assert "time synchronisation" in ran.err
    assert place.manifest() == before
    assert publish().code == 0


def test_a_cache_that_cannot_be_written_is_done_without(
    publish: Publishing, place: Place, show: Changing, proxy: object
) -> None:
    """A read-only project, as some CI jobs have it; and a file where the folder should be."""
    cache = show.folder / ".publisher"
    cache.mkdir()
    with read_only(cache):
        for _ in range(2):
            assert publish().code == 0
            place.manifest()
            show.change()
    if os.getuid() or may_mount():
        assert list(cache.iterdir()) == []
    shutil.rmtree(cache)
    cache.write_bytes(b"")
    assert publish().code == 0
    place.manifest()


@contextmanager
def read_only(folder: Path) -> Iterator[None]:
    """Nothing can be written into `folder`; by root only who may mount keeps it so."""
    if not may_mount():
        folder.chmod(0o500)
        yield
        folder.chmod(0o700)
        return
    mount("--bind", folder, folder)
    try:
        mount("-o", "remount,ro,bind", folder)
        yield
    finally:
        subprocess.run(["umount", folder], check=True)


def mount(*words: str | Path) -> None:
    """Where `may_mount`."""
    subprocess.run(["mount", *words], check=True)


@pytest.fixture(params=["played", *(["real"] if may_mount() else [])])
def disk(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """A folder on a disk with little room."""
    small = tmp_path / "disk"
    small.mkdir()
    if request.param == "real":
        mount("-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", small)
        yield small
        subprocess.run(["umount", small], check=True)
        return

    def limited(body: bytes | Path, sha256: str) -> Iterator[bytes]:
        room = ROOM - sum(map(taken, small.rglob("*")))
        for piece in checked(body, sha256):
            room -= len(piece)
            if room < 0:
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            yield piece

    monkeypatch.setattr(folder, "checked", limited)
    yield small


def taken(path: Path) -> int:
    """The size of a file; nothing of one that was renamed meanwhile."""
    with suppress(FileNotFoundError):
        return path.stat().st_size if path.is_file() else 0
    return 0


def test_a_disk_that_is_full(disk: Path, publish: Publishing, show: Changing) -> None:
    """By the recording, or so that not even a claim can be written."""
    target = ("--target", str(disk / "show"))
    assert publish(*target).code == 0
    before = (disk / "show/podcast.xml").read_bytes()
    show.change()
    show.record(mp3(2 * ROOM // 417))
    ran = publish(*target)
    assert (ran.code, "the disk is full" in ran.err, "Make room" in ran.err) == (1, True, True), ran.err
    with (disk / "ballast").open("wb", buffering=0) as ballast, suppress(OSError):
        for _ in range(ROOM // KILO):
            ballast.write(bytes(KILO))
    ran = publish(*target)
    assert (ran.code, "the disk is full" in ran.err) == (1, True), ran.err
    assert (disk / "show/podcast.xml").read_bytes() == before
    (disk / "ballast").unlink()
    show.change()
    ran = publish(*target)
    assert ran.code == 0, ran.err
    assert (disk / "show/podcast.xml").read_bytes() != before
    assert not list(disk.rglob(".~[0-9a-f]*"))
