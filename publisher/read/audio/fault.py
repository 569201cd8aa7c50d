"""What can be wrong with a recording. The rules without another source are our own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from publisher.errors import PublisherError
from publisher.model import Place, Problem, Rule, Severity
from publisher.model.source import AUDIO, GUIDE

_E, _W = Severity.ERROR, Severity.WARNING

EMPTY = Rule("AUDIO-001", _E, "A recording is not empty")
UNREADABLE = Rule("AUDIO-002", _E, "A recording is a file that can be read")
NOT_AUDIO = Rule("AUDIO-003", _E, "A recording is audio, whatever its name says", GUIDE)
UNKNOWN = Rule("AUDIO-004", _E, "A recording is of a kind that can be recognised", GUIDE)
UNPLAYED = Rule("AUDIO-005", _E, "A recording is MP3, M4A (AAC or ALAC), AAC, Ogg Vorbis or Opus", AUDIO)
VIDEO = Rule("AUDIO-006", _E, "A recording has sound only, no moving pictures", GUIDE)
PROTECTED = Rule("AUDIO-007", _E, "A recording is not copy-protected", "ISO/IEC 14496-12 §8.12")
INCOMPLETE = Rule("AUDIO-008", _E, "A recording is there from beginning to end")
SILENT = Rule("AUDIO-009", _E, "A recording has sound in it")
FRAGMENTED = Rule(
    "AUDIO-010", _E, "An M4A file is whole, not in streaming fragments", "ISO/IEC 14496-12 §8.8"
)
NAME = Rule("AUDIO-011", _W, "A recording's extension says what it is", GUIDE)
JUNK_BEFORE = Rule("AUDIO-012", _W, "A recording starts with its tags or its sound")
JUNK_INSIDE = Rule("AUDIO-013", _W, "A recording has no damaged places")
MISCOUNTED = Rule("AUDIO-014", _W, "An MP3 file is as long as its own header says", "Xing and VBRI headers")
INDEX_LAST = Rule(
    "AUDIO-015", _W, "The index of an M4A file comes before its sound", "ISO/IEC 14496-12 §6.2.3"
)
NO_END = Rule(
    "AUDIO-016", _W, "An Ogg file ends with its end mark", "https://www.rfc-editor.org/rfc/rfc3533#section-4"
)
TAGS = Rule("AUDIO-017", _W, "A recording's tags can be read")

NOT_FETCHED = Rule("AUDIO-018", _E, "A recording that was never published is on this machine")

RULES = (
    EMPTY,
    UNREADABLE,
    NOT_AUDIO,
    UNKNOWN,
    UNPLAYED,
    VIDEO,
    PROTECTED,
    INCOMPLETE,
    SILENT,
    FRAGMENTED,
    NAME,
    JUNK_BEFORE,
    JUNK_INSIDE,
    MISCOUNTED,
    INDEX_LAST,
    NO_END,
    TAGS,
    NOT_FETCHED,
)

EXPORT = "export the recording from your editor as MP3 (mono, 96 kb/s) and put that file here"
EXPORT_AGAIN = "export it again from your editor, as MP3 (mono, 96 kb/s)"
COPY_AGAIN = "copy or download the file again; if it stays short, " + EXPORT_AGAIN


@dataclass(frozen=True, slots=True)
class AudioFault:
    """One thing wrong with one recording. `message` starts with "it": the place names the file."""

    rule: Rule
    message: str
    fix: str

    @property
    def code(self) -> str:
        """The rule's code, e.g. AUDIO-008."""
        return self.rule.code

    @property
    def severity(self) -> Severity:
        """The rule's severity."""
        return self.rule.severity

    def at(self, place: Place) -> Problem:
        """The fault as a problem of the file at `place`."""
        return self.rule.at(place, self.message, self.fix)


class UnfitError(PublisherError):
    """Raised where a file turns out to be no recording; never leaves this package."""

    def __init__(self, rule: Rule, message: str, fix: str = EXPORT) -> None:
        super().__init__(message, fix=fix)
        self.fault = AudioFault(rule, message, fix)


def clock(time: timedelta) -> str:
    """A duration as people write it, rounded to seconds: 1:02:03 or 0:30."""
    minutes, seconds = divmod(round(time.total_seconds()), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"


def amount(size: int) -> str:
    """A number of bytes as people write it: 900 bytes, 4 KB, 1.2 MB."""
    if size < 1000:
        return f"{size} bytes"
    return f"{size / 1000:.0f} KB" if size < 1_000_000 else f"{size / 1_000_000:.1f} MB"
