"""Topics that somebody can read about."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.check.topics import has_something_in_each_topic
from publisher.model import Site, Topic

from .site import SHOW, article, episode, found, said, site


def tagged(*tags: str, topic: str = "Politisk ledelse på Ærø", draft: bool = False) -> Site:
    """A show with that topic, and an article with these tags."""
    show = replace(SHOW, topics=(Topic(tag=topic, slug="x"),))
    return site(episode(), article(tags=tags, draft=draft), show=show)


@pytest.mark.parametrize(
    "tag", ["Politisk ledelse på Ærø", "politisk ledelse PÅ ærø", "politisk ledelse pa\u030a ærø"]
)
def test_a_topic_is_filled_by_its_tag_however_it_is_written(tag: str) -> None:
    assert found(has_something_in_each_topic, tagged("andet", tag)) == []


def test_an_empty_topic_is_told_with_the_tag_that_was_probably_meant() -> None:
    assert found(has_something_in_each_topic, tagged()) == ["TOPIC-002 warning"]
    assert said(has_something_in_each_topic, tagged("Andet", "Politisk ledelse paa Ærø")) == (
        "nothing has the tag 'Politisk ledelse på Ærø': its feed is empty",
        "write 'Politisk ledelse paa Ærø', as entries have it",
    )
    assert said(has_something_in_each_topic, tagged("Andet"))[1] == "add it to what it is about"


def test_a_draft_fills_nothing() -> None:
    topic = "Politisk ledelse på Ærø"
    assert found(has_something_in_each_topic, tagged(topic, draft=True)) == ["TOPIC-002 warning"]
