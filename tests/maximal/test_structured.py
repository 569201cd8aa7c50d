"""The pages of the maximal show: whatever a producer can write, machines are told it by the rules."""

from __future__ import annotations

from pathlib import Path

from tests.render.site.structured.judge import documents, judge
from tests.schema_org import faults


def test_what_machines_are_told_keeps_the_rules_and_schema_org_knows_it(maximal: Path) -> None:
    found = [
        one for page in sorted((maximal / "feeds").rglob("*.html")) for one in documents(page.read_bytes())
    ]
    types = {thing["@type"] for document in found for thing in judge(document)}
    assert {
        "PodcastSeries",
        "PodcastEpisode",
        "AudioObject",
        "Event",
        "Place",
        "Article",
        "Schedule",
    } <= types
    assert faults(found) == []
