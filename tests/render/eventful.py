"""An edition in which much has happened: changes, a series, a whole thread, topics and a hub."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

from publisher.model import EventChange, EventState, Instance, Published, Recurrence, Topic
from publisher.model.event import Event

from .sample import ARTICLE, CAFE, EDITION, SHOW, SUMMER, asset

FIRST = datetime(2023, 3, 31, 7, 0, tzinfo=UTC)
HOUR, DAY = timedelta(hours=1), timedelta(days=1)
ANNOUNCED = EventState(
    title="Café", start=FIRST, end=FIRST + HOUR, timezone="Europe/Copenhagen", place="Zoom"
)


def at(start: datetime) -> dict[str, Any]:
    """An hour from `start`."""
    return {"start": start, "end": start + HOUR}


def history(*news: dict[str, Any], since: EventState = ANNOUNCED) -> tuple[EventChange, ...]:
    """The changes that make each state of the one before it, a day apart from 7 March 2023 on."""
    told = []
    before = since
    for number, words in enumerate(news):
        after = replace(before, **words)
        kinds = {
            "time": ("start", "end", "all_day", "recurrence"),
            "place": ("place",),
            "status": ("status",),
        }
        what = [
            kind
            for kind, names in kinds.items()
            if any(getattr(before, name) != getattr(after, name) for name in names)
        ]
        moment = datetime(2023, 3, 7, tzinfo=UTC) + number * DAY
        told.append(EventChange(moment=moment, what=tuple(what), before=before, after=after))
        before = after
    return tuple(told)


def event(item: Published[Event], **words: Any) -> Published[Event]:
    """`item` with other words."""
    return replace(item, entry=replace(item.entry, **words))


MOVED = replace(
    event(CAFE, status="cancelled", image=asset("art/cafe-ffffffffffff.png")),
    changes=history(
        at(FIRST + 7 * DAY),
        {"place": "Rådhuset, København"},
        {"status": "postponed"},
        {"status": "confirmed", **at(FIRST + 37 * DAY)},
        {"status": "cancelled"},
    ),
)
"""Moved twice, put off once, cancelled at last."""

MONTHLY = Recurrence(
    rule="FREQ=MONTHLY;COUNT=20",
    excluded=(datetime(2023, 3, 15, 8, tzinfo=UTC),),
    changed=(Instance(original=datetime(2023, 4, 15, 7, tzinfo=UTC), location="Aarhus"),),
    starts=tuple(
        datetime(2023 + number // 12, 1 + number % 12, 15, 9, tzinfo=SUMMER) for number in range(20)
    ),
)
SERIES = replace(
    event(
        CAFE,
        path="004-serie",
        title="Fast café",
        recording=None,
        recurrence=MONTHLY,
        start=datetime(2023, 1, 15, 9, tzinfo=SUMMER),
        end=datetime(2023, 1, 15, 10, tzinfo=SUMMER),
        location="Rådhuset",
        address="Rådhuspladsen 1, København",
        deadline=datetime(2023, 1, 10, 23, 59, tzinfo=SUMMER),
        tags=("MOD",),
    ),
    guid="serie@example.dk",
    slug="fast-cafe",
    published=datetime(2023, 1, 2, 8, 0, tzinfo=UTC),
    changes=(),
)

TOLD = replace(ARTICLE, entry=replace(ARTICLE.entry, event="001-cafe", tags=("Mod",)))
"""An article that tells of the café."""

TOPICS = (
    Topic(tag="mod", slug="mod"),
    Topic(
        tag="Politik, Ledelse",
        slug="ledelse",
        title="Politisk ledelse af innovation",
        description="Et tema.",
    ),
    Topic(tag="ingen", slug="ingen"),
)

EVENTFUL = replace(
    EDITION,
    show=replace(SHOW, hub="https://hub.example/høb", topics=TOPICS),
    events=(MOVED, SERIES),
    calendar=(MOVED, SERIES),
    articles=(TOLD,),
)
QUIET = tuple(
    replace(
        event(CAFE, path=f"gamle/{number}", recording=None, title=f"Gammel café {number}"),
        guid=f"gammel-{number}@example.dk",
        slug=f"gammel-{number}",
        quiet=True,
        changes=history({"status": "cancelled"}),
    )
    for number in range(300)
)
"""Three hundred events that were over long before they came here."""
