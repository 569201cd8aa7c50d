"""An event (LD-001 … LD-005; schema.org/Event; developers.google.com/search/docs, "Event")."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import TYPE_CHECKING

from publisher.model import Event, Published, Session
from publisher.render.site.structured.happening import happening
from publisher.render.site.structured.people import persons, sender
from publisher.render.site.structured.price import price
from publisher.render.site.structured.schedule import schedule
from publisher.render.site.structured.thing import Thing, moment, thing
from publisher.render.site.structured.thread import thread
from publisher.render.stream.keys import page

if TYPE_CHECKING:
    from publisher.render.site.frame import Frame


def event(frame: Frame, item: Published[Event]) -> Thing:
    """Tell of `item`."""
    show, told = frame.edition.show, item.entry
    organizer = told.organizer
    picture = told.image or show.cover
    return thing(
        "Event",
        **happening(frame, item),
        description=told.excerpt,
        image=frame.url(picture.key) if picture else None,
        inLanguage=show.language,
        organizer=sender(organizer.name, (*show.persons, *told.persons), organizer.href)
        if organizer
        else None,
        performer=persons(frame.edition, told.persons),
        audience=thing("Audience", audienceType=told.audience) if told.audience else None,
        maximumAttendeeCapacity=_number(told.capacity),
        keywords=list(told.tags),
        subEvent=list(_programme(frame, item)),
        eventSchedule=schedule(told),
        **_offers(frame, item),
        **thread(frame, item),
    )


def _offers(frame: Frame, item: Published[Event]) -> dict[str, object]:
    """Say what it costs and where to sign up, while anybody can."""
    told, cost = item.entry, price(item.entry.price, frame.w.locale)
    if not cost:
        return {}
    is_open = frame.is_coming(item.guid) and told.registration
    offer = thing(
        "Offer",
        price=cost.amount,
        priceCurrency=cost.currency,
        url=told.registration if is_open else frame.url(page(item)),
        validThrough=moment(told.deadline, told.timezone) if told.deadline else None,
    )
    return {"offers": offer, "isAccessibleForFree": cost.amount == "0"}


def _programme(frame: Frame, item: Published[Event]) -> Iterator[Thing]:
    """Tell each part that has a time; it is where the whole is."""
    whole = happening(frame, item)
    shared = {name: whole.get(name) for name in ("location", "eventAttendanceMode", "eventStatus")}
    for session in item.entry.programme:
        if session.start:
            yield _part(session, session.start, item.entry.timezone, shared)


def _part(session: Session, start: datetime, zone: str, shared: dict[str, object]) -> Thing:
    return thing(
        "Event",
        name=session.title,
        startDate=moment(start, zone),
        endDate=moment(session.end, zone) if session.end else None,
        performer=[thing("Person", name=name) for name in session.speakers],
        **shared,
    )


def _number(words: str | None) -> int | None:
    """Read a number that stands alone: "40", not "some forty"."""
    return int(words) if words and words.strip().isdecimal() else None
