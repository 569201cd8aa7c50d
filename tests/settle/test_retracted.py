"""What is taken back for good: forgotten by the ledger, never back, and a page that says so."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from publisher.model import (
    Chapter,
    Edition,
    Instance,
    Ledger,
    LedgerEntry,
    Person,
    Recurrence,
    Session,
    Site,
    Tombstone,
)
from publisher.settle.retracted import forget, resurrection, retract, tells
from publisher.state import decode, encode
from tests.channel import site
from tests.settle.story import SHOW, START, Story, article, episode, event

DAY = timedelta(days=1)


def jane(text: str) -> bool:
    return "Jane" in text


def row(ledger: Ledger, slug: str) -> LedgerEntry:
    return next(one for one in ledger.entries if one.slug == slug)


def taken_back(story: Story, slug: str) -> str:
    """Consent to, and take back, what has the slug; its guid."""
    guid = row(story.ledger, slug).guid
    story.show = replace(story.show, retired=(*story.show.retired, guid))
    story.ledger = retract(story.ledger, guid, story.now)
    return guid


def everything(edition: Edition) -> set[str]:
    return {item.slug for item in (*edition.episodes, *edition.events, *edition.articles, *edition.expired)}


def test_the_ledger_keeps_guid_and_slug_and_forgets_the_rest() -> None:
    story = Story()
    story.publish(episode("secret"), event("cafe"), article("case"))
    guid = taken_back(story, "secret")
    told = encode(story.ledger).decode()
    assert guid in told
    assert not any(word in told for word in ("Title of secret", '"path":"secret"', "secret-"))
    kept = row(story.ledger, "secret")
    assert (kept.burnt, kept.enclosure, kept.path, kept.retracted) == (True, None, "", kept.updated)
    assert decode(encode(story.ledger), Ledger, "x") == story.ledger


def test_it_is_in_nothing_any_more_but_a_page_that_says_that_it_is_gone() -> None:
    story = Story()
    story.publish(episode("secret"), article("case"))
    taken_back(story, "secret")
    moment = row(story.ledger, "secret").retracted
    assert moment
    for _ in range(2):
        edition = story.publish(article("case"))
        assert everything(edition) == {"case"}
        assert edition.gone == (Tombstone(kind="episode", slug="secret", retracted=moment),)


def test_a_future_event_is_not_even_cancelled() -> None:
    story = Story()
    story.publish(event("cafe"), article("case"))
    taken_back(story, "cafe")
    edition = story.publish(article("case"))
    assert (edition.events, [one.slug for one in edition.gone]) == ((), ["cafe"])


def test_its_files_may_stay_where_they_are_known_as_it() -> None:
    story = Story()
    story.publish(episode("secret"), article("case"))
    guid = taken_back(story, "secret")
    assert resurrection(site(story.show, episode("secret")), story.ledger, guid) is None
    assert everything(story.publish(episode("secret"), article("case"))) == {"case"}


def test_files_that_would_be_taken_for_a_new_entry_are_found() -> None:
    """Its folder was renamed since: only the sound tells which one it is, and that is forgotten."""
    story = Story()
    story.publish(episode("secret"), article("case"))
    renamed = episode("renamed")
    guid = row(story.ledger, "secret").guid
    assert resurrection(site(SHOW, renamed), story.ledger, guid) == renamed
    assert resurrection(site(SHOW, replace(renamed, guid=guid)), story.ledger, guid) is None
    assert resurrection(Site(show=SHOW), story.ledger, guid) is None


def test_neither_slug_nor_guid_is_ever_used_again() -> None:
    story = Story()
    story.publish(article("case"), article("other"))
    guid = taken_back(story, "case")
    story.publish(article("other"))
    assert story.refused(article("other"), article("new", slug="case", guid="another")) == ["ID-006"]
    story.show = SHOW
    assert story.refused(article("other"), article("new", guid=guid)) == ["ID-006"]


def test_to_take_it_back_again_changes_nothing() -> None:
    story = Story()
    story.publish(article("case"))
    guid = taken_back(story, "case")
    assert retract(story.ledger, guid, story.now + DAY) == story.ledger


def test_a_cancelled_event_does_not_lead_to_it_any_more() -> None:
    story = Story()
    cafe = event("cafe", recording="secret")
    story.publish(cafe, episode("secret"))
    story.show = replace(SHOW, retired=(row(story.ledger, "cafe").guid,))
    story.publish(episode("secret"))
    guid = taken_back(story, "secret")
    fields = row(story.ledger, "cafe").event
    assert fields
    assert guid not in [sequel.guid for sequel in fields.thread]


def test_a_person_is_forgotten_in_the_news_of_an_event_and_its_news_keep_their_places() -> None:
    def told(title: str, location: str, status: str = "confirmed") -> Story:
        story.publish(event("cafe", title=title, location=location, status=status))
        return story

    story = Story()
    told("With Jane", "At Jane's")
    told("With Jane", "Odense")
    told("With somebody", "Odense", "tentative")
    clean = row(forget(story.ledger, jane), "cafe")
    before = row(story.ledger, "cafe")
    assert not tells(clean, jane)
    assert [one.what for one in clean.changes] == [one.what for one in before.changes]
    assert {one.before.title for one in clean.changes} == {"With somebody"}
    assert clean.changes[0].before.place is None


def test_a_person_is_forgotten_in_a_time_of_a_series() -> None:
    def series(title: str) -> Recurrence:
        moved = Instance(original=START + 107 * DAY, title=title, location=title)
        return Recurrence(rule="FREQ=WEEKLY;COUNT=3", changed=(moved,), last=START + 120 * DAY)

    story = Story()
    story.publish(event("cafe", recurrence=series("Jane")))
    story.publish(event("cafe", recurrence=series("Somebody")))
    assert not tells(forget(story.ledger, jane), jane)


def test_a_person_is_forgotten_in_what_was_retired() -> None:
    story = Story()
    story.publish(
        event("cafe", organizer=Person(name="Jane"), programme=(Session(title="x", speakers=("Jane",)),)),
        event("fair"),
    )
    story.show = replace(SHOW, retired=tuple(one.guid for one in story.ledger.entries))
    story.publish()
    clean = forget(story.ledger, jane)
    assert not tells(clean, jane)
    assert row(clean, "cafe").event is None
    assert row(clean, "fair") == row(story.ledger, "fair")


def test_a_person_is_forgotten_in_the_chapters_of_a_retired_recording() -> None:
    story = Story()
    story.publish(episode("heard"))
    heard = row(story.ledger, "heard")
    assert heard.enclosure
    named = replace(heard.enclosure, chapters=(Chapter(start=timedelta(0), title="Jane"),))
    burnt = Ledger(entries=(replace(heard, enclosure=named, burnt=True),))
    assert not tells(forget(burnt, jane), jane)


def test_who_is_not_named_is_not_touched() -> None:
    story = Story()
    story.publish(event("cafe"), episode("heard"))
    story.publish(event("cafe", location="Odense"), episode("heard"))
    assert forget(story.ledger, jane) == story.ledger
