"""The judge of our JSON-LD, judged: else what it passes would mean nothing."""

from __future__ import annotations

from typing import Any

from tests.schema_org import faults

SERIES = {"@type": "PodcastSeries", "name": "Mod", "webFeed": "https://example.dk/podcast.xml"}
WRONG: dict[str, dict[str, Any]] = {
    "durration": {"@type": "PodcastEpisode", "durration": "PT1M"},
    "startDate": {"@type": "PodcastEpisode", "startDate": "2023-03-31"},
    "feed": {"@type": "PodcastEpisode", "partOfSeries": SERIES | {"feed": "x"}},
    "PodcastSeries": {"@type": "Event", "location": SERIES},
    "EventGone": {"@type": "Event", "eventStatus": "https://schema.org/EventGone"},
    "Podcasts": {"@type": "Podcasts", "name": "Et"},
}
"""What schema.org does not know, by the word that is wrong with it."""


def graph(*things: dict[str, Any]) -> dict[str, Any]:
    return {"@context": "https://schema.org", "@graph": list(things)}


def test_what_schema_org_knows_passes() -> None:
    assert faults([graph({"@type": "PodcastEpisode", "name": "Et", "partOfSeries": SERIES})]) == []


def test_what_schema_org_does_not_know_is_refused() -> None:
    found = faults([graph(SERIES, wrong) for wrong in WRONG.values()])
    assert [word for word, fault in zip(WRONG, found, strict=True) if word not in fault] == []
