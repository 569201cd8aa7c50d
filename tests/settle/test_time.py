"""What is visible when, which dates listeners see, and clocks that disagree."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from publisher.model import Site
from publisher.settle import changes
from tests.settle.story import SHOW, START, Story, article, episode, event

DAY = timedelta(days=1)
SECOND = timedelta(seconds=1)


def test_an_undated_entry_gets_the_moment_of_first_publication_and_keeps_it() -> None:
    story = Story()
    first = story.publish(episode("001")).episodes[0].published
    assert first == START + DAY
    assert story.publish(episode("001")).episodes[0].published == first


def test_undated_entries_of_one_day_are_a_second_apart_in_the_order_of_their_paths() -> None:
    edition = Story().publish(episode("001", "a"), episode("002", "b"), episode("003", "c"))
    assert [(made.slug, made.published) for made in edition.episodes] == [
        ("003", START + DAY),
        ("002", START + DAY - SECOND),
        ("001", START + DAY - 2 * SECOND),
    ]


def test_a_written_date_is_the_date() -> None:
    date = datetime(2020, 5, 4, 6, tzinfo=UTC)
    made = Story().publish(episode("001", date=date)).episodes[0]
    assert (made.published, made.updated) == (date, date)


def test_a_future_entry_and_a_draft_are_neither_shown_nor_recorded() -> None:
    story = Story()
    edition = story.publish(episode("001", date=START + 9 * DAY), article("a", draft=True))
    assert (edition.episodes, edition.articles, story.ledger.entries) == ((), (), ())


def test_a_future_entry_is_shown_from_its_moment_on() -> None:
    story = Story()
    later = episode("001", date=START + 2 * DAY)
    assert not story.publish(later, after=2 * DAY - SECOND).episodes
    assert story.publish(later, after=SECOND).episodes[0].published == START + 2 * DAY


def test_drafts_are_shown_to_who_asks() -> None:
    assert Story().publish(article("a", draft=True), drafts=True).articles


def test_what_is_to_come_is_shown_to_who_asks() -> None:
    story = Story()
    later = episode("001", date=START + 9 * DAY)
    assert not story.publish(later, drafts=True).episodes
    assert story.publish(later, future=True).episodes[0].published == START + 9 * DAY


def test_what_listeners_do_not_see_yet_is_marked() -> None:
    edition = Story().publish(
        article("draft", draft=True, date=START + 9 * DAY),
        article("later", date=START + 9 * DAY),
        article("out", date=START),
        article("undated"),
        drafts=True,
        future=True,
    )
    assert {made.slug: made.unseen for made in edition.articles} == {
        "draft": "draft",
        "later": "scheduled",
        "out": None,
        "undated": None,
    }


def test_what_another_machine_has_published_is_not_to_come() -> None:
    story = Story()
    early = article("a", date=START + 2 * DAY)
    story.publish(early, after=2 * DAY)
    assert story.publish(early, after=-DAY).articles[0].unseen is None


def test_a_published_entry_cannot_become_a_draft_or_move_into_the_future() -> None:
    story = Story()
    story.publish(episode("001", date=START))
    assert story.refused(episode("001", date=START, draft=True)) == ["ID-005"]
    assert story.refused(episode("001", date=story.now + 9 * DAY)) == ["ID-005"]


def test_what_expires_goes_and_leaves_its_page_and_a_burnt_guid() -> None:
    story = Story()
    passing = episode("001", expires=START + 5 * DAY)
    guid = story.publish(passing).episodes[0].guid
    edition = story.publish(passing, after=4 * DAY)
    assert (edition.episodes, [made.guid for made in edition.expired]) == ((), [guid])
    assert [(row.burnt, row.expired) for row in story.ledger.entries] == [(True, START + 5 * DAY)]
    assert story.publish(passing).expired == edition.expired
    assert story.publish().expired == ()


def test_what_has_expired_does_not_come_back_under_the_same_guid() -> None:
    story = Story()
    passing = episode("001", expires=START + 5 * DAY)
    story.publish(passing)
    story.publish(passing, after=9 * DAY)
    _, problems = story.attempt(episode("001"))
    assert [problem.code for problem in problems] == ["ID-006"]
    assert "put `expires: 2026-01-06` back" in problems[0].fix
    again = story.publish(episode("001", guid="001-2", slug="001-2"))
    assert [made.guid for made in again.episodes] == ["001-2"]


def test_a_slow_clock_does_not_bring_back_what_has_expired() -> None:
    story = Story()
    passing = episode("001", expires=START + 5 * DAY)
    story.publish(passing)
    story.publish(passing, after=5 * DAY)
    edition = story.publish(passing, after=-3 * DAY)
    assert (edition.episodes, len(edition.expired)) == ((), 1)


def test_what_expired_before_anybody_saw_it_was_never_there() -> None:
    story = Story()
    edition = story.publish(episode("001", expires=START))
    assert (edition.episodes, edition.expired, story.ledger.entries) == ((), (), ())


def test_the_moments_to_come_are_those_that_change_something() -> None:
    story = Story()
    story.publish(event("cafe"))
    story.show = replace(SHOW, retired=(story.ledger.entries[0].guid,))
    story.publish()
    site = Site(
        show=story.show,
        episodes=(
            episode("001", date=START, expires=START + 200 * DAY),
            episode("002", "b", date=START + 9 * DAY),
            episode("003", "c", date=START + 8 * DAY, draft=True),
        ),
    )
    seen = [(change.moment - START, change.what) for change in changes(site, story.ledger, story.now)]
    assert seen == [
        (9 * DAY, "Title of 002 appears"),
        (100 * DAY, "Title of cafe, cancelled, is past"),
        (200 * DAY, "Title of 001 expires"),
    ]


def test_no_moment_is_announced_at_which_nothing_happens() -> None:
    story = Story()
    passing = episode("gone", "c", expires=START + 2 * DAY)
    story.publish(passing)
    story.publish(passing, after=9 * DAY)
    site = Site(
        show=SHOW,
        episodes=(
            episode("never", date=START + 90 * DAY, expires=START + 80 * DAY),
            replace(passing, expires=START + 99 * DAY),
        ),
    )
    assert changes(site, story.ledger, story.now) == ()


def test_a_slow_clock_takes_nothing_back_and_moves_no_date() -> None:
    """One machine publishes at ten, another whose clock says nine rebuilds."""
    story = Story()
    entries = (episode("001"), episode("002", "b", date=START + DAY))
    before = story.publish(*entries)
    assert story.publish(*entries, after=-timedelta(hours=1)) == before


def test_a_change_seen_by_a_slow_clock_still_moves_updated_forward() -> None:
    story = Story()
    before = story.publish(event("cafe")).events[0]
    after = story.publish(event("cafe", title="Moved"), after=-timedelta(hours=1)).events[0]
    assert after.updated == before.updated + SECOND
    assert after.sequence == before.sequence + 1


def test_sequence_rises_with_what_the_calendar_shows_and_with_nothing_else() -> None:
    story = Story()
    changes: list[dict[str, object]] = [
        {},
        {"body": "More to read"},  # on the page alone
        {"title": "Moved"},
        {"title": "Moved", "start": START + 50 * DAY},
        {"title": "Moved", "start": START + 50 * DAY},
        {"title": "Moved", "start": START + 50 * DAY, "status": "cancelled"},
    ]
    seen = [story.publish(event("cafe", **change)).events[0] for change in changes]
    assert [made.sequence for made in seen] == [0, 0, 1, 2, 2, 3]
    assert [made.updated for made in seen] == sorted(made.updated for made in seen)
    assert seen[1].updated > seen[0].updated


def test_a_vanished_event_with_consent_is_cancelled_until_it_is_past() -> None:
    story = Story()
    published = story.publish(event("cafe")).events[0]
    story.show = replace(SHOW, retired=(published.guid,))
    cancelled = story.publish().events[0]
    assert cancelled.entry.status == "cancelled"
    assert (cancelled.guid, cancelled.sequence, cancelled.entry.start) == (
        published.guid,
        1,
        published.entry.start,
    )
    assert story.publish().events == (cancelled,)
    assert story.publish(after=200 * DAY).events == ()


def test_the_newest_comes_first() -> None:
    story = Story()
    old, new = episode("a", "a", date=START - DAY), episode("b", "b", date=START)
    assert [made.slug for made in story.publish(old, new).episodes] == ["b", "a"]


def test_a_change_of_the_show_is_one_of_the_edition_and_a_change_of_an_entry_is_not() -> None:
    story = Story()
    before = story.publish(episode("001")).updated
    assert story.publish(episode("001", title="Mended")).updated == before
    story.show = replace(SHOW, title="Another name")
    assert story.publish(episode("001")).updated == story.now


def test_moments_are_whole_seconds_in_utc() -> None:
    story = Story()
    made = story.publish(episode("001"), after=timedelta(microseconds=700_000)).episodes[0]
    assert (made.published.microsecond, made.published.tzinfo) == (0, UTC)
