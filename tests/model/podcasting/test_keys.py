"""publisher.model.podcasting.keys: a producer's words for the namespace's."""

from __future__ import annotations

import pytest

from publisher.model.podcasting.keys import KEYS, Key, key_at
from publisher.model.podcasting.table import TAGS


@pytest.mark.parametrize(
    ("path", "tag"),
    [
        ("persons.0", "person"),
        ("alternate_enclosures.0.sources.1", "source"),
        ("alternate_enclosures.integrity", "integrity"),
        ("podcast.person", None),
        ("extra.media:rating", None),
    ],
)
def test_a_key_is_known_by_its_path(path: str, tag: str | None) -> None:
    key = key_at(path)
    assert (key.tag if key else None) == tag


@pytest.mark.parametrize("key", KEYS.values(), ids=KEYS)
def test_every_key_stands_for_a_tag_and_its_words_for_attributes(key: Key) -> None:
    for one in (key, *key.children):
        tag = TAGS[one.tag]
        assert {word for word, _ in one.words}.isdisjoint(meant for _, meant in one.words)
        meant = [*(meant for _, meant in one.words), *(name for name, _ in one.given), one.bare]
        files = {"file", *(child.name for child in one.children)}
        assert [name for name in meant if not tag.attribute(name) and name not in files] == []


def test_words_and_attributes_stand_for_each_other() -> None:
    key = KEYS["soundbites"]
    assert (key.attribute("start"), key.word("startTime"), key.word("duration")) == (
        "startTime",
        "start",
        "duration",
    )
