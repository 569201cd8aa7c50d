"""From when until when: `start` and `end` of an event, or of one time of a series.

A day alone is an event of whole days; its end is the last day, as people write it, and not the day
after, as iCalendar has it (RFC 5545 §3.6.1; ICS-007).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from publisher.model import Rule, Severity
from publisher.model.source import RFC5545
from publisher.read.fields import Fields
from publisher.read.moment import When, midnight

ALIKE = Rule(
    "EVENT-006",
    Severity.ERROR,
    "Start and end both have a clock, or neither has",
    f"{RFC5545}#section-3.8.2.2",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Moments in the event's zone. Whole days have an `end`: the midnight after the last of them."""

    start: datetime
    end: datetime | None = None
    all_day: bool = False


def read_span(fields: Fields, zone: ZoneInfo) -> Span | None:
    """What `start` and `end` say; None without a start."""
    start = fields.when("start", zone)
    end = fields.when("end", zone, start)
    if start is None:
        return None
    over = read_end(fields, end, start, zone)
    return Span(start=start.moment, end=over or start.over, all_day=start.whole)


def read_end(fields: Fields, end: When | None, start: When, zone: ZoneInfo) -> datetime | None:
    """The moment when it is over, if `end` says so; `start` is whose form it must have."""
    if end is None:
        return None
    day = f"{end.moment:%Y-%m-%d}"
    if start.whole and not end.whole:
        fix = f"{fields.line('end', day)}, the last day; or give start a clock too"
        fields.report(ALIKE, "end", "has a clock, and start has none: that is an event of whole days", fix)
        return midnight(end.moment.date() + timedelta(days=1), zone)
    if end.whole and not start.whole:
        fix = f"{fields.line('end', f'{day} {_later(start.moment)}')}, or when it is over"
        fields.report(ALIKE, "end", "has no clock, and start has one: it is not said when it is over", fix)
        return None
    return end.over or end.moment


def _later(start: datetime) -> str:
    """The clock an hour after `start`, as an example; at night, the last of the day."""
    return f"{start.hour + 1:02}:{start:%M}" if start.hour < 23 else "23:59"
