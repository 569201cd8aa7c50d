"""Lengths are counted as directories count them: characters here, bytes there."""

from __future__ import annotations

import pytest

from publisher.check.lengths import (
    has_a_description_that_fits,
    has_something_said_of_it,
    has_summaries_that_fit,
    has_values_that_fit,
)
from publisher.model import Origin, Person

from .site import episode, event, found, heard, said, shown, site

LONG = "æ" * 256


def test_values_are_counted_in_characters() -> None:
    for key in ("title", "author", "copyright"):
        assert found(has_values_that_fit, shown(**{key: LONG})) == ["APPLE-007 warning"]
        assert found(has_values_that_fit, shown(**{key: LONG[:255]})) == []
    assert found(has_values_that_fit, shown(link="https://example.org/" + LONG)) == ["APPLE-007 warning"]
    assert found(has_values_that_fit, shown(owner=Person(name=LONG, email=LONG))) == ["APPLE-007 warning"]
    assert found(has_values_that_fit, heard(title=LONG)) == ["APPLE-007 warning"]
    assert found(has_values_that_fit, heard(guid=LONG)) == ["APPLE-007 warning"]
    assert found(has_values_that_fit, site(event(title=LONG, guid=LONG))) == ["APPLE-007 warning"]


@pytest.mark.parametrize(
    ("text", "is_told"),
    [("a" * 4000, False), ("a" * 4001, True), ("æ" * 2000, False), ("æ" * 2001, True), ("🎙" * 1001, True)],
)
def test_descriptions_are_counted_in_bytes(text: str, is_told: bool) -> None:
    """They are cut at a word when they are written: tests/render/wire/test_wire.py."""
    assert found(has_a_description_that_fits, shown(description=text)) == ["APPLE-021 warning"] * is_told
    assert found(has_summaries_that_fit, heard(summary=text)) == ["APPLE-069 warning"] * is_told


def test_how_much_is_too_much_is_told() -> None:
    message, fix = said(has_a_description_that_fits, shown(description="æ" * 2010))
    assert message == "description has 4020 bytes; it is cut at the last word that fits in 4000"
    assert fix.startswith("write it 20 bytes shorter")


def test_an_episode_of_which_nothing_is_said_is_a_warning() -> None:
    mute = {"summary": None, "excerpt": "", "html": ""}
    assert found(has_something_said_of_it, heard(**mute)) == ["PSP-021 warning"]
    assert found(has_something_said_of_it, heard(**mute | {"html": "<p><img></p>"})) == []
    assert found(has_something_said_of_it, heard(**mute, draft=True)) == []
    assert found(has_something_said_of_it, heard(**mute | {"title": ""})) == []
    bare = episode("talk", **mute, origin=Origin(file="episodes/talk.mp3"))
    assert said(has_something_said_of_it, site(bare))[1].startswith("put talk.md with a summary beside it")
