"""What can be wrong with chapters as they are written (standards §4.4); the checks judge their times."""

from __future__ import annotations

from publisher.model import Rule, Severity

_SOURCE = "podcast-namespace jsonChapters.md"
FILE = Rule(
    "CH-001",
    Severity.ERROR,
    "Chapters are JSON, a list of times and titles, Audacity labels, Podlove chapters or ffmetadata",
    _SOURCE,
)
TIME = Rule("CH-002", Severity.ERROR, "Every chapter starts at a time in the recording", _SOURCE)
LINK = Rule("CH-005", Severity.WARNING, "A chapter's link, picture and place can be found", _SOURCE)
EXAMPLE = "write a line such as `00:01:30 Title`"
LONGEST = 10**7
"""Seconds. No recording is longer."""
