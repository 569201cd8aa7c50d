"""publisher.model.podcasting.breach: breaches are told once, in a producer's words.

Every tag's own are in tests/check/test_podcasting.py.
"""

from __future__ import annotations

import pytest

from publisher.model import Element
from publisher.model.podcasting.breach import breaches, where
from publisher.model.podcasting.elements import made


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("persons.0", "persons"),
        ("podcast.value.1.valueRecipient.0", "podcast.value.valueRecipient"),
        ("medium", "medium"),
    ],
)
def test_a_place_is_called_by_its_keys(key: str, expected: str) -> None:
    assert where(key) == expected


def test_a_misspelt_word_is_not_also_missing() -> None:
    """One mistake is one problem."""
    (breach,) = breaches([made("funding", None, "podcast.funding", utl="https://e.dk/")], "channel")
    assert (breach.message, breach.fix) == ("podcast.funding: utl is not a key I know", "write url")


def test_one_attribute_has_one_breach_at_most() -> None:
    """A soundbite of no seconds is not also too short."""
    bite = made("soundbite", None, "soundbites.0", startTime="0", duration="0")
    (breach,) = breaches([bite], "item")
    assert (breach.key, breach.word) == ("soundbites.0", "duration")


def test_the_whole_is_judged_only_when_its_parts_are_right() -> None:
    """PN-031: with a protocol that is none, nobody knows whether it needs a uri."""
    assert len([*breaches([made("socialInteract", None, "social", protocol="smoke")], "item")]) == 1


def test_a_text_where_none_belongs_is_told() -> None:
    (breach,) = breaches([made("podping", "on", "podcast.podping", usesPodping="true")], "channel")
    assert breach.fix == "remove it; known here: usesPodping"


def test_long_texts_are_shown_in_part() -> None:
    (breach,) = breaches([made("medium", "x" * 5000, "medium")], "channel")
    assert len(breach.message) < 150


def test_a_stray_tag_is_told_where_it_belongs() -> None:
    """PN-053, and nothing of what is in it."""
    stray = Element(name="podcast:integrity", children=(made("nonsense"),), key="podcast.integrity")
    (breach,) = breaches([stray], "item")
    assert (breach.rule.code, breach.fix) == ("PN-053", "move it to alternateEnclosure")
