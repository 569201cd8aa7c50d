"""events/index.html and events/<slug>.html: when and where, what for, and what came of it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from publisher.model import Artifact, Edition, Event, Published
from publisher.render.site import attend
from publisher.render.site.cards import card, cards, leaf, marks
from publisher.render.site.document import document
from publisher.render.site.frame import Frame
from publisher.render.site.happening import map_url, notices, programme, series, zone_name
from publisher.render.site.keys import EVENTS
from publisher.render.site.labels import tags, thread
from publisher.render.site.people import faces
from publisher.render.site.prose import prose
from publisher.render.stream.happening import OFF, state, when
from publisher.render.stream.keys import page
from publisher.render.wire.part import Part


def render(edition: Edition) -> Iterator[Artifact | Part]:
    """Make the list and the page of each event."""
    frame = Frame(edition)
    if edition.events:
        yield _list(frame)
    for item in edition.events:
        yield frame.part("event", partial(_event, frame, item), item)


def _list(frame: Frame) -> Artifact:
    """List what is to come, soonest first, then all else, latest first."""
    edition, w = frame.edition, frame.w
    rest = [item for item in edition.events if not frame.is_coming(item.guid)]
    rest.sort(key=lambda item: item.entry.start, reverse=True)
    is_off = any(item.entry.status in OFF for item in rest)
    return document(
        frame,
        EVENTS,
        "events",
        title=w.text("Events"),
        section=EVENTS,
        upcoming=cards(frame, (coming.item for coming in edition.upcoming)),
        rest=cards(frame, rest),
        rest_title=w.text("Past and cancelled events") if is_off else w.text("Past events"),
    )


def _event(frame: Frame, item: Published[Event]) -> tuple[Artifact, ...]:
    event, w = item.entry, frame.w
    start = frame.begins(item.guid, event)
    made = document(
        frame,
        page(item),
        "event",
        title=event.title,
        description=event.excerpt,
        section=EVENTS,
        item=item,
        card=card(frame, item),
        leaf=leaf(w, start, event.timezone),
        marks=tuple(marks(w, item)),
        notices=tuple(notices(frame, item)),
        is_coming=frame.is_coming(item.guid),
        is_off=event.status in OFF,
        start=start,
        when=when(state(event), w, start),
        zone=zone_name(event, start, w),
        map=map_url(event),
        ways=attend.one(frame.edition, item, w),
        image=frame.gallery.image(event.image),
        text=prose(frame, event.html),
        programme=programme(frame, event),
        series=series(frame, item),
        people=faces(frame.edition, event.persons, w),
        tags=tags(frame, event),
        thread=thread(frame, item),
    )
    return (made,)
