"""All programs at once, and what they agree on."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from tests.calendars.javascript import by_node
from tests.calendars.python import by_ical, by_icalendar, by_recurring_ical_events
from tests.calendars.seen import Reading

PYTHON: dict[str, Callable[[bytes], Reading]] = {
    "icalendar": by_icalendar,
    "recurring-ical-events": by_recurring_ical_events,
    "ical": by_ical,
}
NAMES = (*PYTHON, "ical.js", "node-ical")


def read(calendars: Sequence[bytes]) -> list[dict[str, Reading]]:
    """What each program reads of each calendar."""
    here = [{name: by(calendar) for name, by in PYTHON.items()} for calendar in calendars]
    return [ours | theirs for ours, theirs in zip(here, by_node(calendars), strict=True)]
