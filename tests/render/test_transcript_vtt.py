"""transcript.vtt: WebVTT that nobody could fault, and that says what was said."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import timedelta
from html import unescape

import webvtt
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from publisher.model import Cue
from publisher.read.transcript import from_text
from publisher.render.spoken.captions import captions, said
from publisher.render.transcript_vtt import render

from .said import NAMES, NASTY, WORDS, cues, only, spoken

ANY = settings(max_examples=200, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))


def test_it_is_as_its_golden(golden: Callable[[str], None]) -> None:
    """The whole document, for people to read."""
    golden("episodes/mod-til-at-lede/transcript.vtt")


@ANY
@given(cues(WORDS, NAMES))
def test_what_is_written_is_what_we_read(told: list[Cue]) -> None:
    """The way back: times to the millisecond, speakers and words, without a complaint."""
    assert from_text(only(render, spoken(told)), "t.vtt") == (said(told), ())


@ANY
@given(cues(NASTY, st.none() | NASTY))
def test_no_text_breaks_the_format(told: list[Cue]) -> None:
    """VTT-001 to VTT-004 and VTT-006, by our own reader and by webvtt-py."""
    text = only(render, spoken(told))
    made = captions(told, timedelta(seconds=102.4))
    assert text.startswith("WEBVTT\n\n") or not made
    assert text.count("-->") == len(made)
    lines = re.sub(r"<v [^<>]*>", "", text).split("\n")
    assert all(len(unescape(line)) <= 65 for line in lines)
    other = webvtt.from_string(text).captions
    assert [(_milliseconds(one.start), _milliseconds(one.end)) for one in other] == [
        (c.start, c.end) for c in made
    ]
    seen = [(unescape(one.voice or "").strip(), _bare(unescape(one.text))) for one in other]
    assert seen == [(caption.speaker or "", _bare(caption.text)) for caption in made]


@ANY
@given(cues(NASTY, NAMES))
def test_any_text_comes_back(told: list[Cue]) -> None:
    """Where all speakers are known nothing is guessed, so only long words are parted."""
    back, problems = from_text(only(render, spoken(told)), "t.vtt") if said(told) else ((), ())
    assert problems == ()
    assert [_bare(cue.text) for cue in back] == [_bare(cue.text) for cue in said(told)]


def _bare(text: str) -> str:
    return "".join(text.split())


def _milliseconds(time: str) -> int:
    hours, minutes, seconds = time.split(":")
    return (int(hours) * 60 + int(minutes)) * 60_000 + round(float(seconds) * 1000)
