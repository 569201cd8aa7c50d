"""One content line of a calendar (RFC 5545 §3.1): its name, parameters and value."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from publisher.adopt.page.words import clean

USED = frozenset(
    # Of a calendar, of a zone, of an event, and of an event in others' words.
    "METHOD NAME X-WR-CALNAME X-WR-TIMEZONE TZID X-LIC-LOCATION"
    " UID SEQUENCE DTSTAMP CREATED LAST-MODIFIED CLASS STATUS SUMMARY DESCRIPTION LOCATION GEO URL CATEGORIES"
    " ORGANIZER CONFERENCE DTSTART DTEND DURATION RECURRENCE-ID RRULE EXRULE RDATE EXDATE"
    " X-ALT-DESC X-GOOGLE-CONFERENCE X-MICROSOFT-SKYPETEAMSMEETINGURL X-MICROSOFT-ONLINEMEETINGEXTERNALLINK"
    " X-TICKETS-URL".split()
)
"""The properties that something is made of. Who is invited, and when alarms go off, is nobody's business."""

_HEAD = re.compile(r"[A-Za-z0-9-]+(?=[;:])")
_ITEM = re.compile(r"(?:[^\\,]|\\.|\\$)+")
_ESCAPE = re.compile(r"\\([\\;,nN])")


@dataclass(frozen=True, slots=True, kw_only=True)
class Property:
    """A property. `value` is as written, `line` where it stands in the file."""

    name: str
    line: int
    value: str
    params: Mapping[str, str]

    @property
    def text(self) -> str:
        """The value as TEXT (§3.3.11), without blanks around it."""
        return _unescape(self.value)

    @property
    def texts(self) -> tuple[str, ...]:
        """The values of a list of TEXT, without empty ones."""
        return tuple(_unescape(one) for one in _ITEM.findall(self.value))


def read_property(line: str, number: int) -> Property | None:
    """The property in an unfolded line, or None where it is none that we use."""
    from icalendar.parser import Contentline

    head = _HEAD.match(line)
    if head is None or head[0].upper() not in USED:
        return None
    try:
        name, params, value = Contentline(line).raw_parts()  # type: ignore[no-untyped-call]
    except ValueError:
        return None
    flat = {key.upper(): one if isinstance(one, str) else ",".join(one) for key, one in params.items()}
    return Property(name=name.upper(), line=number, value=value.strip(), params=flat)


def _unescape(value: str) -> str:
    return clean(_ESCAPE.sub(lambda match: "\n" if match[1] in "nN" else match[1], value)).strip()
