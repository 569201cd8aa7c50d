"""topics: an entry is on a topic if it has its tag, however that is typed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.model import Topic
from publisher.render.stream.topics import by_tag, folded, topics

from ..sample import ARTICLE, BARE, FULL

MOD, ANDET = Topic(tag="Mod", slug="mod"), Topic(tag="andet", slug="andet")


@pytest.mark.parametrize(
    ("one", "other"), [("Mod", "mod "), ("Caf\u00e9", "cafe\u0301"), ("STRASSE", "straße")]
)
def test_a_tag_means_the_same_however_it_is_typed(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_an_entry_is_on_the_topics_of_its_tags() -> None:
    assert topics((MOD, ANDET), FULL.entry) == (MOD,)
    assert topics((MOD, ANDET), BARE.entry) == ()


def test_entries_stand_once_at_each_of_their_tags() -> None:
    twice = replace(ARTICLE, entry=replace(ARTICLE.entry, tags=("mod", "Mod")))
    assert {tag: len(items) for tag, items in by_tag([FULL, twice]).items()} == {
        "mod": 2,
        "politik & ledelse": 1,
    }
