"""A show that writes every key there is, and a feed that has every tag."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml
from lxml import etree

from publisher.model.foreign import NAMESPACES
from publisher.model.podcasting.table import TAGS
from tests.maximal.built import EPISODES, publisher
from tests.test_docs import documented


def front_matter(path: Path) -> dict[str, Any]:
    """The keys of an entry."""
    found: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8").split("---\n")[1])
    return found


def test_every_key_of_a_show_is_written() -> None:
    written = tomllib.loads((EPISODES / "show.toml").read_text(encoding="utf-8"))
    assert set(written) == documented()["show.toml"]


@pytest.mark.parametrize("path", ["everything/episode.md", "open-day/event.md", "about/article.md"])
def test_every_key_of_an_entry_is_written_in_one(path: str) -> None:
    assert set(front_matter(EPISODES / path)) == documented()[Path(path).name]


def test_it_has_episodes_of_every_type() -> None:
    types = {front_matter(path).get("type", "full") for path in EPISODES.glob("*/episode.md")}
    assert types == {"full", "bonus", "trailer"}


def test_every_tag_of_the_namespace_is_in_the_feed(feed: bytes) -> None:
    """All but images, which image has replaced."""
    names = {etree.QName(node) for node in etree.fromstring(feed).iter("{*}*")}
    ours = {name.localname for name in names if name.namespace == NAMESPACES["podcast"]}
    assert ours == set(TAGS) - {"images"}


def test_every_attribute_of_the_namespace_is_in_the_feed(feed: bytes) -> None:
    root = etree.fromstring(feed)
    for tag in TAGS.values():
        found = list(root.iter(f"{{{NAMESPACES['podcast']}}}{tag.name}"))
        missing = {
            one.name
            for one in tag.attributes
            if not any(node.text if one.name == "text" else node.get(one.name) for node in found)
        }
        assert missing == set() or tag.name == "images", tag.name


def test_nothing_is_wrong_with_it_but_what_was_meant(maximal: Path) -> None:
    """Tags in a description are shown as they stand; that is what this one is for."""
    ran = publisher(maximal, "check", "--strict")
    assert ran.stdout == (
        "episodes/show.toml:3:1: SPOT-007 warning: the description has '<b>' in it, which apps show as it "
        'stands; write `description = "Æbler & pærer er ikke ens: €5, “citat” og 🍏. نص عربي til sidst."`\n'
    )
    assert ran.returncode == 1
