"""The page of what was taken back for good: that it is gone, and not what it was."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

from publisher.model import Edition, Tombstone
from publisher.render import render

GONE = Tombstone(kind="episode", slug="secret", retracted=datetime(2026, 1, 31, 23, 30, tzinfo=UTC))
PAGE = "episodes/secret.html"


def test_it_says_when_and_is_found_by_nobody_who_does_not_have_the_address(edition: Edition) -> None:
    made = {one.key: one.body for one in render(replace(edition, gone=(GONE,)))}
    page = made[PAGE]
    assert isinstance(page, bytes)
    assert b"2026-02-01" in page, "in the show's zone"
    assert b'<meta name="robots" content="noindex">' in page
    for key, body in made.items():
        assert key == PAGE or not isinstance(body, bytes) or b"secret" not in body
