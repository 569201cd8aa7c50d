"""What importing a calendar tells: where an event could not be brought as it was."""

from __future__ import annotations

from publisher.model import Rule, Severity
from publisher.model.source import RFC5545

WHOLE = Rule("IMPORT-001", Severity.WARNING, "A calendar is whole, and in UTF-8", f"{RFC5545}#section-3.1.4")
START = Rule("IMPORT-002", Severity.ERROR, "An event to import has a start", f"{RFC5545}#section-3.6.1")
END = Rule(
    "IMPORT-003", Severity.WARNING, "An event to import ends after it starts", f"{RFC5545}#section-3.8.2.2"
)
ZONE = Rule(
    "IMPORT-004", Severity.WARNING, "A calendar says what its time zones are", f"{RFC5545}#section-3.2.19"
)
SERIES = Rule(
    "IMPORT-005",
    Severity.WARNING,
    "A series to import is one that event.md can say",
    f"{RFC5545}#section-3.8.5",
)
SAME = Rule("IMPORT-006", Severity.WARNING, "A UID is one event's", f"{RFC5545}#section-3.8.4.7")
PRIVATE = Rule("IMPORT-007", Severity.WARNING, "What may be private is not published unseen")
TEXT = Rule(
    "IMPORT-008",
    Severity.WARNING,
    "An event to import has a title, and a text that somebody may read",
    f"{RFC5545}#section-3.8.1.12",
)
