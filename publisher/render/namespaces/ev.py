"""The ev namespace: RSS 1.0 Event module, purl.org/rss/1.0/modules/event (EV-001, EV-002)."""

from __future__ import annotations

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from publisher.model import Event, EventState
from publisher.render.namespaces import Namespace


class Ev(Namespace):
    """When and where an event is."""

    prefix = "ev"
    uri = "http://purl.org/rss/1.0/modules/event/"

    def item(self, event: Event, told: EventState) -> None:
        """Say when and where `event` is as `told`; its first tag stands for the type."""
        zone = ZoneInfo(told.timezone)
        start, end = told.start.astimezone(zone), told.end.astimezone(zone) if told.end else None
        if told.all_day:
            end = max(start, end - timedelta(days=1)) if end else None
        write = _day if told.all_day else _moment
        self.add("startdate", write(start))
        if end:
            self.add("enddate", write(end))
        if told.place:
            self.add("location", told.place)
        if event.organizer:
            self.add("organizer", event.organizer.name)
        if event.tags:
            self.add("type", event.tags[0])


def _moment(moment: datetime) -> str:
    """Write `moment` with the offset of its place, to the second (w3.org/TR/NOTE-datetime)."""
    return moment.isoformat(timespec="seconds")


def _day(moment: datetime) -> str:
    """Write the day of `moment`: a whole day has no clock, and the last one is named."""
    return moment.date().isoformat()
