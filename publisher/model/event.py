"""What producers write of an event, in the words of RFC 5545 and RFC 7986."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar

from publisher.model.entry import Entry
from publisher.model.public import PRIVATE
from publisher.model.show import Person


@dataclass(frozen=True, slots=True, kw_only=True)
class Online:
    """Where an event is held on the net. `join` never leaves the house unless `public`."""

    platform: str | None = None
    url: str | None = None
    join: str | None = field(default=None, metadata=PRIVATE)
    public: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """An item of an event's programme."""

    title: str
    start: datetime | None = None
    end: datetime | None = None
    speakers: tuple[str, ...] = ()
    """Their names."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Instance:
    """One time of a series that is not as its rule has it. What is None is as in the series.

    `original` is when the rule has it (RECURRENCE-ID), `status` one of an event's.
    """

    original: datetime
    start: datetime | None = None
    end: datetime | None = None
    title: str | None = None
    location: str | None = None
    status: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Recurrence:
    """When an event happens again (RFC 5545 §3.8.5). The event's start is the first time.

    `rule` is the value of an RRULE in upper case, its UNTIL in UTC, or a date for whole days; None
    where every further time is in `added`.
    """

    rule: str | None = None
    added: tuple[datetime, ...] = ()
    excluded: tuple[datetime, ...] = ()
    changed: tuple[Instance, ...] = ()
    last: datetime | None = field(default=None, metadata=PRIVATE)
    """When the last of its times is over; None for a series without end."""
    starts: Iterable[datetime] = field(default=(), compare=False, metadata=PRIVATE)
    """When its times start, in order, moved ones where they are now, without what is cancelled.

    Those of a series without end are made as somebody goes through them, for a hundred years at least.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Event(Entry):
    """Something that happens at a time. `persons` are its speakers.

    An event of whole days starts at a midnight in `timezone` and has an `end`: the midnight after
    its last day. `start`, `end` and every other time of it are aware, and mean clocks in `timezone`.
    """

    kind: ClassVar[str] = "event"
    start: datetime
    end: datetime | None = None
    all_day: bool = False
    timezone: str = "UTC"
    location: str | None = None
    """The name of the place."""
    address: str | None = None
    geo: str | None = None
    """Latitude and longitude in degrees, as `55.676,12.568`."""
    online: Online | None = None
    registration: str | None = None
    """The address to sign up at."""
    deadline: datetime | None = None
    """Until when."""
    organizer: Person | None = None
    audience: str | None = None
    price: str | None = None
    capacity: str | None = None
    """In words: how many can come."""
    programme: tuple[Session, ...] = ()
    status: str = "confirmed"
    """confirmed, tentative, cancelled or postponed."""
    recurrence: Recurrence | None = None
    recording: str | None = field(default=None, metadata=PRIVATE)
    """Path of the episode that came of it."""
    sequence: int = field(default=0, metadata=PRIVATE)
    """The SEQUENCE it had in another calendar: ours goes on from there."""
