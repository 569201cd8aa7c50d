"""publisher.model.podcasting.tag: where a tag may stand, and what it can say."""

from __future__ import annotations

import pytest

from publisher.model.podcasting import rules
from publisher.model.podcasting.tag import CHANNEL, ITEM, LIVE_ITEM, Tag, may, must

PERSON = Tag("person", rules.PERSON, (ITEM,), (may("role"), must("text")))


@pytest.mark.parametrize(("parent", "may_stand"), [(ITEM, True), (LIVE_ITEM, True), (CHANNEL, False)])
def test_a_tag_stands_in_its_parents_and_in_what_is_like_them(parent: str, may_stand: bool) -> None:
    assert PERSON.may_stand_in(parent) == may_stand


def test_its_text_is_one_of_its_attributes() -> None:
    text, role = PERSON.attribute("text"), PERSON.attribute("role")
    assert text and text.required
    assert role and not role.required
    assert PERSON.attribute("rol") is None
