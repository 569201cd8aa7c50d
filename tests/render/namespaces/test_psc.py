"""publisher.render.namespaces.psc: chapters inside the feed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from publisher.model import Chapter
from publisher.render.namespaces.psc import Psc

from ..sample import BARE, FULL
from ..xml import attributes
from .conftest import Built


def test_starts_are_normal_play_time(item: Built) -> None:
    """CH-010: to the millisecond, and past an hour."""
    start = timedelta(hours=11, minutes=5, seconds=7, milliseconds=80)
    psc = Psc()
    psc.item(replace(FULL, entry=replace(FULL.entry, chapters=(Chapter(start=start, title="x"),))))
    assert attributes(item(psc), ".//psc:chapter") == [{"start": "11:05:07.080", "title": "x"}]


def test_silent_and_nameless_chapters_are_not_listed(item: Built) -> None:
    """The format requires a title and knows nothing silent; without any there is no list."""
    chapters = (Chapter(start=timedelta()), Chapter(start=timedelta(), title="x", toc=False))
    for episode in (replace(FULL, entry=replace(FULL.entry, chapters=chapters)), BARE):
        psc = Psc()
        psc.item(episode)
        assert len(item(psc)) == 0
