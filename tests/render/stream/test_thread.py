"""publisher.render.stream.thread: what an entry leads to, in every format."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model import Edition
from publisher.render.stream.thread import MOST, related

from ..eventful import TOLD
from ..sample import ARTICLE, BARE, CAFE, FULL


def test_one_end_of_the_thread_is_enough(edition: Edition) -> None:
    """An event may name its recording, or the episode its event."""
    forgetful = replace(CAFE, entry=replace(CAFE.entry, recording=None))
    assert related(replace(edition, events=(forgetful,)), forgetful) == (FULL,)
    silent = replace(FULL, entry=replace(FULL.entry, event=None))
    assert related(replace(edition, episodes=(silent, BARE)), silent) == (CAFE,)
    assert related(edition, BARE) == related(edition, ARTICLE) == ()


@pytest.mark.parametrize(("event", "recording"), [("001-cafe", None), (None, "002-mod")])
def test_an_article_that_names_either_is_in_the_thread_with_both(
    edition: Edition, event: str | None, recording: str | None
) -> None:
    """Events, then episodes, then articles."""
    told = replace(ARTICLE, entry=replace(ARTICLE.entry, event=event, recording=recording))
    whole = replace(edition, articles=(told,))
    assert related(whole, told) == (CAFE, FULL)
    assert related(whole, FULL) == (CAFE, told)
    assert related(whole, CAFE) == (FULL, told)


def test_editions_are_not_mixed_up(edition: Edition) -> None:
    """What was found of one is not what holds for the next."""
    whole = replace(edition, articles=(TOLD,))
    assert [related(one, CAFE) for one in (edition, whole, edition)] == [(FULL,), (FULL, TOLD), (FULL,)]


def test_of_a_long_thread_the_newest_are_shown(edition: Edition) -> None:
    """A series with a recording of each time would fill every item with the whole of itself."""
    episodes = tuple(
        replace(FULL, slug=f"nr-{number}", entry=replace(FULL.entry, path=f"nr-{number}"))
        for number in range(50, 0, -1)
    )
    held = replace(CAFE, entry=replace(CAFE.entry, recording=None))
    whole = replace(edition, episodes=episodes, events=(held,), articles=(TOLD,))
    assert related(whole, episodes[20]) == (held, *episodes[:MOST], TOLD)
    assert related(whole, held) == (*episodes[:MOST], TOLD)
