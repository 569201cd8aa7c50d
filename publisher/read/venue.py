"""Where an event is held, and how to come: `location`, `online` and `registration`."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from typing import TypedDict
from zoneinfo import ZoneInfo

from publisher.model import Online
from publisher.read.fields import VALUE, Fields
from publisher.read.text import shown

KEYS = ("name", "address", "geo")
_PAIR = re.compile(r"([+-]?\d{1,3}(?:\.\d{1,20})?)[,;]([+-]?\d{1,3}(?:\.\d{1,20})?)", re.ASCII)
FINEST = 6
"""Decimals of a degree: ten centimetres, and what RFC 5545 §3.8.1.6 advises at most."""


class Venue(TypedDict):
    """What an Event is made with."""

    location: str | None
    address: str | None
    geo: str | None
    online: Online | None
    registration: str | None
    deadline: datetime | None


def read_venue(fields: Fields, zone: ZoneInfo) -> Venue:
    """What `fields` say of it; a deadline is meant in `zone`."""
    location, address, geo = _location(fields)
    registration, deadline = _registration(fields, zone)
    return Venue(
        location=location,
        address=address,
        geo=geo,
        online=_online(fields),
        registration=registration,
        deadline=deadline,
    )


def _location(fields: Fields) -> tuple[str | None, str | None, str | None]:
    """The name of the place, its address, and its latitude and longitude."""
    table = fields.table("location") if fields.is_table("location") else None
    if table is None:
        return fields.text("location"), None, None
    found = table.uncut("name", KEYS, ", "), table.uncut("address", KEYS, ", "), _geo(table)
    if table.missing("address"):
        table.require(VALUE, "name", table.line("name", "…"))
    table.close()
    return found


def _geo(fields: Fields) -> str | None:
    """Latitude and longitude as the model has them."""
    text = fields.uncut("geo", KEYS)
    pair = _PAIR.fullmatch(re.sub(r"\s|^geo:", "", text)) if text else None
    if pair:
        latitude, longitude = (_degrees(one) for one in pair.groups())
        if abs(float(latitude)) <= 90 and abs(float(longitude)) <= 180:
            return f"{latitude},{longitude}"
        turned = abs(float(longitude)) <= 90 and abs(float(latitude)) <= 180
        meant = f"{longitude},{latitude}" if turned else "55.676,12.568"
        message = "is no place on earth: latitude, from -90 to 90, comes first, then longitude, -180 to 180"
        fields.report(VALUE, "geo", message, fields.line("geo", meant))
    elif text:
        message = f"is {shown(text)}, but must be latitude and longitude in degrees"
        fields.report(VALUE, "geo", message, fields.line("geo", "55.676,12.568"))
    return None


def _degrees(text: str) -> str:
    return f"{round(float(text), FINEST) + 0.0:.{FINEST}f}".rstrip("0").rstrip(".")


def _online(fields: Fields) -> Online | None:
    table = fields.table("online")
    if table is None:
        return None
    online = Online(
        platform=table.text("platform"),
        url=table.url("url"),
        join=table.url("join"),
        public=table.flag("public") or False,
    )
    table.close()
    return online


def _registration(fields: Fields, zone: ZoneInfo) -> tuple[str | None, datetime | None]:
    """The address to sign up at, and until when: a day alone is until its last minute."""
    table = fields.table("registration") if fields.is_table("registration") else None
    if table is None:
        return fields.url("registration"), None
    url, deadline = table.url("url"), table.when("deadline", zone)
    table.require(VALUE, "url", table.line("url", "https://…"))
    table.close()
    if deadline and deadline.over:
        return url, deadline.over - timedelta(minutes=1)
    return url, deadline.moment if deadline else None
