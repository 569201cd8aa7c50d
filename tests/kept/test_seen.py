"""Files of builds: what they hold is known while nobody else has written them."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from publisher.kept.seen import Seen
from publisher.kept.table import Table
from tests.kept.runs import settle_down

HELD = "ab" * 32
HOUR = 3600_000_000_000


class Runs:
    """One run after the other, each with what the one before has noted."""

    def __init__(self, folder: Path) -> None:
        self._table = folder / "cache/seen.sqlite"
        self.file = folder / "page.html"
        self.file.write_text("1")
        os.utime(self.file, ns=(time.time_ns() - HOUR,) * 2)
        settle_down(folder)

    def note(self, *, ours: bool = False) -> None:
        seen = Seen(Table(self._table), time.time_ns())
        seen.note(str(self.file), self.file.stat(), HELD, ours=ours)
        seen.close()

    def found(self) -> str | None:
        return Seen(Table(self._table), time.time_ns()).sha256(str(self.file), self.file.stat())


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path)


def test_a_file_that_nobody_has_written_is_known(runs: Runs) -> None:
    assert runs.found() is None
    runs.note()
    assert runs.found() == HELD


@pytest.mark.parametrize("ours", [True, False])
def test_a_file_that_was_written_since_is_not_known(runs: Runs, ours: bool) -> None:
    """Neither by its time, nor by its size, nor by being another file."""
    runs.note(ours=ours)
    before = runs.file.stat().st_mtime_ns
    os.utime(runs.file)
    assert runs.found() is None
    runs.file.write_text("22")
    os.utime(runs.file, ns=(before, before))
    assert runs.found() is None
    aside = runs.file.with_name("aside")
    aside.write_text("1")
    os.utime(aside, ns=(before, before))
    aside.replace(runs.file)
    assert runs.found() is None


def test_what_was_written_just_now_is_believed_of_ourselves_only(runs: Runs) -> None:
    """Who else has written it may write again within the clock's tick."""
    os.utime(runs.file)
    runs.note()
    assert runs.found() is None
    runs.note(ours=True)
    assert runs.found() == HELD
