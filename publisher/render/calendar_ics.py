"""events.ics and events/<slug>.ics: iCalendar (RFC 5545, RFC 7986; ICS-*, ICX-*, CAL-*)."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from publisher.model import Artifact, Edition, Event, Published
from publisher.render.calendar.vcalendar import subscription, vcalendar
from publisher.render.stream import related
from publisher.render.stream.keys import calendar_key
from publisher.render.wire import artifact
from publisher.render.wire.part import Part

KEY = "events.ics"
TYPE = "text/calendar; charset=utf-8"


def render(edition: Edition) -> Iterator[Artifact | Part]:
    """Make the calendar to subscribe to, and one of each event to save."""
    yield artifact(KEY, TYPE, subscription(edition, KEY).to_ical())
    for item in edition.events:
        of = (item, *related(edition, item))
        yield Part(name="calendar", of=of, make=partial(_single, edition, item))


def _single(edition: Edition, item: Published[Event]) -> tuple[Artifact, ...]:
    return (artifact(calendar_key(item), TYPE, vcalendar(edition, (item,)).to_ical()),)
