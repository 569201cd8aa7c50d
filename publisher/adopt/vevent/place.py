"""Where an event is: LOCATION and GEO, and the links that let people in, which stay private."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from publisher.adopt.page.words import addresses, cut, is_address, one_line
from publisher.adopt.vevent.joins import joins_in, masked, platform_of
from publisher.adopt.vevent.vevent import VEvent

LINKS = (
    "CONFERENCE",
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
)
"""Properties that hold such a link, whoever hosts it (RFC 7986 §5.11)."""

TEXTS = ("SUMMARY", "URL", "DESCRIPTION", "X-ALT-DESC", "X-TICKETS-URL", "ORGANIZER", "CATEGORIES")
"""Properties in which such a link may stand, although they are for something else."""

LONGEST = 500
"""Characters of a place. What is longer is a text in the wrong field."""

_URL = re.compile(r"https?://[^\s<>\"'\\|]+", re.IGNORECASE)
_GEO = re.compile(r"([+-]?\d{1,3}(?:\.\d+)?)\s*[;,]\s*([+-]?\d{1,3}(?:\.\d+)?)")
_HANGING = " \t\n,;|/–—-()[]:"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where an event is. `joins` are the links that let people in, each once."""

    name: str = ""
    address: str = ""
    geo: str | None = None
    joins: tuple[str, ...] = ()

    def location(self) -> str | dict[str, str] | None:
        """What stands behind `location`."""
        more = {"address": self.address, "geo": self.geo}
        said = {key: value for key, value in more.items() if value}
        return ({"name": self.name} | said if said else self.name) if self.name else None

    def online(self) -> dict[str, str] | None:
        """What stands below `online`."""
        if not self.joins:
            return None
        # What opens a program is no address of the web.
        join = self.join or self.joins[0]
        platform = platform_of(join)
        return ({"platform": platform} if platform else {}) | ({"join": join} if self.join else {})

    @property
    def join(self) -> str | None:
        """The first link that lets people in from the web."""
        return next(filter(is_address, self.joins), None)


def read_place(event: VEvent) -> Place:
    """Where `event` is. What links in its own text and its URL let in is found too."""
    location = event.text("LOCATION")
    lines = [_without_urls(line) for line in location.split("\n")]
    name, *rest = [line for line in lines if line] or [""]
    return Place(
        name=cut(name, LONGEST),
        address=cut(", ".join(rest), LONGEST),
        geo=_geo(event.text("GEO")),
        joins=tuple(dict.fromkeys(_joins(event, location))),
    )


def without_joins(text: str, *places: Place) -> str:
    """`text` with an ellipsis for every link that lets people in, there or anywhere."""
    return masked(text, [url for place in places for url in place.joins])


def _without_urls(line: str) -> str:
    rest = masked(_URL.sub(" ", line), by=" ")
    return one_line(line) if rest == line else one_line(rest).strip(_HANGING)


def _joins(event: VEvent, location: str) -> Iterator[str]:
    yield from (url for _, url in addresses(location))
    yield from joins_in(location)
    for name in LINKS:
        for found in event.all(name):
            yield from (url for _, url in addresses(found.text))
            yield from joins_in(found.text)
    for name in TEXTS:
        for found in event.all(name):
            yield from joins_in(found.text)
            yield from joins_in(found.params.get("CN", ""))


def _geo(text: str) -> str | None:
    """`55.67;12.57` (RFC 5545 §3.8.1.6) as we write it."""
    found = _GEO.fullmatch(text)
    if not found or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:
        return None
    # Nowhere is at sea off Africa, whatever calendars without a place say.
    degrees = [one.lstrip("+") for one in found.groups()]
    return ",".join(degrees) if any(map(float, degrees)) else None
