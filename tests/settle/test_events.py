"""What subscribers are told of an event from its announcement to its recording."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from publisher.model import Calendar, Edition, Event, Instance, Ledger, Online, Published, Recurrence, Site
from publisher.settle import changes, settle
from publisher.state import decode, encode
from tests.settle.story import SHOW, START, Story, article, episode, event

DAY = timedelta(days=1)
HELD = START + 100 * DAY


def only(edition: Edition) -> Published[Event]:
    (item,) = edition.events
    return item


def told(story: Story, *entries: Event) -> list[tuple[int, tuple[str, ...]]]:
    """The SEQUENCE and the newest news after each publication of an event."""
    seen = [only(story.publish(entry)) for entry in entries]
    return [(item.sequence, item.changes[-1].what if item.changes else ()) for item in seen]


def test_each_change_of_time_place_or_status_is_news_and_nothing_else_is() -> None:
    moved = event("cafe", start=HELD + DAY, location="Slagelse")
    story = Story()
    assert told(
        story,
        event("cafe"),
        event("cafe", title="A better name"),
        event("cafe", title="A better name", tags=("mod",)),
        replace(moved, title="A better name"),
        replace(moved, title="A better name", status="cancelled"),
        replace(moved, title="A better name", status="cancelled"),
    ) == [(0, ()), (1, ()), (2, ()), (3, ("time", "place")), (4, ("status",)), (4, ("status",))]
    assert len(only(story.publish(moved)).changes) == 3


def test_news_says_how_it_was_and_how_it_is() -> None:
    story = Story()
    story.publish(event("cafe", location="Odense"))
    item = only(story.publish(event("cafe", location="Slagelse", address="Torvet 1", title="New name")))
    (change,) = item.changes
    assert (change.before.place, change.after.place) == ("Odense", "Slagelse, Torvet 1")
    assert (change.before.title, change.after.title) == (f"Title of {item.entry.path}", "New name")
    assert change.moment == item.updated


def test_history_survives_a_renamed_folder_two_rebuilds_and_another_address() -> None:
    story = Story()
    story.publish(event("cafe", guid="cafe@example.org"))
    before = only(story.publish(event("cafe", guid="cafe@example.org", status="cancelled")))
    story.show = replace(SHOW, base_url="https://elsewhere.example/")
    for _ in range(2):
        after = only(
            story.publish(
                event("renamed", guid="cafe@example.org", status="cancelled", title="Title of cafe")
            )
        )
    assert (after.guid, after.slug, after.sequence, after.changes, after.updated) == (
        before.guid,
        before.slug,
        before.sequence,
        before.changes,
        before.updated,
    )


def test_a_private_link_is_no_change_until_it_is_public() -> None:
    def online(join: str, *, public: bool = False) -> Event:
        return event("cafe", online=Online(platform="Zoom", join=join, public=public))

    story = Story()
    assert [
        sequence
        for sequence, _ in told(
            story,
            online("https://zoom.example/1"),
            online("https://zoom.example/2"),
            online("https://zoom.example/2", public=True),
            online("https://zoom.example/3", public=True),
        )
    ] == [0, 0, 1, 2]


def test_a_recording_raises_sequence_once_it_is_there_and_is_no_news() -> None:
    story = Story()
    cafe = event("cafe", recording="heard")
    assert only(story.publish(cafe)).sequence == 0
    item = only(story.publish(cafe, episode("heard")))
    assert (item.sequence, item.changes) == (1, ())
    assert only(story.publish(cafe, episode("heard"))).sequence == 1
    assert only(story.publish(cafe, episode("heard"), article("read", event="cafe"))).sequence == 2


def test_a_retitled_recording_revises_the_event_and_is_no_news() -> None:
    """DESCRIPTION names it by its title; clients take no change without SEQUENCE and DTSTAMP (CAL-002)."""
    story = Story()
    cafe = event("cafe", recording="heard")
    story.publish(cafe, episode("heard"), article("read", event="cafe"))
    heard, read = episode("heard", title="New"), article("read", event="cafe", title="New")
    items = [
        only(story.publish(cafe, *others))
        for others in (
            (heard, article("read", event="cafe")),
            (heard, article("read", event="cafe")),
            (heard, read),
            (replace(heard, body="More to read"), read),
        )
    ]
    assert [item.sequence for item in items] == [1, 1, 2, 2]
    assert [((item.revised or item.updated) - START).days for item in items] == [2, 2, 4, 4]
    assert {item.changes for item in items} == {()}


def test_a_retired_event_tells_that_it_is_cancelled() -> None:
    story = Story()
    item = only(story.publish(event("cafe", capacity="30", start=HELD, end=HELD + DAY, all_day=True)))
    story.show = replace(SHOW, retired=(item.guid,))
    gone = only(story.publish())
    assert [change.what for change in gone.changes] == [("status",)]
    assert (gone.entry.status, gone.entry.capacity, gone.entry.all_day) == ("cancelled", "30", True)


def test_an_undated_event_that_is_over_is_published_quietly_until_it_is_to_come() -> None:
    story = Story()
    past = event("cafe", start=START - 9 * DAY)
    assert only(story.publish(past)).quiet
    assert only(story.publish(past)).quiet
    assert not only(story.publish(replace(past, start=HELD))).quiet


def test_a_past_event_with_a_date_is_announced_at_that_date() -> None:
    past = event("cafe", start=START - 9 * DAY, date=START - 30 * DAY)
    item = only(Story().publish(past))
    assert (item.quiet, item.published) == (False, START - 30 * DAY)


def test_sequence_goes_on_from_another_calendar_s() -> None:
    story = Story()
    came = event("cafe", guid="cafe@elsewhere.example", sequence=4, date=START - DAY)
    item = only(story.publish(came))
    assert (item.sequence, item.updated) == (4, story.now)
    assert only(story.publish(replace(came, title="New"))).sequence == 5
    assert only(story.publish(replace(came, title="New", sequence=9))).sequence == 9


def test_a_vevent_is_revised_exactly_when_its_sequence_rises() -> None:
    """DTSTAMP tells when: words that it does not show move `updated` only (ICS-017)."""
    story = Story()
    came = event("cafe", sequence=4)
    reworded = replace(came, body="A further word")
    renamed = replace(reworded, title="New")
    items = [only(story.publish(one)) for one in (came, reworded, renamed, replace(renamed, sequence=9))]
    assert [item.sequence for item in items] == [4, 4, 5, 9]
    assert [(item.updated - START).days for item in items] == [1, 2, 3, 3]
    assert [((item.revised or item.updated) - START).days for item in items] == [1, 1, 3, 4]


def test_a_retired_event_is_revised_as_it_is_taken_back() -> None:
    story = Story()
    cafe = event("cafe")
    story.publish(cafe)
    story.publish(replace(cafe, body="A further word"))
    story.show = replace(SHOW, retired=(only(story.publish(replace(cafe, body="A further word"))).guid,))
    gone = only(story.publish())
    assert (gone.revised or gone.updated) == story.now


def test_past_events_stay_for_as_long_as_the_calendar_keeps_them() -> None:
    story = Story(replace(SHOW, calendar=Calendar(keep=30 * DAY)))
    cafe = event("cafe", end=HELD + timedelta(hours=1))
    story.publish(cafe)
    story.now = HELD + timedelta(hours=1) + 30 * DAY - timedelta(seconds=1)
    assert story.publish(cafe, after=timedelta()).calendar
    gone = story.publish(cafe, after=timedelta(seconds=1))
    assert (gone.calendar, len(gone.events)) == ((), 1)


def test_without_a_limit_they_stay_for_ever() -> None:
    assert Story().publish(event("cafe", start=START - 9000 * DAY)).calendar


def test_what_is_to_come_is_in_the_order_of_its_next_time() -> None:
    weekly = Recurrence(
        rule="FREQ=WEEKLY",
        starts=tuple(START + 7 * number * DAY for number in range(9)),
        last=START + 56 * DAY,
    )
    coming = (
        Story()
        .publish(
            event("series", start=START, recurrence=weekly),
            event("soon", start=START + 2 * DAY),
            event("late", start=START + 8 * DAY),
            event("over", start=START),
            event("off", start=START + 3 * DAY, status="postponed"),
        )
        .upcoming
    )
    assert [(one.item.slug, one.start) for one in coming] == [
        ("soon", START + 2 * DAY),
        ("series", START + 7 * DAY),
        ("late", START + 8 * DAY),
    ]


def test_a_series_without_end_is_never_past() -> None:
    endless = Recurrence(rule="FREQ=WEEKLY", starts=(START - 70 * DAY,))
    item = only(Story().publish(event("series", start=START - 70 * DAY, recurrence=endless)))
    assert not item.quiet


def test_the_end_of_an_event_is_a_moment_to_publish_at() -> None:
    site = Site(
        show=replace(SHOW, calendar=Calendar(keep=30 * DAY)),
        events=(event("cafe", start=HELD, end=HELD + timedelta(hours=1)),),
    )
    end = HELD + timedelta(hours=1)
    assert [change.moment for change in changes(site, Ledger(), START)] == [end, end + 30 * DAY]


def test_the_ledger_keeps_all_of_it() -> None:
    """Series, programme and news go through the file and back; moments in it are in UTC."""
    zone = ZoneInfo("Europe/Copenhagen")
    start = datetime(2026, 5, 1, 9, tzinfo=zone)
    series = Recurrence(
        rule="FREQ=WEEKLY;COUNT=3",
        excluded=(start + 7 * DAY,),
        changed=(Instance(original=start + 14 * DAY, start=start + 15 * DAY),),
        last=start + 15 * DAY,
        starts=(start, start + 15 * DAY),
    )
    story = Story()
    story.publish(event("cafe", start=start, recurrence=series))
    story.publish(event("cafe", start=start, recurrence=series, status="tentative"))
    assert decode(encode(story.ledger), Ledger, "ledger.json") == story.ledger
    fields = story.ledger.entries[0].event
    assert fields and fields.start.tzinfo is UTC
    assert fields.recurrence and (fields.recurrence.starts, fields.recurrence.excluded[0].tzinfo) == ((), UTC)


def test_an_older_ledger_without_the_new_fields_changes_nothing() -> None:
    """What older versions kept of an event is less; reading it is no change."""
    story = Story()
    cafe = event("cafe", price="free", capacity="30", location="Odense")
    first = only(story.publish(cafe))
    row = story.ledger.entries[0]
    assert row.event
    lean = replace(row.event, price=None, capacity=None, excerpt="")
    story.ledger = replace(story.ledger, entries=(replace(row, event=lean),))
    again = settle(Site(show=SHOW, events=(cafe,)), story.ledger, story.now + DAY)
    assert (only(again.edition).sequence, only(again.edition).updated) == (0, first.updated)


def series(*changed: Instance) -> Event:
    """A weekly event, some of whose times are not as the others."""
    return event("series", recurrence=Recurrence(rule="FREQ=WEEKLY;COUNT=9", changed=changed))


@pytest.mark.parametrize(
    ("instance", "what"),
    [
        (Instance(original=HELD, title="Another name"), None),
        (Instance(original=HELD, location="Odense"), ("place",)),
        (Instance(original=HELD, status="cancelled"), ("status",)),
        (Instance(original=HELD, start=HELD + DAY), ("time",)),
        (Instance(original=HELD, start=HELD + DAY, location="Odense"), ("time", "place")),
    ],
)
def test_of_one_time_of_a_series_too_time_place_and_status_are_news(
    instance: Instance, what: tuple[str, ...] | None
) -> None:
    story = Story()
    story.publish(series())
    item = only(story.publish(series(instance)))
    assert item.sequence == 1
    assert (item.changes[-1].what if item.changes else None) == what


def test_what_came_of_an_event_is_in_one_order_whatever_is_new() -> None:
    """Or the next publication of the same would tell subscribers of another order."""
    story = Story()
    story.publish(event("cafe"), article("2", event="cafe"))
    told = event("cafe"), article("1", event="cafe"), article("2", event="cafe")
    assert only(story.publish(*told)) == only(story.publish(*told))
