"""What goes at once with an entry, and what with a person."""

from __future__ import annotations

import pytest

from publisher.model import LedgerEntry, Mark
from publisher.retract import is_taken
from tests.settle.story import START

ROW = LedgerEntry(kind="episode", guid="g", slug="one", path="", published=START, updated=START, hash="")


def mark(key: str, *, orphan: bool = False) -> Mark:
    return Mark(key=key, since=START, size=1, orphan=orphan)


@pytest.mark.parametrize(
    ("key", "taken"),
    [
        ("media/one-0123456789ab.mp3", True),
        ("media/one-r2-0123456789ab.m4a", True),
        ("media/one-more-0123456789ab.mp3", False),
        ("media/other-0123456789ab.mp3", False),
        ("media/one.mp3", False),
        ("art/any-0123456789ab.jpg", True),
        ("assets/any-0123456789ab.pdf", True),
        (".publisher/revisions/1-a.json", True),
        (".publisher/blobs/aa", True),
        ("articles/case.html", True),
    ],
)
def test_with_an_entry_go_its_recordings_and_all_that_may_tell_of_it(key: str, taken: bool) -> None:
    assert is_taken(mark(key), ROW) is taken
    assert is_taken(mark(key), None)


def test_what_was_never_public_goes_too() -> None:
    assert is_taken(mark("media/other-0123456789ab.mp3", orphan=True), ROW)
