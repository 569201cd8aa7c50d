"""Who hangs together with whom."""

from __future__ import annotations

from publisher.model import threads
from tests.settle.story import article, episode, event


def test_an_event_its_episode_and_the_article_on_the_episode_are_one_thread() -> None:
    entries = (
        article("read", recording="heard"),
        episode("heard", event="cafe"),
        event("cafe"),
        episode("alone"),
    )
    assert threads(entries) == {
        "cafe": ("heard", "read"),
        "heard": ("cafe", "read"),
        "read": ("cafe", "heard"),
    }


def test_it_does_not_matter_which_end_names_the_other() -> None:
    forth = threads((event("cafe", recording="heard"), episode("heard")))
    back = threads((event("cafe"), episode("heard", event="cafe")))
    both = threads((event("cafe", recording="heard"), episode("heard", event="cafe")))
    assert forth == back == both == {"cafe": ("heard",), "heard": ("cafe",)}


def test_who_is_not_there_ties_nothing() -> None:
    assert threads((episode("heard", event="hidden"), article("read", recording="read"))) == {}


def test_many_follow_ups_of_one_event_are_in_the_order_given() -> None:
    entries = (event("cafe"), *(episode(f"{number:03}", event="cafe") for number in range(200)))
    found = threads(entries)
    assert found["cafe"] == tuple(f"{number:03}" for number in range(200))
    assert found["199"][:2] == ("cafe", "000")
