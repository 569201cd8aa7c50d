"""Ways to put a single event into one's calendar (InteractionDesignFoundation/add-event-to-calendar-docs).

A file says all there is to say. The links of web calendars say less, so a series that they would get wrong
is offered as a file alone.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import quote, urlencode
from zoneinfo import ZoneInfo

from publisher.model import Edition, Event, Published
from publisher.render.site.subscribe import Way
from publisher.render.stream.happening import state
from publisher.render.stream.keys import calendar_key, page
from publisher.render.words import Words

LOCAL = "%Y%m%dT%H%M%S"
DAY = "%Y%m%d"
OUTLOOK = {
    "Outlook.com": "https://outlook.live.com/calendar/0/deeplink/compose",
    "Microsoft 365": "https://outlook.office.com/calendar/0/deeplink/compose",
}


def one(edition: Edition, item: Published[Event], w: Words) -> tuple[Way, ...]:
    """Lead into calendars that take `item`, the file first."""
    return ((w.text("Calendar file"), edition.url(calendar_key(item))), *_online(edition, item))


def _online(edition: Edition, item: Published[Event]) -> Iterator[Way]:
    event, about = item.entry, _about(edition, item)
    again = event.recurrence
    is_plain = not again or (again.rule and not (again.added or again.excluded or again.changed))
    if is_plain:
        yield "Google Calendar", _google(event, about)
    if not again:
        yield from ((name, _outlook(address, event, about)) for name, address in OUTLOOK.items())


def _about(edition: Edition, item: Published[Event]) -> str:
    """Say in plain text what it is; the rest is on its page."""
    return "\n\n".join(filter(None, (item.entry.excerpt, edition.url(page(item)))))


def _google(event: Event, about: str) -> str:
    """services/google.md: clocks of the zone `ctz`, days with the day after the last."""
    form = DAY if event.all_day else LOCAL
    zone = ZoneInfo(event.timezone)
    dates = "/".join(f"{time.astimezone(zone):{form}}" for time in (event.start, event.end or event.start))
    told = {
        "action": "TEMPLATE",
        "text": event.title,
        "dates": dates,
        "ctz": event.timezone,
        "details": about,
    }
    if event.recurrence:
        told["recur"] = f"RRULE:{event.recurrence.rule}"
    return _link("https://calendar.google.com/calendar/render", told | _place(event))


def _outlook(address: str, event: Event, about: str) -> str:
    """services/outlook-web.md: moments in UTC, or days with the day after the last."""
    told = {
        "path": "/calendar/action/compose",
        "rru": "addevent",
        "startdt": _written(event, event.start),
        "enddt": _written(event, event.end or event.start),
        "subject": event.title,
        "body": about,
    }
    whole = {"allday": "true"} if event.all_day else {}
    return _link(address, told | whole | _place(event))


def _written(event: Event, time: datetime) -> str:
    if event.all_day:
        return time.astimezone(ZoneInfo(event.timezone)).date().isoformat()
    return f"{time.astimezone(UTC):%Y-%m-%dT%H:%M:%SZ}"


def _place(event: Event) -> dict[str, str]:
    place = state(event).place
    return {"location": place} if place else {}


def _link(address: str, told: dict[str, str]) -> str:
    return f"{address}?{urlencode(told, quote_via=quote)}"
