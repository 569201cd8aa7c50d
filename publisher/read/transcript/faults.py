"""What is wrong with a transcript: each loss is told, of each kind of repair only the first."""

from __future__ import annotations

from dataclasses import replace

from publisher.model import Place, Problem, Rule, Severity
from publisher.read.slip import MOST

_W3C = "https://www.w3.org/TR/webvtt1/"
_PN = "podcast-namespace transcripts.md"

KIND = Rule("TR-001", Severity.ERROR, "A transcript is WebVTT, SubRip, JSON, HTML or plain text", _PN)
EMPTY = Rule("TR-002", Severity.ERROR, "A transcript has words")
LANGUAGE = Rule("TR-004", Severity.ERROR, "Each transcript of an episode is in a language of its own")
PARTLY = Rule("TR-005", Severity.WARNING, "Where most lines of a transcript have times, all have")
NO_TIME = Rule("TR-006", Severity.WARNING, "A time in a transcript is a time")
HEADER = Rule("VTT-001", Severity.WARNING, "WebVTT starts with WEBVTT and a blank line", _W3C)
VTT_TIME = Rule("VTT-002", Severity.ERROR, "WebVTT times are written 00:00:01.000 --> 00:00:04.000", _W3C)
ORDER = Rule("VTT-003", Severity.WARNING, "What is said later comes later, and ends after it starts", _W3C)
VTT_TEXT = Rule("VTT-004", Severity.WARNING, "WebVTT has blank lines between cues and nowhere else", _W3C)
CARD = Rule(
    "SRT-001", Severity.ERROR, "SubRip is cards of a number, times and words, a blank line between", _PN
)
SRT_TIME = Rule("SRT-003", Severity.WARNING, "SubRip times are written 00:00:01,000 --> 00:00:04,000", _PN)
SEGMENTS = Rule("TRJ-001", Severity.ERROR, "A JSON transcript has segments with startTime and body", _PN)


class Faults:
    """The problems of one transcript file. Lines and columns are 1-based."""

    def __init__(self, file: str) -> None:
        self.file = file
        self._lost: list[Problem] = []
        self._mended: dict[tuple[str, str], tuple[Problem, int]] = {}

    def place(self, line: int, column: int = 1) -> Place:
        """A place in the file."""
        return Place(file=self.file, line=line, column=column)

    def lost(self, rule: Rule, place: Place, message: str, fix: str) -> None:
        """Tell of something that no listener gets."""
        if len(self._lost) < MOST:
            self._lost.append(rule.at(place, message, fix))

    def mended(self, rule: Rule, place: Place, message: str, fix: str) -> None:
        """Tell of something that we understand as it was meant; once, with how often."""
        mild = replace(rule, severity=Severity.WARNING).at(place, message, fix)
        first, count = self._mended.get((rule.code, message), (mild, 0))
        self._mended[rule.code, message] = first, count + 1

    def problems(self) -> tuple[Problem, ...]:
        """All of them."""
        counted = (
            replace(first, message=f"{first.message} ({count} times)") if count > 1 else first
            for first, count in self._mended.values()
        )
        return (*self._lost, *counted)
