"""Series of which every time must be what its producer means (standards: ICS-007).

Whether a rule can be kept at all, reading it has told (ICS-020, ICS-021, EVENT-001).
"""

from __future__ import annotations

from collections.abc import Iterator

from publisher.check import waiting_events
from publisher.check.events import ENDS
from publisher.model import Problem, Rule, Severity, Site

APART = Rule("EVENT-004", Severity.WARNING, "A time of a series is over before the next one starts")


def is_over_before_it_happens_again(site: Site) -> Iterator[Problem]:
    """EVENT-004: who writes the end of the whole series means UNTIL."""
    for event in waiting_events(site):
        starts = event.recurrence.starts if event.recurrence else ()
        again = next((start for start in starts if start > event.start), None)
        if again and event.end and event.end > again:
            message = f"it is still on when it happens again, on {again:%Y-%m-%d}"
            fix = "write when its first time is over; when the series ends is said by UNTIL in its rule"
            yield APART.at(event.origin.at("end"), message, fix)


def ends_changed_times_after_they_start(site: Site) -> Iterator[Problem]:
    """ICS-007."""
    for event in waiting_events(site):
        for number, instance in enumerate(event.recurrence.changed if event.recurrence else ()):
            start = instance.start or instance.original
            if instance.end and instance.end <= start:
                above = f"recurrence.changed.{number}"
                place = event.origin.at(f"{above}.end", above, "recurrence.changed", "recurrence")
                message = f"the changed time of {instance.original:%Y-%m-%d} ends before it starts"
                yield ENDS.at(place, message, "write an end after its start, or remove it")
