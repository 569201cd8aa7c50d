"""publisher.render.stream: one order for all kinds, and the thread between them."""

from __future__ import annotations

from dataclasses import replace

from publisher.model import Edition
from publisher.render.stream import authors, related, stream

from ..sample import ARTICLE, BARE, CAFE, FULL


def test_the_stream_is_newest_first(edition: Edition) -> None:
    """Whatever the kind."""
    assert stream(edition) == (ARTICLE, FULL, CAFE, BARE)


def test_equal_moments_keep_a_fixed_order(edition: Edition) -> None:
    """Episodes, articles, events: the order never depends on chance."""
    cafe, article = replace(CAFE, published=FULL.published), replace(ARTICLE, published=FULL.published)
    made = stream(replace(edition, episodes=(FULL,), events=(cafe,), articles=(article,)))
    assert [item.entry.kind for item in made] == ["episode", "article", "event"]


def test_one_end_of_the_thread_is_enough(edition: Edition) -> None:
    """An event may name its recording, or the episode its event."""
    forgetful = replace(CAFE, entry=replace(CAFE.entry, recording=None))
    assert related(replace(edition, events=(forgetful,)), forgetful) == (FULL,)
    silent = replace(FULL, entry=replace(FULL.entry, event=None))
    assert related(replace(edition, episodes=(silent, BARE)), silent) == (CAFE,)
    assert related(edition, BARE) == related(edition, ARTICLE) == ()


def test_an_event_is_its_organizers() -> None:
    """Speakers do not announce it."""
    assert [person.name for person in authors(CAFE)] == ['CO-PI, "Caféen"']
    assert authors(replace(CAFE, entry=replace(CAFE.entry, organizer=None))) == ()
