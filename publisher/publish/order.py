"""In which order mutable keys are written: what others point at before what points at it (S3-011)."""

from __future__ import annotations

FEEDS = range(3, 6)
"""The ranks of feeds: those are written only while the claim is surely ours."""
POINTING = (".xml", ".atom", ".json", ".ics", ".txt")
"""How feeds, calendars and what else points at pages end; in folders, only `.xml` does."""


def rank(key: str) -> int:
    """0 what pages use, 1 pages, 2 the home page, and of feeds 3 archives, 5 podcast.xml, 4 all others."""
    if key.startswith("archive/"):
        return 3
    if key == "podcast.xml":
        return 5
    if key == "index.html":
        return 2
    if key.endswith(".html"):
        return 1
    return 4 if key.endswith(".xml") or ("/" not in key and key.endswith(POINTING)) else 0
