"""RRULE, RDATE, EXDATE and what overrides them (RFC 5545 §3.8.4.4, §3.8.5) into `recurrence` of event.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain, dropwhile, islice

from publisher.adopt.vevent.moments import DAY, Hand, Span, read_whens
from publisher.adopt.vevent.place import read_place, without_joins
from publisher.adopt.vevent.property import Property
from publisher.adopt.vevent.recur import Recur, RecurError, Say, read_recur
from publisher.adopt.vevent.rules import PRIVATE, SERIES
from publisher.adopt.vevent.times import Times, instance_times
from publisher.adopt.vevent.vevent import VEvent

MOST = 20_000
"""Of a long series, so many times are looked through for those that are excluded or changed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """One time of a series that is not as the rule has it; `said` are our keys for what differs."""

    original: datetime
    times: Times
    said: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Series:
    """When an event happens besides its first time. Moments are aware."""

    times: Times
    recur: Recur | None = None
    added: tuple[datetime, ...] = ()
    excluded: tuple[datetime, ...] = ()
    changed: tuple[Changed, ...] = ()

    def table(self) -> dict[str, object]:
        """What stands below `recurrence`; nothing for an event that happens once."""
        write = self.times.hand.write
        changed = [{"original": write(one.original)} | dict(one.said) for one in self.changed]
        rows: dict[str, object] = {
            "rule": self.recur.text if self.recur else None,
            "except": [write(one) for one in self.excluded],
            "also": [write(one) for one in self.added],
            "changed": changed,
        }
        return {key: value for key, value in rows.items() if value}

    def is_over(self, now: datetime) -> bool:
        """Whether the last of its times has ended."""
        gone = {*self.excluded, *(one.original for one in self.changed)}
        regular = (one for one in chain([self.times.start], self.added, self._late(now)) if one not in gone)
        times = chain((one.times for one in self.changed), map(self.times.at, regular))
        return not any(one.last > now for one in times)

    def _late(self, now: datetime) -> Iterator[datetime]:
        """The times of the rule that may end after `now`."""
        if self.recur is None:
            return
        hand, length = self.times.hand, self.times.length
        early = now.astimezone(hand.zone).replace(tzinfo=None) - length - DAY
        for wall in dropwhile(lambda one: one < early, self.recur.starts()):
            yield hand.take(wall.replace(tzinfo=hand.zone))


def read_series(times: Times, event: VEvent, overrides: Iterable[VEvent], rule: Say) -> Series:
    """The series that `event` is, with the times of it that others override."""
    hand = times.hand
    added, spans = _added(hand, event)
    excluded = {one for found in event.all("EXDATE") for one, _ in _listed(hand, event, found)}
    recur = _recur(times, event, rule)
    first = recur.first(hand) if recur else times.start
    if first != times.start:
        # Our events start with the rule's first time; DTSTART is a time of its own (§3.8.5.3).
        added, times = {*added, times.start}, times.at(first)
    changes = (*_spans(times, spans), *_overridden(times, event, overrides))
    changed = {one.original: one for one in changes if one.original not in excluded}
    regular = _regular(times, recur, (*excluded, *changed, *added))
    return Series(
        times=times,
        recur=recur,
        # What is overridden without being a time of the series happens all the same.
        added=tuple(sorted({*added, *changed} - regular)),
        excluded=tuple(sorted(excluded & (regular | added))),
        changed=tuple(changed[one] for one in sorted(changed) if changed[one].said),
    )


def _recur(times: Times, event: VEvent, rule: Say) -> Recur | None:
    """The rule it repeats by. What is not kept of its rules is told."""
    rules = event.all("RRULE")
    if len(rules) > 1:
        fix = "write an event of its own for each other rule"
        event.tell(SERIES, "repeats by several rules; the first is kept", fix, at=rules[1])
    for found in event.all("EXRULE"):
        message = "leaves out times by a rule (EXRULE), which is not kept"
        event.tell(SERIES, message, "write those times below `except`", at=found)
    if not rules:
        return None
    try:
        return read_recur(rules[0].value, times.hand, times.start, rule)
    except RecurError as error:
        fix = "write the others below `also`, or as events of their own"
        message = f"repeats by a rule that {error}, so only its first time is kept"
        event.tell(SERIES, message, fix, at=rules[0])
        return None


def _added(hand: Hand, event: VEvent) -> tuple[set[datetime], dict[datetime, Span]]:
    """The further times, and those of them that have an end of their own."""
    listed = [pair for found in event.all("RDATE") for pair in _listed(hand, event, found)]
    return {one for one, _ in listed}, {one: span for one, span in listed if span}


def _listed(hand: Hand, event: VEvent, found: Property) -> Iterator[tuple[datetime, Span | None]]:
    """The times that a property lists, those that are spans with these."""
    try:
        for one in read_whens(found, event.zones):
            span = one if isinstance(one, Span) else None
            yield hand.take(one.start if isinstance(one, Span) else one), span
    except (ValueError, OverflowError):
        message = f"has a time in its {found.name} that is none"
        event.tell(SERIES, message, "look whether one is missing", at=found)


def _spans(times: Times, spans: Mapping[datetime, Span]) -> Iterator[Changed]:
    """Times with another length than the rest."""
    for original, span in spans.items():
        own = Times(hand=times.hand, start=original, end=times.hand.take(span.end))
        if own.end and own.end - original not in (times.length, timedelta()):
            yield Changed(original=original, times=own, said={"end": times.hand.write(own.end, last=True)})


def _overridden(times: Times, event: VEvent, overrides: Iterable[VEvent]) -> Iterator[Changed]:
    for override in overrides:
        found = override.first("RECURRENCE-ID")
        try:
            when = override.when("RECURRENCE-ID")
            if found is None or when is None:
                continue
            original = times.hand.take(when)
            own = instance_times(times, override, original)
        except (ValueError, OverflowError):
            override.tell(SERIES, "changes a time of a series, but not when", "look what it was", at=found)
            continue
        if "RANGE" in found.params:
            fix = (
                f"end `rule` before {times.hand.write(original)}, and write an event of its own from then on"
            )
            override.tell(SERIES, "changes a series from a time on; only that time is changed", fix, at=found)
        yield Changed(
            original=original, times=own, said=dict(_differences(times, event, own, override, original))
        )


def _differences(
    times: Times, event: VEvent, own: Times, override: VEvent, original: datetime
) -> Iterator[tuple[str, str]]:
    """What the time of a series has that the others have not, in our keys."""
    if override.status == "cancelled" != event.status:
        yield "status", "cancelled"
        return
    if own.start != original:
        yield "start", times.hand.write(own.start)
    if own.end and (own.start != original or own.length != times.length):
        yield "end", times.hand.write(own.end, last=True)
    if override.status != event.status:
        yield "status", override.status
    at = times.hand.write(original)
    if override.is_private and not event.is_private:
        message = f"is private on {at}, so of that time only when it is is kept"
        fix = "write `title` and `location` below `changed` if everybody may know of them"
        event.tell(PRIVATE, message, fix, at=override.first("CLASS"))
        return
    yield from _words(event, override, at)


def _words(event: VEvent, override: VEvent, at: str) -> Iterator[tuple[str, str]]:
    """What is written of the time `at` in other words than of the series. What is left out is told."""
    place, usual = read_place(override), read_place(event)
    if override.heading not in ("", event.heading):
        yield "title", without_joins(override.heading, place, usual)
    if place.name not in ("", usual.name):
        yield "location", without_joins(place.name, place, usual)
    if not set(place.joins) <= set(usual.joins):
        message = f"has another link that lets people in on {at}, which is not kept"
        override.tell(PRIVATE, message, "send it to those who come; event.md has one link for all times")
    if override.text("DESCRIPTION") not in ("", event.text("DESCRIPTION")):
        message = f"has another text on {at}, which is not kept"
        override.tell(SERIES, message, "write it into the text of the event, if it matters")


def _regular(times: Times, recur: Recur | None, asked: Iterable[datetime]) -> set[datetime]:
    """Those of `asked` that the rule gives, and the first time."""
    hand = times.hand
    walls = {one.astimezone(hand.zone).replace(tzinfo=None) for one in asked}
    if recur is None or not walls:
        return {times.start}
    starts = islice(recur.starts(max(walls)), MOST)
    return {times.start, *(hand.take(one.replace(tzinfo=hand.zone)) for one in starts if one in walls)}
