"""How feeds grow: what two real shows of different length are rendered to."""

from __future__ import annotations

import tempfile
from datetime import UTC, datetime
from pathlib import Path

from benchmarks import tree
from publisher.model import Edition, Ledger
from publisher.read import read
from publisher.render import render
from publisher.settle import settle

ARCHIVED = ("podcast.xml", "feed.xml", "feed.atom", "feed.json")
"""What `page_size` moves the oldest episodes of into archives."""
FEEDS = (*ARCHIVED, "sitemap.xml")
"""Of every episode, in one document each, whatever changes."""
NOW = datetime(2026, 1, 31, tzinfo=UTC)


def per_episode(few: int) -> dict[str, int]:
    """Bytes that one more episode adds to each feed, by shows with `few` episodes and twice as many."""
    shorter, longer = _sizes(few), _sizes(2 * few)
    return {key: round((longer[key] - shorter[key]) / few) for key in FEEDS}


def _sizes(episodes: int) -> dict[str, int]:
    return {one.key: one.size for one in render(_edition(episodes))}


def _edition(episodes: int) -> Edition:
    with tempfile.TemporaryDirectory() as folder:
        site = read(tree.write_show(Path(folder), episodes))
        return settle(site, Ledger(), NOW).edition
