"""In which order mutable keys are written: what others point at before what points at it (S3-011)."""

from __future__ import annotations

FEEDS = 3
LAST = 4
POINTING = (".xml", ".atom", ".json", ".ics", ".txt")
"""How feeds, calendars and what else points at pages end; in folders, only `.xml` does."""


def rank(key: str) -> int:
    """0 what pages use, 1 pages, 2 the home page, 3 feeds and calendars, 4 podcast.xml, which apps read."""
    if key == "podcast.xml":
        return LAST
    if key == "index.html":
        return 2
    if key.endswith(".html"):
        return 1
    return FEEDS if key.endswith(".xml") or ("/" not in key and key.endswith(POINTING)) else 0
