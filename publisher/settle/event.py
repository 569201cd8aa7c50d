"""What subscribers see of an event, and which changes of it are news to them.

A change of anything in its VEVENT raises SEQUENCE (ICS-016, CAL-002); a change of time, place or
status is told by an item of its own in events.xml.
"""

from __future__ import annotations

from dataclasses import fields, is_dataclass, replace
from datetime import UTC, datetime
from typing import Any, cast

from publisher.model import (
    Event,
    EventChange,
    EventFields,
    EventState,
    Instance,
    Online,
    Recurrence,
    Sequel,
)


def event_fields(event: Event, thread: tuple[Sequel, ...] = ()) -> EventFields:
    """What a VEVENT shows of `event`; `thread` is what came of it."""
    online = event.online or Online()
    series = replace(event.recurrence, starts=()) if event.recurrence else None
    made = _utc(
        EventFields(
            title=event.title,
            excerpt=event.excerpt,
            start=event.start,
            end=event.end,
            all_day=event.all_day,
            timezone=event.timezone,
            location=event.location,
            address=event.address,
            geo=event.geo,
            platform=online.platform,
            url=online.url,
            join=online.join if online.public else None,
            registration=event.registration,
            deadline=event.deadline,
            organizer=event.organizer,
            audience=event.audience,
            price=event.price,
            capacity=event.capacity,
            speakers=event.persons,
            programme=event.programme,
            tags=event.tags,
            image=event.image.key if event.image else None,
            status=event.status,
            recurrence=series,
            thread=thread,
        )
    )
    return cast(EventFields, made)


def change(before: EventFields, after: EventFields, moment: datetime) -> EventChange | None:
    """The news in `after`, if there is any."""
    was, now = _state(before), _state(after)
    aspects = {"time": _time, "place": _place, "status": _status}
    told = tuple(name for name, of in aspects.items() if of(was) != of(now))
    return EventChange(moment=moment, what=told, before=was, after=now) if told else None


def _time(state: EventState) -> object:
    series = state.recurrence or Recurrence()
    moved = {(one.original, one.start, one.end) for one in series.changed if one.start or one.end}
    return (state.start, state.end, state.all_day, series.rule, series.added, series.excluded, moved)


def _place(state: EventState) -> object:
    return (state.place, {(one.original, one.location) for one in _changed(state) if one.location})


def _status(state: EventState) -> object:
    return (state.status, {(one.original, one.status) for one in _changed(state) if one.status})


def _changed(state: EventState) -> tuple[Instance, ...]:
    return state.recurrence.changed if state.recurrence else ()


def _state(fields: EventFields) -> EventState:
    place = ", ".join(filter(None, (fields.location, fields.address, fields.platform)))
    return EventState(
        title=fields.title,
        start=fields.start,
        end=fields.end,
        all_day=fields.all_day,
        timezone=fields.timezone,
        place=place or None,
        status=fields.status,
        recurrence=fields.recurrence,
    )


def _utc(value: Any) -> Any:
    """`value` with every moment in it in UTC, as records keep them."""
    if isinstance(value, datetime):
        return value.astimezone(UTC)
    if isinstance(value, tuple):
        return tuple(_utc(item) for item in value)
    if is_dataclass(value) and not isinstance(value, type):
        return replace(value, **{field.name: _utc(getattr(value, field.name)) for field in fields(value)})
    return value
