"""publisher.render.namespaces.itunes: only what Apple acts on, and only if it was said."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from publisher.model import Edition
from publisher.render.namespaces.itunes import Itunes

from ..sample import BARE, SHOW, enclosure
from ..xml import attributes, find, texts
from .conftest import Built


def test_categories_are_nested_in_their_own_parents(edition: Edition, item: Built) -> None:
    """APPLE-028."""
    itunes = Itunes()
    itunes.channel(edition)
    outer = find(item(itunes), "itunes:category")
    assert [category.get("text") for category in outer] == ["Business", "Government"]
    assert attributes(outer[0], "itunes:category") == [{"text": "Management"}]


def test_a_show_says_whether_it_is_explicit_whatever_else_it_leaves_out(
    edition: Edition, item: Built
) -> None:
    """APPLE-030: true or false, never yes or no."""
    itunes = Itunes()
    itunes.channel(replace(edition, show=replace(SHOW, author=None, owner=None, cover=None, categories=())))
    tags = item(itunes)
    assert texts(tags, "itunes:explicit") == ["false"]
    assert len(tags) == 3


def test_only_yes_is_said_of_what_only_yes_changes(edition: Edition, item: Built) -> None:
    """APPLE-037, APPLE-038, APPLE-076."""
    show = replace(SHOW, block=True, complete=True, new_feed_url="https://ny.dk/podcast.xml")
    channel, blocked = Itunes(), Itunes()
    channel.channel(replace(edition, show=show))
    blocked.item(edition, replace(BARE, entry=replace(BARE.entry, block=True)))
    tags = item(channel)
    assert [texts(tags, f"itunes:{name}") for name in ("block", "complete", "new-feed-url")] == [
        ["Yes"],
        ["Yes"],
        ["https://ny.dk/podcast.xml"],
    ]
    assert texts(item(blocked), "itunes:block") == ["Yes"]


def test_an_episode_leaves_out_what_it_does_not_know(edition: Edition, item: Built) -> None:
    """APPLE-073: a missing number is not zero."""
    itunes = Itunes()
    itunes.item(edition, BARE)
    names = [str(tag.tag).partition("}")[2] for tag in item(itunes)]
    assert names == ["title", "duration", "episodeType"]


def test_durations_are_whole_seconds(edition: Edition, item: Built) -> None:
    """APPLE-070."""
    itunes = Itunes()
    itunes.item(edition, replace(BARE, enclosure=replace(enclosure("x"), duration=timedelta(seconds=59.7))))
    assert texts(item(itunes), "itunes:duration") == ["60"]
