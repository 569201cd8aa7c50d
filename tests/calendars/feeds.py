"""What feed readers make of our feeds."""

from __future__ import annotations

import json
from typing import Any

import feedparser


def entries(feed: bytes) -> list[Any]:
    """What feedparser reads, which nothing disturbed."""
    read = feedparser.parse(feed)
    assert not read.bozo
    return list(read.entries)


def guids(key: str, feed: bytes) -> list[str]:
    """The ids of a feed's items; Atom's are URNs."""
    if key.endswith(".json"):
        return [item["id"] for item in json.loads(feed)["items"]]
    return [item.id.removeprefix("urn:uuid:") for item in entries(feed)]
