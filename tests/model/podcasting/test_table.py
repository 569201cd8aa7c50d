"""publisher.model.podcasting.table: every formally defined tag, each once."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from publisher.model import Element
from publisher.model.podcasting import rules
from publisher.model.podcasting.table import TAGS, tag_of
from publisher.model.podcasting.tag import CHANNEL, ITEM, LIVE_ITEM

STANDARDS = Path(__file__).parents[4] / "shared/standards.md"


def test_every_tag_of_the_standard_is_there_under_its_code() -> None:
    """PN-010 to PN-041."""
    if not STANDARDS.is_file():
        pytest.skip("../shared/standards.md is not on this machine")
    rows = re.findall(r"^\| (PN-0[1-4]\d) \| (\w+)", STANDARDS.read_text(encoding="utf-8"), re.MULTILINE)
    assert {(tag.rule.code, name) for name, tag in TAGS.items()} == set(rows)


def test_every_parent_is_a_tag_or_a_place_in_rss() -> None:
    assert {parent for tag in TAGS.values() for parent in tag.parents} <= {*TAGS, CHANNEL, ITEM}


def test_a_live_item_takes_what_an_item_takes() -> None:
    """PN-029."""
    taken = {name for name, tag in TAGS.items() if tag.may_stand_in(LIVE_ITEM)}
    assert taken == {name for name, tag in TAGS.items() if ITEM in tag.parents}
    assert {"person", "alternateEnclosure", "contentLink", "chat"} <= taken


def test_every_rule_says_where_it_comes_from() -> None:
    assert all(tag.rule.source.startswith("https://") for tag in TAGS.values())
    assert len({tag.rule.code for tag in TAGS.values()}) == len(TAGS)


@pytest.mark.parametrize(
    ("name", "known"), [("podcast:person", True), ("person", False), ("podcast:x", False)]
)
def test_a_tag_is_known_with_its_prefix(name: str, known: bool) -> None:
    tag = tag_of(Element(name=name))
    assert (tag is not None) == known
    assert tag is None or tag.rule == rules.PERSON


def test_what_only_warns_has_a_rule_that_only_warns() -> None:
    """So that the list of all rules says of a code that it may be either."""
    for tag in TAGS.values():
        values = [value for one in tag.attributes if one.rule is None for value in one.values]
        warns = any(value.warns for value in values) or any(demand.kept for demand in tag.demands)
        assert tag.advice is None or tag.advice.code == tag.rule.code
        assert (tag.advice or tag.rule).severity == ("warning" if warns else tag.rule.severity), tag.name
