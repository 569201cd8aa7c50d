"""Times as transcripts write them: 1:02:03.5, 02:03,500, 0:11."""

from __future__ import annotations

import re
from datetime import timedelta

STAMP = r"(?:\d{1,4}:)?\d{1,4}:\d{1,2}(?:[.,]\d{1,9})?"
"""What may be a time; `clock` says whether it is one."""

_PARTS = re.compile(r"(?:(\d{1,4}):)?(\d{1,4}):(\d{1,2})(?:[.,:](\d{1,9}))?", re.ASCII)


def clock(text: str) -> timedelta | None:
    """The time from the start of the recording that `text` is, to the millisecond; None when it is none."""
    match = _PARTS.fullmatch(text.strip())
    if match is None:
        return None
    hours, minutes, seconds, rest = match.groups()
    if int(seconds) > 59 or (hours and int(minutes) > 59):
        return None
    milliseconds = round(int((rest or "0").ljust(9, "0")) / 1_000_000)
    return timedelta(
        hours=int(hours or 0), minutes=int(minutes), seconds=int(seconds), milliseconds=milliseconds
    )
