"""VCALENDAR: what the calendar is called, the zones it holds, and how large it gets."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from publisher.model import Edition, Event, Person, Published, Recurrence, Session
from publisher.render.calendar.vcalendar import ENOUGH, subscription
from tests.render.sample import EMPTY, SHOW

from .judge import faults
from .lines import Component, read, text
from .made import BRIEF, DAYS, ENDLESS, LATE, WORLD, at, bodies, calendar_of, edition_of, held


def value(calendar: Component, name: str) -> str:
    return text(calendar.one(name).value)


def years(calendar: Component) -> dict[str, str]:
    """From which year each zone is told, by its name."""
    return {
        zone.one("TZID").value: zone.components[0].one("DTSTART").value[:4]
        for zone in calendar.named("VTIMEZONE")
    }


def typical(number: int) -> Published[Event]:
    """A café as there is one each week: a summary, three speakers, a programme of five, a registration."""
    start = at("2019-01-04 09:00") + timedelta(weeks=number)
    titles = (
        "Velkommen",
        "Oplæg om mandat og mod",
        "Cases fra to kommuner",
        "Dialog i grupper",
        "Tak for i dag",
    )
    event = held(
        f"innovationscafe-{number}",
        title=f"Innovationscafé {number}: Politisk ledelse",
        excerpt="Kort oplæg, netværk og dialog i små grupper for alle, der leder innovation.",
        start=start,
        end=start + timedelta(hours=1),
        persons=(
            Person(name="Lene Jensen", role="oplæg"),
            Person(name="Ole Bang", role="vært"),
            Person(name="Åse Ørsted", role="panel"),
        ),
        programme=tuple(
            Session(title=title, start=start + timedelta(minutes=10 * part))
            for part, title in enumerate(titles)
        ),
        registration="https://example.dk/tilmelding",
        location="Rådhuset",
        tags=("innovationscafé",),
    )
    return replace(event, guid=f"6fa459ea-ee8a-5ca4-894e-{number:012}")


def test_the_calendar_is_called_as_the_show() -> None:
    """Unless `[calendar]` says otherwise; ICX-006, ICS-030: by both names."""
    own = calendar_of(held())
    assert value(own, "NAME") == value(own, "X-WR-CALNAME") == SHOW.title
    assert value(own, "DESCRIPTION") == value(own, "X-WR-CALDESC") == SHOW.description
    named = calendar_of(held(), title="Caféer; alle", description="Hver\nfredag, kl. 9")
    assert value(named, "NAME") == value(named, "X-WR-CALNAME") == "Caféer; alle"
    assert value(named, "DESCRIPTION") == value(named, "X-WR-CALDESC") == "Hver\nfredag, kl. 9"
    assert value(calendar_of(title=" ", description="\n"), "NAME") == SHOW.title


def test_clients_are_told_where_it_is_and_how_often_to_look() -> None:
    """ICX-001, ICX-002, CAL-007, CAL-008."""
    calendar = calendar_of(held(), refresh=timedelta(hours=1.5))
    assert value(calendar, "REFRESH-INTERVAL") == value(calendar, "X-PUBLISHED-TTL") == "PT1H30M"
    assert value(calendar, "SOURCE") == "https://example.dk/podcast/events.ics"
    assert value(calendar, "URL") == "https://example.dk/podcast/index.html"
    assert value(calendar, "X-WR-TIMEZONE") == "Europe/Copenhagen"


def test_it_has_the_cover_and_the_colour_of_the_show() -> None:
    """ICX-003, ICX-004, CAL-008; without either, neither is told."""
    calendar = calendar_of(held(), color="DarkCyan")
    assert (value(calendar, "COLOR"), value(calendar, "X-APPLE-CALENDAR-COLOR")) == ("DarkCyan", "#008B8B")
    image = calendar.one("IMAGE")
    assert image.value == "https://example.dk/podcast/art/cover-aaaaaaaaaaaa.png"
    assert image.params == {"VALUE": ["URI"], "DISPLAY": ["BADGE"], "FMTTYPE": ["image/png"]}
    plain = read(bodies(replace(EMPTY, show=replace(SHOW, cover=None)))["events.ics"])
    assert not {"COLOR", "X-APPLE-CALENDAR-COLOR", "IMAGE"} & {each.name for each in plain.properties}


def test_it_is_as_new_as_its_newest_event() -> None:
    """Or the show; an event that is not in it any more makes it no newer."""
    late = replace(held(), updated=datetime(2024, 1, 1, tzinfo=UTC))
    assert value(calendar_of(late, held("andet")), "LAST-MODIFIED") == "20240101T000000Z"
    assert value(calendar_of(held()), "LAST-MODIFIED") == "20230501T123000Z"
    edition = replace(edition_of(late), calendar=())
    assert value(read(bodies(edition)["events.ics"]), "LAST-MODIFIED") == "20230501T123000Z"


def test_what_is_left_of_the_calendar_keeps_its_file() -> None:
    """Who has saved a link to an old event finds it."""
    made = bodies(replace(edition_of(held(), held("andet")), calendar=(held(),)))
    assert [event.value("UID") for event in read(made["events.ics"]).named("VEVENT")] == ["uid-cafe"]
    assert made.keys() == {"events.ics", "events/cafe.ics", "events/andet.ics"}


def test_a_file_of_one_event_is_no_calendar_of_its_own() -> None:
    """Clients take what has a name for a calendar to add, and not for an event to save."""
    one = read(bodies(edition_of(held(), color="turquoise"))["events/cafe.ics"])
    assert [each.name for each in one.properties] == ["VERSION", "PRODID"]
    assert [each.name for each in one.components] == ["VTIMEZONE", "VEVENT"]


def test_each_zone_that_is_named_is_there_once() -> None:
    """ICS-010: and no other; days and UTC name none."""
    oslo = held("oslo", timezone="Europe/Oslo", start=at("2023-12-31 20:00", "Europe/Oslo"), end=None)
    assert years(calendar_of(oslo, held(), held("to"), ENDLESS)) == {
        "Asia/Kolkata": "2022",
        "Europe/Copenhagen": "2022",
        "Europe/Oslo": "2022",
    }
    assert years(calendar_of(DAYS, LATE, BRIEF)) == {}
    assert years(calendar_of(WORLD, BRIEF)) == {"Etc/GMT": "2022"}


@pytest.mark.parametrize(
    ("changes", "years"),
    [
        ({}, [2022, 2023]),
        ({"start": at("2025-01-01 00:30"), "end": at("2025-01-01 02:00")}, [2024, 2025]),
        ({"end": at("2024-06-01 09:00")}, [2022, 2023, 2024]),
        (
            {"recurrence": Recurrence(rule="FREQ=DAILY", last=at("2024-06-01 09:00"))},
            [2022, 2023, 2024],
        ),
        (
            {"recurrence": Recurrence(added=(at("2024-06-01 09:00"),), last=at("2023-06-01 09:00"))},
            [2022, 2023, 2024],
        ),
    ],
)
def test_a_zone_is_told_for_the_years_of_its_events(changes: dict[str, Any], years: list[int]) -> None:
    """From the year before the first time through that of the last, on the clocks of the zone."""
    event = held(timezone="Africa/Casablanca", **changes)
    assert [int(onset[:4]) for onset in winters(calendar_of(event))] == years


def winters(calendar: Component) -> list[str]:
    """When clocks are put back in the one zone of `calendar`, which has no rule for it."""
    (zone,) = calendar.named("VTIMEZONE")
    (standard,) = zone.named("STANDARD")
    return [each.value for each in standard.all("RDATE")]


def test_a_zone_is_told_for_ever_for_a_series_without_end() -> None:
    """The last day of its last rule is not told, or the last that is known."""
    endless = held(timezone="Africa/Casablanca", recurrence=Recurrence(rule="FREQ=DAILY"))
    assert winters(calendar_of(endless))[-1] > "2080"


@pytest.mark.parametrize("zone", ["Europe/Copenhagen", "Australia/Sydney", "UTC"])
def test_a_calendar_without_events_has_the_zone_of_the_show(zone: str) -> None:
    """ICS-004: a calendar needs a component. The years are those of the show's last change."""
    edition = replace(EMPTY, show=replace(SHOW, timezone=zone))
    body = bodies(edition)["events.ics"]
    calendar = read(body)
    assert [each.name for each in calendar.components] == ["VTIMEZONE"]
    assert years(calendar) == {zone: "2022"}
    assert faults(body) == []


def crowded(count: int) -> Edition:
    return edition_of(*(typical(number) for number in range(count)))


def test_three_hundred_typical_events_are_under_three_hundred_kilobytes() -> None:
    """Google and phones read the whole file each time; the HTML of what is long over goes first."""
    body = bodies(crowded(300))["events.ics"]
    events = read(body).named("VEVENT")
    assert len(body) < ENOUGH == 300_000
    assert len(events) == 300
    assert all("Tilmelding: https://" in text(each.one("DESCRIPTION").value) for each in events)
    rich = [bool(each.all("X-ALT-DESC")) for each in events]
    assert 0 < sum(rich) < 300
    assert rich == sorted(rich)
    assert faults(body) == []


def test_a_calendar_that_is_small_enough_says_everything_twice() -> None:
    """So does each file of one event, whatever the calendar is like."""
    few = read(bodies(crowded(150))["events.ics"]).named("VEVENT")
    assert all(each.all("X-ALT-DESC") for each in few)
    one = read(bodies(crowded(300))["events/innovationscafe-0.ics"]).named("VEVENT")
    assert all(each.all("X-ALT-DESC") for each in one)


def test_after_the_html_what_is_over_longest_loses_its_details() -> None:
    """The summary stays, and the page, which tells the rest; the last events are told in full."""
    made = bodies(crowded(450))
    body = made["events.ics"]
    events = read(body).named("VEVENT")
    assert len(body) < ENOUGH
    assert faults(body) == []
    assert not any(each.all("X-ALT-DESC") for each in events)
    told = [text(each.one("DESCRIPTION").value) for each in events]
    assert told[0] == (
        "Kort oplæg, netværk og dialog i små grupper for alle, der leder innovation.\n\n"
        "https://example.dk/podcast/events/innovationscafe-0.html"
    )
    in_full = ["Program:" in each for each in told]
    assert in_full == sorted(in_full)
    assert 0 < sum(in_full) < 450
    (single,) = read(made["events/innovationscafe-0.ics"]).named("VEVENT")
    assert "Program:" in text(single.one("DESCRIPTION").value)


def test_nothing_but_html_and_details_is_ever_left_out() -> None:
    """A larger calendar is larger: every event is in it, with all that has a property."""
    body = subscription(crowded(700), "events.ics").to_ical()
    events = read(body).named("VEVENT")
    assert len(body) > ENOUGH
    assert faults(body) == []
    assert len(events) == 700
    for number, event in enumerate(events):
        page = f"https://example.dk/podcast/events/innovationscafe-{number}.html"
        assert text(event.one("DESCRIPTION").value).endswith(page)
        assert [event.value(name) for name in ("LOCATION", "URL")] == ["Rådhuset", page]


def test_an_event_of_which_nothing_is_said_keeps_the_link_to_its_page() -> None:
    """And nothing before it."""
    items = (replace(item, entry=replace(item.entry, excerpt="")) for item in crowded(700).calendar)
    first, *_ = read(subscription(edition_of(*items), "events.ics").to_ical()).named("VEVENT")
    assert first.value("DESCRIPTION") == "https://example.dk/podcast/events/innovationscafe-0.html"


def test_a_series_that_goes_on_is_not_long_over() -> None:
    """Though it began before all others."""
    weekly = held("evig", start=at("2018-01-01 09:00"), recurrence=Recurrence(rule="FREQ=WEEKLY"))
    calendar = read(bodies(edition_of(weekly, *crowded(300).calendar))["events.ics"])
    assert calendar.named("VEVENT")[0].all("X-ALT-DESC")
