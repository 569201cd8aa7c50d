"""publisher.render.namespaces.psc: chapters inside the feed."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from publisher.model import Chapter, Edition
from publisher.render.namespaces.psc import Psc

from ..sample import BARE, FULL, asset
from ..xml import attributes
from .conftest import Built


def test_starts_are_normal_play_time(edition: Edition, item: Built) -> None:
    """CH-010: to the millisecond, and past an hour."""
    start = timedelta(hours=11, minutes=5, seconds=7, milliseconds=80)
    psc = Psc()
    psc.item(edition, replace(FULL, entry=replace(FULL.entry, chapters=(Chapter(start=start, title="x"),))))
    assert attributes(item(psc), ".//psc:chapter") == [{"start": "11:05:07.080", "title": "x"}]


def test_silent_and_nameless_chapters_are_not_listed(edition: Edition, item: Built) -> None:
    """The format requires a title and knows nothing silent; without any there is no list."""
    chapters = (Chapter(start=timedelta()), Chapter(start=timedelta(), title="x", toc=False))
    for episode in (replace(FULL, entry=replace(FULL.entry, chapters=chapters)), BARE):
        psc = Psc()
        psc.item(edition, episode)
        assert len(item(psc)) == 0


def test_art_of_ours_has_an_address(edition: Edition, item: Built) -> None:
    """A chapter's picture that lies beside the entry is published with it."""
    chapter = Chapter(start=timedelta(), title="x", art=asset("art/x-aaaaaaaaaaaa.png"), img="https://x.dk/")
    psc = Psc()
    psc.item(edition, replace(FULL, entry=replace(FULL.entry, chapters=(chapter,))))
    (seen,) = attributes(item(psc), ".//psc:chapter")
    assert seen["image"] == "https://example.dk/podcast/art/x-aaaaaaaaaaaa.png"
