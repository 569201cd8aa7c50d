"""thread: what was recorded, what tells of what."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from publisher.model import Edition, Entry, Published
from publisher.render.site.frame import Frame
from publisher.render.site.structured.thread import thread
from tests.render.sample import ARTICLE, BARE, CAFE, EDITION, FULL

TOLD = replace(ARTICLE, entry=replace(ARTICLE.entry, event="001-cafe"))
AFTER = replace(BARE, entry=replace(BARE.entry, event="001-cafe"))
WHOLE = replace(EDITION, episodes=(FULL, AFTER), articles=(TOLD,))


def relations(item: Published[Any], edition: Edition = WHOLE) -> dict[str, list[str]]:
    found = thread(Frame(edition), item)
    return {name: [str(each["url"]).rpartition("/")[2] for each in those] for name, those in found.items()}


def test_an_event_was_recorded_in_one_and_others_tell_of_it() -> None:
    assert relations(CAFE) == {
        "recordedIn": ["mod-til-at-lede.html"],
        "subjectOf": ["optakt.html", "hvad-vi-laerte.html"],
    }


def test_an_episode_is_a_recording_or_about_the_event() -> None:
    """What an article says of it, it is the subject of; another episode only stands beside it."""
    assert relations(FULL) == {"recordedAt": ["innovationscafe.html"], "subjectOf": ["hvad-vi-laerte.html"]}
    assert relations(AFTER) == {"about": ["innovationscafe.html"], "subjectOf": ["hvad-vi-laerte.html"]}


def test_an_article_is_about_all_the_others() -> None:
    assert relations(TOLD) == {"about": ["innovationscafe.html", "mod-til-at-lede.html", "optakt.html"]}


def test_what_is_alone_is_in_no_thread() -> None:
    alone: Published[Entry] = replace(ARTICLE, entry=replace(ARTICLE.entry, path="alene"))
    assert relations(alone) == {}
