"""The hash of what an entry says is made once for each version of it, and each file that listeners get."""

from __future__ import annotations

from pathlib import Path

import pytest

from publisher.kept.hashes import Hashes
from publisher.kept.table import Table
from publisher.model import Enclosure, Entry
from publisher.settle import content_hash
from publisher.settle.enclosure import settle_enclosure
from tests.settle.story import article, episode

VERSION = b"one"


class Runs:
    """One run after the other, and what each had to hash."""

    def __init__(self, folder: Path) -> None:
        self._table = folder / "hashes.sqlite"
        self.made: list[str] = []

    def hash(
        self,
        entry: Entry,
        enclosure: Enclosure | None = None,
        version: bytes | None = VERSION,
        stamp: bytes = b"this program",
    ) -> str:
        self.made = []
        versions = {entry.path: version} if version else {}
        hashes = Hashes(Table(self._table), versions, stamp)
        told = hashes.remembering(self._make)(entry, enclosure)
        hashes.close()
        return told

    def _make(self, entry: Entry, enclosure: Enclosure | None) -> str:
        self.made.append(entry.path)
        return content_hash(entry, enclosure)


@pytest.fixture
def runs(tmp_path: Path) -> Runs:
    return Runs(tmp_path)


def test_it_is_made_once(runs: Runs) -> None:
    made = runs.hash(article("a"))
    assert runs.made == ["a"]
    assert runs.hash(article("a")) == made == content_hash(article("a"), None)
    assert runs.made == []


def test_another_version_or_program_has_it_made_anew(runs: Runs) -> None:
    runs.hash(article("a"))
    other = article("a", title="Another")
    assert runs.hash(other, version=b"two") == content_hash(other, None)
    runs.hash(article("a"))
    assert runs.hash(article("a"), stamp=b"another program") == content_hash(article("a"), None)
    assert runs.made == ["a"]


def test_another_file_has_it_made_anew(runs: Runs) -> None:
    one = episode("a")
    first = settle_enclosure(one, "a", None)
    second = settle_enclosure(episode("a", "goodbye"), "a", None)
    assert runs.hash(one, first) == content_hash(one, first)
    assert runs.hash(one, second) == content_hash(one, second)
    assert runs.made == ["a"]


def test_of_what_nobody_knows_the_version_it_is_made_each_time(runs: Runs) -> None:
    for _ in range(2):
        runs.hash(article("a"), version=None)
        assert runs.made == ["a"]
