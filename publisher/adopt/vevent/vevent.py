"""A VEVENT as its properties (RFC 5545 §3.6.1), and what is told of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime

from publisher.adopt.page.words import cut, one_line, shown
from publisher.adopt.vevent.joins import masked
from publisher.adopt.vevent.lines import Component
from publisher.adopt.vevent.moments import When, after, read_length, read_when
from publisher.adopt.vevent.property import Property
from publisher.adopt.vevent.zones import Zones
from publisher.model import Place, Problem, Rule

LONGEST_TITLE = 200
"""Characters. What is longer is a text that somebody put into the wrong field."""

LARGEST = 2**31 - 1
"""The largest INTEGER there is (RFC 5545 §3.3.8)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class VEvent:
    """A VEVENT of a calendar with these `zones`; `method` is the calendar's METHOD."""

    file: str
    line: int
    zones: Zones
    method: str = ""
    properties: dict[str, list[Property]] = field(default_factory=dict)
    told: list[Problem] = field(default_factory=list)
    """Shared by all events of a file."""

    def all(self, name: str) -> list[Property]:
        """Every property called `name` that says something."""
        return [one for one in self.properties.get(name, []) if one.value]

    def first(self, name: str) -> Property | None:
        """The first property called `name` that says something."""
        return next(iter(self.all(name)), None)

    def text(self, name: str) -> str:
        """What the first property called `name` says, or nothing."""
        found = self.first(name)
        return found.text if found else ""

    def when(self, name: str) -> When | None:
        """The moment or day that `name` says, or None. Raises ValueError where it says none."""
        found = self.first(name)
        return read_when(found, self.zones) if found else None

    def ending(self, start: When) -> When | None:
        """When it ends by DTEND or DURATION, if either says. Raises ValueError."""
        length = self.first("DURATION")
        return self.when("DTEND") or (after(start, read_length(length.value)) if length else None)

    @property
    def uid(self) -> str | None:
        """Its UID, if it has one."""
        return one_line(self.text("UID")) or None

    @property
    def sequence(self) -> int:
        """Its SEQUENCE; what is larger than numbers are is the largest."""
        text = self.text("SEQUENCE")
        # So many digits are more than the largest has, and still quickly a number.
        return min(int(text.lstrip("0")[:12] or 0), LARGEST) if text.isdecimal() else 0

    @property
    def stamp(self) -> datetime | None:
        """When it was last changed, as far as it says."""
        return self.moment("LAST-MODIFIED") or self.moment("DTSTAMP")

    def moment(self, name: str) -> datetime | None:
        """The moment that `name` says; None where it says none."""
        try:
            found = self.when(name)
        except ValueError:
            return None
        return found if isinstance(found, datetime) else None

    @property
    def status(self) -> str:
        """Its status in our words."""
        if self.method == "CANCEL":
            return "cancelled"
        status = self.text("STATUS").lower()
        return {"canceled": "cancelled"}.get(status, status) if status in STATUSES else "confirmed"

    @property
    def is_private(self) -> bool:
        """Whether its calendar says that it is not for everybody (§3.8.1.3)."""
        return self.text("CLASS").upper() in ("PRIVATE", "CONFIDENTIAL")

    @property
    def heading(self) -> str:
        """The first line of its SUMMARY, and not more than a title holds."""
        first = self.text("SUMMARY").partition("\n")[0]
        return cut(one_line(first), LONGEST_TITLE)

    def tell(self, rule: Rule, message: str, fix: str, *, at: Property | None = None) -> None:
        """Tell the producer what is not as it was there; `message` goes on after the event's name."""
        name = shown(masked(self.heading)) if self.heading else "an event without a title"
        place = Place(file=self.file, line=at.line if at else self.line)
        self.told.append(rule.at(place, f"{name} {message}", fix))


STATUSES = frozenset({"confirmed", "tentative", "cancelled", "canceled"})


def make_vevent(component: Component, zones: Zones, *, file: str, method: str, told: list[Problem]) -> VEvent:
    """The VEVENT that a component is."""
    return VEvent(
        file=file,
        line=component.line,
        zones=zones,
        method=method,
        properties=_by_name(component.properties()),
        told=told,
    )


def _by_name(properties: Iterable[Property]) -> dict[str, list[Property]]:
    named: dict[str, list[Property]] = {}
    for one in properties:
        named.setdefault(one.name, []).append(one)
    return named
