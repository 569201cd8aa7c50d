"""transcript.json: segments of Podcasting 2.0."""

from __future__ import annotations

import json
from collections.abc import Callable

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.model import Cue
from publisher.read.transcript import from_text
from publisher.render.spoken.captions import said
from publisher.render.transcript_json import render

from .said import NASTY, cues, only, spoken


def test_it_is_as_its_golden(golden: Callable[[str], None]) -> None:
    """The whole document, for people to read."""
    golden("episodes/mod-til-at-lede/transcript.json")


@settings(max_examples=200, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
@given(cues(NASTY, st.none() | NASTY))
def test_any_text_comes_back(told: list[Cue]) -> None:
    """TRJ-001, and the way back: everything but paragraphs."""
    text = only(render, spoken(told))
    document = json.loads(text)
    assert document["version"] == "1.0.0"
    assert all({"startTime", "endTime", "body"} <= set(segment) for segment in document["segments"])
    expected = [(cue.start, cue.end, cue.speaker, cue.text.replace("\n", " ")) for cue in said(told)]
    assert [(cue.start, cue.end, cue.speaker, cue.text) for cue in from_text(text, "t.json")[0]] == expected
