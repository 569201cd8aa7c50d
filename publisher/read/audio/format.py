"""The formats that podcast apps play, with the media types and extensions we publish them under.

Types: APPLE-063 for MP3 and M4A (PSP-1's audio/m4a and IANA's audio/mp4 mean the same), RFC 5334
for Ogg, IANA for ADTS.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """`extension` is the one we publish under, `extensions` all that tell the truth about it."""

    label: str
    type: str
    extension: str
    extensions: tuple[str, ...]


MP3 = Format(label="MP3", type="audio/mpeg", extension=".mp3", extensions=(".mp3", ".mpga"))
M4A = Format(label="M4A (MPEG-4)", type="audio/x-m4a", extension=".m4a", extensions=(".m4a", ".m4b", ".mp4"))
AAC = Format(label="AAC (ADTS)", type="audio/aac", extension=".aac", extensions=(".aac", ".adts"))
VORBIS = Format(label="Ogg Vorbis", type="audio/ogg", extension=".ogg", extensions=(".ogg", ".oga"))
OPUS = Format(label="Opus", type="audio/ogg", extension=".opus", extensions=(".opus", ".ogg", ".oga"))
