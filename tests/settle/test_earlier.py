"""The calendar after a rollback: as it was, told as a change, and told anew when the newer is back."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from publisher.model import (
    Edition,
    Event,
    Ledger,
    LedgerEntry,
    Published,
    Recording,
    Revision,
    Sequel,
    StoredObject,
)
from publisher.render.stream import related
from publisher.settle.earlier import Earlier, earlier
from publisher.settle.retracted import retract
from tests.settle.story import SHOW, START, Story, article, episode, event

DAY = timedelta(days=1)
HELD = START + 100 * DAY


def revision(story: Story, *, without: tuple[str, ...] = ()) -> Revision:
    """What the last publication of `story` left, with the page of every entry that it showed."""
    pages = (f"{row.kind}s/{row.slug}.html" for row in story.ledger.entries if row.slug not in without)
    objects = tuple(StoredObject(key=page, size=1) for page in pages)
    return Revision(number=1, name="1-t", moment=story.now, ledger=story.ledger, objects=objects)


def back(story: Story, old: Revision) -> Earlier:
    """Roll back to `old` a day later; the story goes on from there."""
    story.now += DAY
    told = earlier(story.ledger, old, story.show, story.now)
    story.ledger = told.ledger
    return told


def only(edition: Edition) -> Published[Event]:
    (item,) = edition.events
    return item


def row(ledger: Ledger, slug: str = "cafe") -> LedgerEntry:
    return next(one for one in ledger.entries if one.slug == slug)


def test_an_event_is_as_it_was_with_a_higher_sequence() -> None:
    story = Story()
    story.publish(event("cafe", location="Odense"))
    old = revision(story)
    story.publish(event("cafe", location="Slagelse", start=HELD + DAY))
    item = only(back(story, old).edition)
    assert (item.entry.location, item.entry.start, item.sequence) == ("Odense", HELD, 2)
    assert item.updated == story.now
    assert item.changes[-1].what == ("time", "place")


def test_the_newer_content_comes_back_with_a_sequence_that_is_higher_still() -> None:
    story = Story()
    story.publish(event("cafe"))
    old = revision(story)
    moved = event("cafe", start=HELD + DAY)
    story.publish(moved)
    back(story, old)
    again = only(story.publish(moved))
    assert (again.entry.start, again.sequence) == (HELD + DAY, 3)
    assert only(story.publish(moved)).sequence == 3


def test_who_undoes_it_in_episodes_too_changes_nothing_more() -> None:
    story = Story()
    story.publish(event("cafe"), article("case"))
    old = revision(story)
    story.publish(event("cafe", start=HELD + DAY), article("case", title="New"))
    back(story, old)
    before = story.ledger.entries
    story.publish(event("cafe"), article("case"))
    assert story.ledger.entries == before


def test_an_event_that_has_not_changed_is_not_touched() -> None:
    story = Story()
    story.publish(event("cafe"))
    old = revision(story)
    story.publish(event("cafe"), event("fair"))
    before = row(story.ledger)
    told = back(story, old)
    assert row(told.ledger) == before
    assert [item.sequence for item in told.edition.calendar if item.slug == "cafe"] == [0]


def test_what_is_announced_since_is_called_off_while_it_is_to_come_and_told_anew_after() -> None:
    story = Story()
    story.publish(event("cafe"))
    old = revision(story)
    story.publish(event("cafe"), event("fair"))
    told = back(story, old)
    fair = next(item for item in told.edition.calendar if item.slug == "fair")
    assert (fair.entry.status, fair.sequence, told.added) == ("cancelled", 1, ("events/fair.html",))
    assert not row(told.ledger, "fair").burnt
    again = story.publish(event("cafe"), event("fair"))
    assert [(item.entry.status, item.sequence) for item in again.events if item.slug == "fair"] == [
        ("confirmed", 2)
    ]


def test_what_is_announced_since_and_over_is_simply_not_there() -> None:
    story = Story()
    story.publish(event("cafe"))
    old = revision(story)
    past = event("fair", start=START - DAY, date=START - 2 * DAY)
    story.publish(event("cafe"), past)
    before = row(story.ledger, "fair")
    told = back(story, old)
    assert [item.slug for item in told.edition.events] == ["cafe"]
    assert (row(told.ledger, "fair"), told.added) == (before, ())


def test_who_rolls_back_twice_is_called_off_once() -> None:
    story = Story()
    story.publish(event("cafe"))
    old = revision(story)
    story.publish(event("cafe"), event("fair"))
    back(story, old)
    once = row(story.ledger, "fair")
    back(story, old)
    assert row(story.ledger, "fair") == once


def test_back_to_a_rollback_is_back_to_what_it_showed() -> None:
    """Its ledger knows more events than its pages: one was over, one called off."""
    story = Story()
    story.publish(event("cafe"))
    first = revision(story)
    story.publish(event("cafe"), event("fair"))
    back(story, first)
    second = revision(story)
    story.publish(event("cafe"), event("fair"))
    told = back(story, second)
    assert {item.slug: item.entry.status for item in told.edition.events} == {
        "cafe": "confirmed",
        "fair": "cancelled",
    }
    assert row(told.ledger, "fair").sequence == 3
    hidden = back(story, revision(story, without=("fair",)))
    assert row(hidden.ledger, "fair").event == row(told.ledger, "fair").event


def test_a_retired_event_is_shown_again_stays_burnt_and_is_cancelled_again() -> None:
    story = Story()
    item = only(story.publish(event("cafe")))
    old = revision(story)
    story.show = replace(SHOW, retired=(item.guid,))
    assert only(story.publish()).sequence == 1
    shown = only(back(story, old).edition)
    assert (shown.entry.status, shown.sequence, row(story.ledger).burnt) == ("confirmed", 2, True)
    gone = only(story.publish())
    assert (gone.entry.status, gone.sequence) == ("cancelled", 3)
    assert only(story.publish()).sequence == 3


def test_back_to_where_it_was_cancelled_cancels_it_again() -> None:
    story = Story()
    item = only(story.publish(event("cafe")))
    first = revision(story)
    story.show = replace(SHOW, retired=(item.guid,))
    story.publish()
    second = revision(story)
    back(story, first)
    shown = only(back(story, second).edition)
    assert (shown.entry.status, shown.sequence) == ("cancelled", 3)


def test_a_public_link_and_what_came_of_it_are_a_change_although_no_hash_holds_them() -> None:
    story = Story()
    cafe = event("cafe", recording="heard")
    story.publish(cafe)
    old = revision(story)
    story.publish(cafe, episode("heard"))
    assert row(story.ledger).sequence == 1
    assert only(back(story, old).edition).sequence == 2
    story.publish(cafe, episode("heard"))
    assert row(story.ledger).sequence == 3


def test_other_entries_are_updated_once_more_when_they_are_back() -> None:
    story = Story()
    story.publish(article("case"))
    old = revision(story)
    story.publish(article("case", title="New"))
    back(story, old)
    assert row(story.ledger, "case").updated == story.now
    edition = story.publish(article("case", title="New"))
    assert edition.articles[0].updated == story.now


def test_a_frozen_enclosure_is_not_wound_back() -> None:
    def remastered(sound: str) -> Recording | None:
        return episode("heard", sound).recording

    story = Story()
    story.publish(episode("heard"))
    old = revision(story)
    story.publish(episode("heard", recording=remastered("other")))
    newest = row(story.ledger, "heard").enclosure
    back(story, old)
    assert row(story.ledger, "heard").enclosure == newest


def test_the_show_s_own_moment_goes_on() -> None:
    story = Story()
    story.publish(article("case"))
    old = revision(story)
    story.show = replace(SHOW, title="New")
    story.publish(article("case"))
    told = back(story, old)
    assert told.ledger.show and told.ledger.show.updated == told.edition.updated == story.now
    story.publish(article("case"))
    assert story.ledger.show and story.ledger.show.updated == story.now


def test_a_slow_clock_winds_nothing_back() -> None:
    story = Story()
    story.publish(event("cafe"))
    old = revision(story)
    story.publish(event("cafe", start=HELD + DAY))
    newest = row(story.ledger).updated
    told = earlier(story.ledger, old, SHOW, START - 10 * DAY)
    assert only(told.edition).updated == newest + timedelta(seconds=1)


def test_an_older_record_that_knows_less_of_an_event_changes_nothing() -> None:
    """What older versions kept of an event is less; the producer's words are the same."""
    story = Story()
    story.publish(event("cafe", price="free"))
    lean = row(story.ledger)
    assert lean.event
    lean = replace(lean, event=replace(lean.event, price=None))
    old = replace(revision(story), ledger=replace(story.ledger, entries=(lean,)))
    assert only(back(story, old).edition).sequence == 0


def test_what_was_taken_back_for_good_never_comes_back() -> None:
    """Even from a revision that should have been deleted."""
    story = Story()
    guid = only(story.publish(event("cafe"))).guid
    old = revision(story)
    story.ledger = retract(story.ledger, guid, story.now)
    told = back(story, old)
    assert (told.edition.events, row(told.ledger).event) == ((), None)


def test_its_calendar_names_what_came_of_it_as_it_did() -> None:
    story = Story()
    cafe = event("cafe", recording="heard")
    story.publish(cafe, episode("heard"), article("case", event="cafe"))
    old = revision(story)
    story.publish(cafe, episode("heard", title="New"), article("case", event="cafe"))
    told = back(story, old).edition
    others = related(told, only(told))
    assert [(one.entry.kind, one.guid) for one in others] == [
        (one.kind, one.guid) for one in (row(story.ledger, "heard"), row(story.ledger, "case"))
    ]
    assert [one.entry.title for one in others] == [sequel.title for sequel in _sequels(old.ledger)]


def test_two_events_that_one_article_came_of_stay_in_one_thread() -> None:
    story = Story()
    one, two = event("one", recording="heard"), event("two", recording="heard")
    story.publish(one, two, episode("heard"))
    old = revision(story)
    told = back(story, old).edition
    assert [[other.slug for other in related(told, item)] for item in told.events] == [
        ["one", "heard"],
        ["two", "heard"],
    ]


def _sequels(ledger: Ledger) -> tuple[Sequel, ...]:
    fields = row(ledger).event
    assert fields
    return fields.thread
