"""episodes/<slug>/transcript.vtt: WebVTT with a voice for each speaker (w3.org/TR/webvtt1, APPLE-077)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Artifact, Edition
from publisher.render.spoken import Caption, Spoken, all_transcripts
from publisher.render.spoken.captions import wrap
from publisher.render.wire import artifact
from publisher.render.wire.part import Part

WIDTH = 65
"""Characters in a line, voices and escapes not counted (VTT-006)."""


def render(edition: Edition) -> Iterator[Part]:
    """Make a WebVTT file of each transcript that has times."""
    return all_transcripts(edition, "vtt", _file)


def _file(spoken: Spoken) -> Artifact:
    blocks = ("WEBVTT", *map(_cue, spoken.captions()))
    return artifact(spoken.key, f"{spoken.type}; charset=utf-8", ("\n\n".join(blocks) + "\n").encode())


def _cue(caption: Caption) -> str:
    text = "\n".join(_escape(line) for line in wrap(caption.text, WIDTH))
    return f"{_time(caption.start)} --> {_time(caption.end)}\n{_voice(caption.speaker)}{text}"


def _voice(speaker: str | None) -> str:
    # The blank keeps a name that ends in a dash from making an arrow.
    blank = " " if (speaker or "").endswith("-") else ""
    return f"<v {_escape(speaker)}{blank}>" if speaker else ""


def _escape(text: str) -> str:
    """VTT-004: without `>` there is no arrow either."""
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def _time(milliseconds: int) -> str:
    seconds, rest = divmod(milliseconds, 1000)
    return f"{seconds // 3600:02}:{seconds // 60 % 60:02}:{seconds % 60:02}.{rest:03}"
