"""event.md into an Event."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from publisher.model import Event, Online, Rule, Severity
from publisher.model.source import RFC5545
from publisher.read.show import read_zone
from publisher.read.source import Source

START = Rule("ICS-005", Severity.ERROR, "An event has a start", f"{RFC5545}#section-3.6.1")


def read_event(source: Source) -> Event | None:
    """The event at `source`. Without a start there is none."""
    fields = source.fields
    zone = read_zone(fields, "timezone", source.show.timezone)
    start = fields.moment("start", ZoneInfo(zone))
    fields.require(START, "start", "write `start: 2026-01-31 09:00`")
    end = fields.moment("end", ZoneInfo(zone))
    location, registration = fields.text("location"), fields.url("registration")
    audience, price, recording = fields.text("audience"), fields.text("price"), fields.text("recording")
    status = fields.choice("status", "confirmed", "tentative", "cancelled", "postponed")
    organizer, online = fields.person("organizer"), _online(source)
    common = source.common("speakers", uid="uid")
    if start is None:
        return None
    return Event(
        start=start,
        end=end,
        timezone=zone,
        location=location,
        online=online,
        registration=registration,
        organizer=organizer,
        audience=audience,
        price=price,
        status=status,
        recording=recording,
        **common,
    )


def _online(source: Source) -> Online | None:
    table = source.fields.table("online")
    if table is None:
        return None
    online = Online(
        platform=table.text("platform"),
        url=table.url("url"),
        join=table.url("join"),
        public=table.flag("public") or False,
    )
    table.close()
    return online
