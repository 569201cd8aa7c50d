"""events.ics and events/<slug>.ics: iCalendar (RFC 5545, RFC 7986; ICS-*, ICX-*, CAL-*)."""

from __future__ import annotations

from collections.abc import Iterator

from publisher.model import Artifact, Edition
from publisher.render.calendar.vcalendar import subscription, vcalendar
from publisher.render.stream.keys import calendar_key
from publisher.render.wire import artifact

KEY = "events.ics"
TYPE = "text/calendar; charset=utf-8"


def render(edition: Edition) -> Iterator[Artifact]:
    """Make the calendar to subscribe to, and one of each event to save."""
    yield artifact(KEY, TYPE, subscription(edition, KEY).to_ical())
    for item in edition.events:
        yield artifact(calendar_key(item), TYPE, vcalendar(edition, (item,)).to_ical())
