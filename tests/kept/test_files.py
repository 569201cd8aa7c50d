"""What the system says of files, and how far that is to be believed."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from publisher.kept.files import COARSE, SECOND, TICK, fingerprint, is_settled, known
from tests.kept.runs import settle_down

HOUR = 3600 * SECOND


def age(folder: Path, by: int = HOUR) -> None:
    """Let everything in `folder` have been written before, by so many nanoseconds; not on a whole second."""
    for path in (folder, *folder.rglob("*")):
        if not path.is_symlink():
            moment = (time.time_ns() - by) // SECOND * SECOND + 123_456_789
            os.utime(path, ns=(moment, moment))
    settle_down(folder)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Some files that were written an hour ago."""
    made = tmp_path / "folder"
    (made / "sub").mkdir(parents=True)
    (made / "a").write_text("1")
    (made / "sub/b").write_text("2")
    age(made)
    return made


@pytest.mark.parametrize(
    ("written", "after", "expected"),
    [
        (HOUR + 1, TICK + 1, True),
        (HOUR + 1, TICK, False),
        (HOUR + 1, 0, False),
        (HOUR + 1, -HOUR, False),
        # Nothing finer than seconds was written down, so they may be all that the disk knows.
        (HOUR, TICK + 1, False),
        (HOUR, COARSE, False),
        (HOUR, COARSE + 1, True),
    ],
)
def test_a_file_that_was_changed_within_the_clocks_tick_is_not_believed(
    written: int, after: int, expected: bool
) -> None:
    """It may be changed again, and look the same."""
    assert is_settled((1, written, written, 1), written + after) is expected


def test_a_folder_that_nobody_touches_is_the_same(folder: Path) -> None:
    before = fingerprint(folder)
    assert before
    assert fingerprint(folder) == before


def test_any_change_makes_another_fingerprint(folder: Path) -> None:
    seen = {fingerprint(folder)}
    changes: tuple[Callable[[], object], ...] = (
        lambda: (folder / "a").write_text("3"),
        lambda: (folder / "sub/b").rename(folder / "sub/c"),
        lambda: (folder / "sub/c").rename(folder / "c"),
        lambda: (folder / "new").touch(),
        lambda: (folder / "a").rename(folder / "sub/a"),
        lambda: os.utime(folder / "sub/a", ns=(HOUR + 1, HOUR + 1)),
    )
    for number, change in enumerate(changes, 1):
        change()
        for path in (folder, *folder.rglob("*")):
            # What has been written just now is of an hour ago by now, each time a little less.
            if time.time_ns() - path.stat().st_mtime_ns < HOUR // 2:
                os.utime(path, ns=(time.time_ns() - HOUR + number * SECOND + 1,) * 2)
        settle_down(folder)
        seen.add(fingerprint(folder))
        assert None not in seen
        assert len(seen) == number + 1


def test_another_file_in_the_place_of_one_with_the_same_size_and_time_is_seen(folder: Path) -> None:
    """By its inode."""
    before, stat = fingerprint(folder), (folder / "a").stat()
    (folder / "other").write_text("9")
    (folder / "other").replace(folder / "a")
    os.utime(folder / "a", ns=(stat.st_mtime_ns, stat.st_mtime_ns))
    assert known((folder / "a").stat())[:2] == known(stat)[:2]
    assert fingerprint(folder) != before


def test_a_file_that_was_put_there_just_now_is_not_believed_however_old_it_is(folder: Path) -> None:
    """As by `cp -p`: whoever read it before may have read another one."""
    stat = (folder / "a").stat()
    (folder / "a").write_text("9")
    os.utime(folder / "a", ns=(stat.st_mtime_ns, stat.st_mtime_ns))
    assert not is_settled(known((folder / "a").stat()), time.time_ns())
    assert fingerprint(folder) is None
    settle_down(folder)
    assert is_settled(known((folder / "a").stat()), time.time_ns())


@pytest.mark.parametrize("name", ["a", "sub/b", "sub"])
def test_just_after_a_change_a_fingerprint_tells_nothing(folder: Path, name: str) -> None:
    os.utime(folder / name)
    assert fingerprint(folder) is None


def test_what_is_behind_a_link_to_a_folder_is_not_known(folder: Path) -> None:
    (folder.parent / "elsewhere").mkdir()
    (folder / "link").symlink_to("../elsewhere")
    age(folder)
    age(folder.parent / "elsewhere")
    assert fingerprint(folder) is None


def test_links_to_files_are_as_what_they_lead_to(folder: Path) -> None:
    other = folder.parent / "other"
    other.write_text("1")
    (folder / "link").symlink_to(other)
    age(folder.parent)
    before = fingerprint(folder)
    other.write_text("22")
    age(folder.parent)
    assert before
    assert fingerprint(folder) != before
    other.unlink()
    assert fingerprint(folder) is None


def test_a_folder_that_is_not_there_has_none(tmp_path: Path) -> None:
    assert fingerprint(tmp_path / "nowhere") is None
