"""`changed`: times of a series that are moved, called off, or held elsewhere (RFC 5545 §3.8.4.4)."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from publisher.model import Instance
from publisher.read.fields import VALUE, Fields
from publisher.read.moment import When
from publisher.read.recurrence.member import MEMBER, Members
from publisher.read.recurrence.series import Series
from publisher.read.span import read_end

STATES = ("confirmed", "tentative", "cancelled", "postponed")
KEYS = ("original", "start", "end", "title", "location", "status")
NAME = "recurrence.changed"


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One time as it is written, not yet found in the series; `fields` are its keys."""

    fields: Fields
    original: When
    start: When | None
    end: When | None
    title: str | None
    location: str | None
    status: str | None


def read_change(fields: Fields, zone: ZoneInfo) -> Change | None:
    """What `fields` say of one time; None where they do not say of which."""
    original = fields.when("original", zone)
    start = fields.when("start", zone, original)
    end = fields.when("end", zone, start or original)
    title, location = (fields.uncut(key, KEYS, ", ") for key in ("title", "location"))
    status = fields.choice("status", *STATES)
    fields.require(VALUE, "original", fields.line("original", "2026-05-29 09:00"))
    if original is None:
        return None
    return Change(
        fields=fields,
        original=original,
        start=start,
        end=end,
        title=title,
        location=location,
        status=None if fields.missing("status") else status,
    )


def instances(
    changes: Iterable[Change], members: Members, series: Series, excluded: Collection[datetime]
) -> tuple[Instance, ...]:
    """The times that are changed, in the order of the series, with what is wrong with them recorded."""
    made: dict[datetime, Instance] = {}
    taken = set(excluded)
    for change in changes:
        place = change.fields.origin.at("original")
        found = members.named(series, change.original, place, f"{NAME}: original")
        fault = next(_faults(change, found, members, taken), None)
        if fault:
            change.fields.report(MEMBER, "original", *fault)
        elif found:
            made[found[0]] = _instance(found[0], change, members)
            taken.add(found[0])
    return tuple(made[original] for original in sorted(made))


def _faults(
    change: Change, found: tuple[datetime, ...], members: Members, taken: Collection[datetime]
) -> Iterator[tuple[str, str]]:
    """Why it is not known which time `change` is about, each with what to do."""
    if len(found) > 1:
        fix = f"{change.fields.line('original', members.written(found[0]))}, or the one you mean"
        yield "is a day on which the series has several times", fix
    elif found and found[0] in taken:
        yield "is left out by `except`, or changed already", "keep one of the two"


def _instance(original: datetime, change: Change, members: Members) -> Instance:
    fields, span = change.fields, members.span
    if not any((change.start, change.end, change.title, change.location, change.status)):
        fix = "write what is other than in the series, such as `status: cancelled`, or remove it"
        fields.report(VALUE, "original", "has nothing beside it that is changed", fix)
    place = fields.origin.at("start")
    start = members.moment(change.start, place, f"{NAME}: start") if change.start else None
    form = When(span.start, span.end if span.all_day else None)
    return Instance(
        original=original,
        start=start,
        end=read_end(fields, change.end, form, members.zone),
        title=change.title,
        location=change.location,
        status=change.status,
    )
