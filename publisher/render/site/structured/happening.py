"""When and where an event is, and whether it is as it was told (LD-001, LD-003, LD-005; schema.org/Event)."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING
from zoneinfo import ZoneInfo

from publisher.model import Event, Published
from publisher.render.site.structured.place import where
from publisher.render.site.structured.thing import enumerated, moment
from publisher.render.stream.keys import page

if TYPE_CHECKING:
    from publisher.render.site.frame import Frame

OFF = {"cancelled": "EventCancelled", "postponed": "EventPostponed"}


def happening(frame: Frame, item: Published[Event]) -> dict[str, object]:
    """Say which event `item` is, when, where and whether; of a series the time that its page names."""
    event = item.entry
    start = frame.begins(item.guid, event)
    return {
        "name": event.title,
        "url": frame.url(page(item)),
        "startDate": _written(event, start),
        "endDate": _end(event, start),
        **where(frame.edition, item),
        **_status(frame, item, start),
    }


def _written(event: Event, time: datetime) -> str:
    """Write a time of `event`: a day where it is one of whole days, else with the offset of its place."""
    written = moment(time, event.timezone)
    return written[:10] if event.all_day else written


def _end(event: Event, start: datetime) -> str | None:
    """Say when the time that starts at `start` is over; of whole days, which is the last."""
    if not event.end:
        return None
    zone = ZoneInfo(event.timezone)
    # Of one zone, these are clocks: every time of a series takes as long by them, in summer and winter.
    end = start.astimezone(zone) + (event.end.astimezone(zone) - event.start.astimezone(zone))
    return _written(event, end - timedelta(days=1) if event.all_day else end)


def _status(frame: Frame, item: Published[Event], start: datetime) -> dict[str, object]:
    """Say whether it is off, and when it was before, as the page says it; what is off keeps its old dates."""
    event = item.entry
    if event.status in OFF:
        return {"eventStatus": enumerated(OFF[event.status])}
    before = _before(item, start) if frame.is_coming(item.guid) else None
    if before is None:
        return {"eventStatus": enumerated("EventScheduled")}
    return {"eventStatus": enumerated("EventRescheduled"), "previousStartDate": _written(event, before)}


def _before(item: Published[Event], start: datetime) -> datetime | None:
    """Find when it would have started before it was last moved; a series has no one start that moves."""
    if item.entry.recurrence:
        return None
    moves = [change.before.start for change in item.changes if "time" in change.what]
    return moves[-1] if moves and moves[-1] != start else None
