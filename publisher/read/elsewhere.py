"""`audio: {url, length, type, duration}`: media that somebody else hosts (APPLE-061)."""

from __future__ import annotations

from datetime import timedelta

from publisher.model import Elsewhere
from publisher.read.fields import VALUE, Fields
from publisher.read.moment import position


def read_elsewhere(fields: Fields) -> Elsewhere | None:
    """What the producer says of media that are not here; None with the problem recorded."""
    url, length, media = fields.url("url"), fields.whole("length", least=1), fields.text("type")
    fields.require(VALUE, "url", fields.line("url", "https://…"))
    fields.require(VALUE, "length", fields.line("length", "1234567", bare=True) + ", its size in bytes")
    fields.require(VALUE, "type", fields.line("type", "audio/mpeg"))
    duration = _duration(fields)
    if not (url and length and media):
        return None
    return Elsewhere(url=url, length=length, type=media, duration=duration)


def _duration(fields: Fields) -> timedelta:
    text = fields.text("duration")
    found = position(text) if text else timedelta()
    if found is None:
        fields.report(VALUE, "duration", "is no length of time", fields.line("duration", "31:05"))
    return found or timedelta()
