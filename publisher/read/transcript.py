"""Transcripts as their files have them: WebVTT or SubRip (VTT-001, SRT-001).

https://www.w3.org/TR/webvtt1/#file-structure
"""

from __future__ import annotations

import re

from publisher.model import Place, Problem, Rule, Severity, Transcript

KIND = Rule("TR-001", Severity.ERROR, "A transcript is WebVTT or SubRip", "podcast-namespace transcripts.md")
EMPTY = Rule(
    "TR-002", Severity.ERROR, "A transcript has at least one timed line", "https://www.w3.org/TR/webvtt1/"
)

_HEADER = re.compile(r"WEBVTT(?:[ \t].*)?(?:\n|$)")
_CUE = re.compile(r"(?:\d+:)?\d\d:\d\d\.\d{3}[ \t]+-->[ \t]+(?:\d+:)?\d\d:\d\d\.\d{3}")
_CARD = re.compile(r"\d+:\d\d:\d\d,\d{3}[ \t]+-->[ \t]+\d+:\d\d:\d\d,\d{3}")


def from_text(text: str, file: str) -> tuple[Transcript | None, tuple[Problem, ...]]:
    """The transcript that `text` is, judged by its content."""
    place = Place(file=file)
    if _HEADER.match(text):
        kind, cue, example = "text/vtt", _CUE, "00:00:01.000 --> 00:00:04.000"
    elif _CARD.search(text):
        kind, cue, example = "application/x-subrip", _CARD, "00:00:01,000 --> 00:00:04,000"
    else:
        message = "this is neither a WebVTT nor an SRT transcript"
        return None, (KIND.at(place, message, "export it as WebVTT: its first line is WEBVTT"),)
    if not cue.search(text):
        return None, (
            EMPTY.at(
                place, "the transcript has no timed line", f"write each as `{example}` and the words below"
            ),
        )
    return Transcript(text=text.rstrip("\n") + "\n", type=kind), ()
