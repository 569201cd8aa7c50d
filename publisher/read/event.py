"""event.md into an Event."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from publisher.model import Event, Rule, Severity
from publisher.model.source import RFC5545
from publisher.read.programme import read_programme
from publisher.read.recurrence import read_recurrence
from publisher.read.recurrence.change import STATES
from publisher.read.show import read_zone
from publisher.read.source import Source
from publisher.read.span import read_span
from publisher.read.venue import read_venue

START = Rule("ICS-005", Severity.ERROR, "An event has a start", f"{RFC5545}#section-3.6.1")
LARGEST = 2**31 - 1
"""Of a SEQUENCE (RFC 5545 §3.3.8)."""


def read_event(source: Source) -> Event | None:
    """The event at `source`. Without a start there is none."""
    fields = source.fields
    name = read_zone(fields, "timezone", source.show.timezone)
    zone = ZoneInfo(name)
    span = read_span(fields, zone)
    fields.require(START, "start", "write `start: 2026-01-31 09:00`")
    venue = read_venue(fields, zone)
    programme = read_programme(fields, zone, span.start if span else None)
    recurrence = read_recurrence(fields, zone, span)
    organizer, audience = fields.person("organizer"), fields.text("audience")
    price, capacity = fields.text("price"), fields.text("capacity")
    status, recording = fields.choice("status", *STATES), fields.text("recording")
    sequence, common = fields.whole("sequence", most=LARGEST), source.common("speakers", uid="uid")
    if span is None:
        return None
    return Event(
        start=span.start,
        end=span.end,
        all_day=span.all_day,
        timezone=name,
        organizer=organizer,
        audience=audience,
        price=price,
        capacity=capacity,
        programme=programme,
        status=status,
        recurrence=recurrence,
        recording=recording,
        sequence=sequence or 0,
        **venue,
        **common,
    )
