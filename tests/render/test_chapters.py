"""chapters.json: JSON chapters of an episode."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta

import pytest

from publisher.model import Chapter, Edition
from publisher.render.chapters import render
from tests.render.made import artifacts

from .sample import FULL


def test_chapters_are_as_their_golden(golden: Callable[[str], None]) -> None:
    """The whole document, for people to read."""
    golden("episodes/mod-til-at-lede/chapters.json")


def test_only_episodes_with_chapters_have_a_file(edition: Edition) -> None:
    """An empty file would show an empty list in apps."""
    assert [artifact.key for artifact in artifacts(render(edition))] == [
        "episodes/mod-til-at-lede/chapters.json"
    ]


@pytest.mark.parametrize(
    ("start", "text"), [(timedelta(seconds=90), "90"), (timedelta(milliseconds=1250), "1.25")]
)
def test_times_are_numbers_of_seconds(edition: Edition, start: timedelta, text: str) -> None:
    """CH-002: never text, and no more digits than are meant."""
    item = replace(FULL, entry=replace(FULL.entry, chapters=(Chapter(start=start, title="x"),)))
    (artifact,) = artifacts(render(replace(edition, episodes=(item,))))
    assert isinstance(artifact.body, bytes)
    assert json.dumps(json.loads(artifact.body)["chapters"][0]["startTime"]) == text
