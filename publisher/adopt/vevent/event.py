"""A VEVENT, with those that override times of it, into an event.md."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from publisher.adopt import Draft, Source
from publisher.adopt.page.front_matter import Plain, write_page
from publisher.adopt.page.markdown import to_markdown
from publisher.adopt.page.words import cut, is_address, one_line, shown
from publisher.adopt.vevent.moments import write_moment
from publisher.adopt.vevent.place import Place, read_place, without_joins
from publisher.adopt.vevent.rules import PRIVATE, TEXT
from publisher.adopt.vevent.series import Series, read_series
from publisher.adopt.vevent.times import read_times
from publisher.adopt.vevent.vevent import LONGEST_TITLE, VEvent

EARLIEST = 1990
"""Year. What claims to be older than calendars on the net was made by a program without a clock."""
LONGEST_TEXT = 50_000
"""Characters. What is longer is no text for people, but a document."""
LONGEST_WORD = 100
"""Characters of a tag or a name."""
_NOTHING = " \t\r…"
"""What is left of a line that was only a link."""
_EMAIL = re.compile(r"[^@\s<>\"]+@[^@\s<>\"]+\.[^@\s<>\"]+")


def make_draft(event: VEvent, overrides: Sequence[VEvent], source: Source) -> Draft | None:
    """The event.md of `event`; None, and told, where it has no start."""
    times = read_times(event, recurs=bool(overrides or event.all("RRULE") or event.all("RDATE")))
    if times is None:
        return None
    series = read_series(times, event, overrides, source.rule)
    place, is_over = read_place(event), series.is_over(source.now)
    title, text = _title(event, place), _text(event)
    shows = to_markdown(without_joins(text, place))
    # A page's tags may have stood in the midst of a link.
    body = without_joins(shows, place)
    in_words = body != shows or _has_joins(event, overrides, text, place)
    is_draft = _is_private(event, place, in_words=in_words, is_over=is_over)
    keys = {
        "title": title,
        **_when(series, source),
        **_where(event, place),
        "recurrence": _plain(series.table()),
        "link": _link(event, place),
        "uid": event.uid,
        "sequence": event.sequence or None,
        "date": None if is_over else _announced(event, source),
        "draft": is_draft or None,
    }
    return Draft(
        kind="event",
        title=title,
        day=series.times.hand.day(series.times.start),
        start=series.times.start,
        uid=event.uid,
        text=write_page(keys, body),
    )


def _when(series: Series, source: Source) -> dict[str, object]:
    times = series.times
    start, end = times.hand.write(times.start), times.hand.write(times.last, last=True)
    zone = times.hand.zone.key
    return {
        "start": Plain(start),
        "end": Plain(end) if times.end and end != start else None,
        "timezone": zone if zone != source.show.timezone else None,
    }


def _where(event: VEvent, place: Place) -> dict[str, object]:
    tickets = event.text("X-TICKETS-URL")
    listed = (one for found in event.all("CATEGORIES") for one in found.texts)
    tags = (cut(one_line(without_joins(one, place)), LONGEST_WORD) for one in listed)
    return {
        "location": place.location(),
        "online": place.online(),
        "registration": tickets if is_address(tickets) and without_joins(tickets, place) == tickets else None,
        "organizer": _organizer(event, place),
        "status": event.status if event.status != "confirmed" else None,
        "tags": list(dict.fromkeys(tag for tag in tags if tag.strip("…"))),
    }


def _plain(value: object) -> object:
    """The texts of a series but those that people wrote: dates and rules need no quotes."""
    if isinstance(value, dict):
        words = ("title", "location")
        return {key: one if key in words else _plain(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_plain(one) for one in value]
    return Plain(value) if isinstance(value, str) else value


def _title(event: VEvent, place: Place) -> str:
    if event.heading:
        title = without_joins(event.heading, place)
        if title.strip(_NOTHING):
            return title
    lines = without_joins(event.text("DESCRIPTION"), place).split("\n")
    words = next((line for line in lines if line.strip(_NOTHING)), "")
    title = cut(one_line(words), LONGEST_TITLE) or without_joins(place.name, place) or "Event"
    event.tell(TEXT, f"is called {shown(title)} now", "write `title: …`")
    return title


def _text(event: VEvent) -> str:
    """What it says of itself: DESCRIPTION, and what of SUMMARY is no title."""
    text = event.text("DESCRIPTION") or event.text("X-ALT-DESC")
    summary = event.text("SUMMARY")
    rest = summary.partition("\n")[2] if event.heading == one_line(summary.partition("\n")[0]) else summary
    if rest.strip() and one_line(rest) not in one_line(text):
        text = f"{rest.strip()}\n\n{text}".strip()
    if len(text) > LONGEST_TEXT:
        message = f"has a text of {len(text)} characters, of which {LONGEST_TEXT} are kept"
        event.tell(TEXT, message, "put the rest of it into a file beside event.md, and link to it")
    return text[:LONGEST_TEXT]


def _organizer(event: VEvent, place: Place) -> object:
    found = event.first("ORGANIZER")
    if found is None:
        return None
    address = re.sub(r"^mailto:", "", found.value, flags=re.IGNORECASE)
    # What is no person's address, but a calendar's, nobody can write to.
    is_mail = _EMAIL.fullmatch(address) and without_joins(address, place) == address
    is_mail = is_mail and not address.endswith((".calendar.google.com", ".invalid"))
    called = without_joins(one_line(found.params.get("CN", "")), place)
    name = cut(called.strip(_NOTHING), LONGEST_WORD) or (address if is_mail else "")
    if not is_mail or not name:
        return name or None
    message = "names its organizer's e-mail address, which will be public"
    event.tell(PRIVATE, message, "remove `email` below `organizer` where it must not be", at=found)
    return {"name": name, "email": address}


def _has_joins(event: VEvent, overrides: Sequence[VEvent], text: str, place: Place) -> bool:
    """Whether a link that lets people in stands in words, where there may be codes beside it."""
    found = [
        one for name in ("SUMMARY", "CATEGORIES", "ORGANIZER", "X-TICKETS-URL") for one in event.all(name)
    ]
    said = [text, *(one.text for one in found), *(one.params.get("CN", "") for one in found)]
    said += [one.heading for one in overrides if not one.is_private]
    return any(without_joins(one, place) != one for one in said)


def _is_private(event: VEvent, place: Place, *, in_words: bool, is_over: bool) -> bool:
    """Whether somebody has to look before it is published; told."""
    if event.is_private:
        fix = "remove `draft: true` if everybody may know of it"
        event.tell(PRIVATE, "is private in its calendar, so it is a draft", fix, at=event.first("CLASS"))
        return True
    if not place.joins and not in_words:
        return False
    if not in_words or is_over:
        fix = "write `public: true` below `online` if everybody may have it"
        if not place.join:
            fix = "write a web address to join at as `join` below `online`, if there is one"
        event.tell(PRIVATE, _hidden(place), fix)
        return False
    fix = "look for codes and numbers in its text, then remove `draft: true`"
    event.tell(PRIVATE, f"{_hidden(place)}; the link was in its text, so it is a draft", fix)
    return True


def _hidden(place: Place) -> str:
    """What became of the links that let people in."""
    if not place.join:
        return "has a link that lets people in, which is left out"
    if len(place.joins) > 1:
        several = f"has {len(place.joins)} links that let people in"
        return f"{several}; the first is `online.join` now, which is not published"
    return "has a link that lets people in, now `online.join`, which is not published"


def _link(event: VEvent, place: Place) -> str | None:
    url = event.text("URL")
    return url if is_address(url) and without_joins(url, place) == url else None


def _announced(event: VEvent, source: Source) -> Plain | None:
    """When it was announced, as far as the calendar knows: not when it was exported for a day to come."""
    moments = (event.moment(name) for name in ("CREATED", "DTSTAMP"))
    known: list[datetime] = [one for one in moments if one and one <= source.now and one.year >= EARLIEST]
    return Plain(write_moment(known[0], event.zones.home)) if known else None
