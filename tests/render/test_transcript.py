"""Transcripts are passed on as they are."""

from __future__ import annotations

from dataclasses import replace

from publisher.model import Edition, Transcript
from publisher.render import render

from .sample import FULL


def test_a_transcript_is_the_text_as_given(edition: Edition) -> None:
    """Not a character more or less, those included that feeds cannot carry."""
    transcript = Transcript(
        text="1\n00:00:00,000 --> 00:00:01,000\nHøjt\x0cog\n", type="application/x-subrip"
    )
    item = replace(FULL, entry=replace(FULL.entry, transcript=transcript))
    made = {artifact.key: artifact for artifact in render(replace(edition, episodes=(item,)))}
    artifact = made["episodes/mod-til-at-lede/transcript.srt"]
    assert artifact.body == transcript.text.encode()
    assert artifact.type == "application/x-subrip; charset=utf-8"
