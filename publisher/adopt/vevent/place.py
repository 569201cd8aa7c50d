"""Where an event is: LOCATION and GEO, and the links that let people in, which stay private."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import unescape

from publisher.adopt.page.words import addresses, cut, one_line
from publisher.adopt.vevent.vevent import VEvent

MEETINGS = {
    "Zoom": r"(?:[\w-]+\.)*zoom(?:gov)?\.(?:us|com)/(?:j|my|s|w|wc)/",
    "Microsoft Teams": r"teams\.(?:microsoft|live)\.com/(?:l/meetup-join|meet|dl)/",
    "Google Meet": r"meet\.google\.com/[a-z]",
    "Webex": r"(?:[\w-]+\.)*webex\.com/\S",
    "Whereby": r"(?:[\w-]+\.)*whereby\.com/\S",
    "Jitsi Meet": r"meet\.jit\.si/\S",
    "GoTo Meeting": r"(?:(?:[\w-]+\.)*gotomeeting\.com/join|gotomeet\.me|meet\.goto\.com)/\S",
    "Skype": r"join\.skype\.com/\S",
}
"""Who hosts meetings, and what starts a link that lets in whoever has it; to sign up is something else."""
LINKS = (
    "CONFERENCE",
    "X-GOOGLE-CONFERENCE",
    "X-MICROSOFT-SKYPETEAMSMEETINGURL",
    "X-MICROSOFT-ONLINEMEETINGEXTERNALLINK",
)
"""Properties that hold such a link, whoever hosts it (RFC 7986 §5.11)."""

LONGEST = 500
"""Characters of a place. What is longer is a text in the wrong field."""

_URL = re.compile(r"https?://[^\s<>\"'\\|]+", re.IGNORECASE)
_ANCHOR = re.compile(r"<a\b[^>]*?href\s*=\s*[\"']?([^\"'\s>]+)[^>]*>(.*?)</a>", re.IGNORECASE | re.DOTALL)
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
        platform = platform_of(self.joins[0])
        return ({"platform": platform} if platform else {}) | {"join": self.joins[0]}


def read_place(event: VEvent) -> Place:
    """Where `event` is. What links in its own text and its URL let in is found too."""
    location = event.text("LOCATION")
    lines = [_without_urls(line) for line in location.split("\n")]
    name, *rest = [line for line in lines if line] or [""]
    return Place(
        name=cut(name, LONGEST),
        address=cut(", ".join(rest), LONGEST),
        geo=_geo(event.text("GEO")),
        joins=tuple(dict.fromkeys((*(url for _, url in addresses(location)), *_joins(event)))),
    )


def platform_of(url: str) -> str | None:
    """Who hosts the meeting that `url` lets in to; None for a link that is no such, as far as we know."""
    starts = ((name, re.match(rf"https?://{start}", url, re.IGNORECASE)) for name, start in MEETINGS.items())
    return next((name for name, found in starts if found), None)


def without_joins(text: str, place: Place) -> str:
    """`text` with an ellipsis for every link that lets people in."""

    def lets_in(url: str) -> bool:
        return unescape(url) in place.joins or platform_of(url) is not None

    def mask(found: re.Match[str]) -> str:
        url = found[0].rstrip(".,;:!?)")
        return "…" + found[0][len(url) :].lstrip(".") if lets_in(url) else found[0]

    return _URL.sub(mask, _ANCHOR.sub(lambda found: found[2] if lets_in(found[1]) else found[0], text))


def _without_urls(line: str) -> str:
    rest = _URL.sub(" ", line)
    return one_line(line) if rest == line else one_line(rest).strip(_HANGING)


def _joins(event: VEvent) -> Iterator[str]:
    for name in LINKS:
        for found in event.all(name):
            yield from (url for _, url in addresses(found.text))
    for name in ("SUMMARY", "URL", "DESCRIPTION", "X-ALT-DESC"):
        yield from (url for _, url in addresses(unescape(event.text(name))) if platform_of(url))


def _geo(text: str) -> str | None:
    """`55.67;12.57` (RFC 5545 §3.8.1.6) as we write it."""
    found = _GEO.fullmatch(text)
    if not found or abs(float(found[1])) > 90 or abs(float(found[2])) > 180:
        return None
    # Nowhere is at sea off Africa, whatever calendars without a place say.
    degrees = [one.lstrip("+") for one in found.groups()]
    return ",".join(degrees) if any(map(float, degrees)) else None
