"""Events to make calendars of, and the calendars made of them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from publisher.model import Edition, Event, Instance, Online, Person, Published, Recurrence, Session
from publisher.render import calendar_ics
from tests.render.made import artifacts, fit
from tests.render.sample import CAFE, EMPTY, SHOW, asset

from .lines import Component, Property, read

COPENHAGEN = ZoneInfo("Europe/Copenhagen")


def at(text: str, zone: str = "Europe/Copenhagen") -> datetime:
    """`2023-03-31 09:00` on clocks in `zone`."""
    return datetime.fromisoformat(text).replace(tzinfo=ZoneInfo(zone))


def held(slug: str = "cafe", **changes: Any) -> Published[Event]:
    """An event of an hour, with little to say but `changes`."""
    entry = Event(
        path=slug,
        slug=slug,
        title="Café",
        origin=CAFE.entry.origin,
        start=at("2023-03-31 09:00"),
        end=at("2023-03-31 10:00"),
        timezone="Europe/Copenhagen",
    )
    return replace(CAFE, entry=replace(entry, **changes), guid=f"uid-{slug}", slug=slug)


def series(rule: str | None = None, slug: str = "serie", **changes: Any) -> Published[Event]:
    """An event that happens again by `rule`; `changes` are of its recurrence."""
    recurrence = Recurrence(rule=rule, **changes)
    return held(slug, recurrence=recurrence)


def edition_of(*items: Published[Event], **calendar: Any) -> Edition:
    """An edition with nothing but `items`; `calendar` is what show.toml says of the calendar."""
    show = replace(SHOW, calendar=replace(SHOW.calendar, **calendar))
    return replace(EMPTY, show=show, events=items, calendar=items)


def bodies(edition: Edition) -> dict[str, bytes]:
    """Every calendar of `edition`, by its key."""
    made = {artifact.key: artifact.body for artifact in artifacts(calendar_ics.render(fit(edition)))}
    return {key: body for key, body in made.items() if isinstance(body, bytes)}


def calendar_of(*items: Published[Event], **calendar: Any) -> Component:
    """events.ics of `items`, as we read it."""
    return read(bodies(edition_of(*items, **calendar))["events.ics"])


def vevent_of(item: Published[Event]) -> Component:
    """The one VEVENT of `item`."""
    (vevent,) = calendar_of(item).named("VEVENT")
    return vevent


def said(vevent: Component, name: str) -> Property:
    """The one property called `name`."""
    return vevent.one(name)


FULL = held(
    "fuld",
    title='Mod; mandat, "magt" \\N og\nmere',
    excerpt="Kort oplæg, netværk; dialog\\n.\n\nFor alle.",
    persons=(Person(name="Åse Ørsted", role="oplæg"), Person(name="Bo", role="host")),
    tags=("politik, ledelse", "mod;\\N"),
    image=asset("art/cafe-bbbbbbbbbbbb.jpg", "image/jpeg"),
    location="Rådhuset",
    address="Rådhuspladsen 2\n8000 Aarhus C",
    geo="56.152939,10.203921",
    online=Online(
        platform="Microsoft Teams", url="https://example.dk/æ", join="https://t.example/j", public=True
    ),
    registration="https://example.dk/tilmelding",
    deadline=at("2023-03-28 23:59"),
    organizer=Person(name='CO-PI; "Caféen": A^B\n', email="cafe@example.dk"),
    audience="Alle",
    price="0 kr.",
    capacity="40 deltagere",
    programme=(
        Session(title="Velkommen", start=at("2023-03-31 09:00"), end=at("2023-03-31 09:05")),
        Session(title="Oplæg", start=at("2023-03-31 09:05"), speakers=("Åse Ørsted", "Bo")),
        Session(title="Tak"),
    ),
)
"""An event with everything that people may write, and every sign that means something in iCalendar."""

WEEKLY = series(
    "FREQ=WEEKLY;UNTIL=20231130T235959Z",
    "ugentlig",
    added=(at("2023-05-01 20:00"),),
    excluded=(at("2023-04-14 09:00"),),
    changed=(
        Instance(original=at("2023-04-07 09:00"), status="cancelled"),
        Instance(
            original=at("2023-04-21 09:00"),
            start=at("2023-04-22 14:00"),
            title="Flyttet café",
            location="Biblioteket",
        ),
        Instance(original=at("2023-10-27 09:00"), start=at("2023-10-29 02:30").replace(fold=1)),
    ),
    last=at("2023-11-24 10:00"),
)
"""Every Friday from March, past the days in March and October when clocks are changed."""

DAYS = held(
    "lejr",
    all_day=True,
    start=at("2023-10-28 00:00"),
    end=at("2023-10-31 00:00"),
    recurrence=Recurrence(
        rule="FREQ=YEARLY;UNTIL=20251028",
        excluded=(at("2024-10-28 00:00"),),
        changed=(Instance(original=at("2025-10-28 00:00"), start=at("2025-11-01 00:00")),),
        last=at("2025-11-04 00:00"),
    ),
)
"""Three whole days around the night when clocks go back, every year."""

ENDLESS = held(
    "evig",
    start=at("2023-01-02 18:00", "Asia/Kolkata"),
    end=at("2023-01-02 19:30", "Asia/Kolkata"),
    timezone="Asia/Kolkata",
    recurrence=Recurrence(rule="FREQ=MONTHLY;BYDAY=1MO"),
)
"""A series without end, in a zone whose clocks never change."""

LATE = held(
    "sent", start=at("2023-10-29 02:30"), end=at("2023-10-29 02:45").replace(fold=1), status="tentative"
)
"""An event within the hour that comes twice."""

BRIEF = held("kort", end=None, status="postponed", start=datetime(2023, 6, 1, 12, tzinfo=UTC), timezone="UTC")
"""An event of which little is known."""

WORLD = held(
    "verden",
    start=datetime(2023, 3, 24, 12, tzinfo=UTC),
    end=datetime(2023, 3, 24, 13, tzinfo=UTC),
    timezone="UTC",
    recurrence=Recurrence(
        rule="FREQ=WEEKLY;COUNT=4",
        added=(datetime(2023, 5, 1, 12, tzinfo=UTC),),
        excluded=(datetime(2023, 4, 7, 12, tzinfo=UTC),),
        changed=(Instance(original=datetime(2023, 3, 31, 12, tzinfo=UTC), status="cancelled"),),
        last=datetime(2023, 5, 1, 13, tzinfo=UTC),
    ),
)
"""A series in UTC over the night when clocks in Denmark go forward, with one time of every kind."""

RAMADAN = held(
    "rabat",
    start=at("2023-04-01 12:00", "Africa/Casablanca"),
    end=at("2024-04-01 12:00", "Africa/Casablanca"),
    timezone="Africa/Casablanca",
)
"""An event in a zone whose clocks follow the moon."""

EVERY = (FULL, WEEKLY, DAYS, ENDLESS, LATE, BRIEF, WORLD, RAMADAN)


def weekly_starts() -> list[datetime]:
    """When WEEKLY is, as people would say it, in UTC."""
    fridays = [at("2023-03-31 09:00") + timedelta(weeks=week) for week in range(35)]
    left = {at("2023-04-14 09:00"), at("2023-04-21 09:00"), at("2023-10-27 09:00")}
    now = [at("2023-04-22 14:00"), at("2023-10-29 02:30").replace(fold=1), at("2023-05-01 20:00")]
    return sorted(start.astimezone(UTC) for start in [*(set(fridays) - left), *now])
