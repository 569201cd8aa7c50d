"""The ev namespace: RSS 1.0 Event module, purl.org/rss/1.0/modules/event (EV-001, EV-002)."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from publisher.model import Event, Published
from publisher.render.namespaces import Namespace


class Ev(Namespace):
    """When and where an event is."""

    prefix = "ev"
    uri = "http://purl.org/rss/1.0/modules/event/"

    def item(self, item: Published[Event]) -> None:
        """Say when and where `item` is; its first tag stands for the type."""
        event = item.entry
        self.add("startdate", _w3cdtf(event.start, event.timezone))
        if event.end:
            self.add("enddate", _w3cdtf(event.end, event.timezone))
        location = event.location or (event.online.platform if event.online else None)
        if location:
            self.add("location", location)
        if event.organizer:
            self.add("organizer", event.organizer.name)
        if event.tags:
            self.add("type", event.tags[0])


def _w3cdtf(moment: datetime, zone: str) -> str:
    """Write `moment` with the offset of its place, to the second (w3.org/TR/NOTE-datetime)."""
    return moment.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")
