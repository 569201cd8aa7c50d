"""The bytes that are hashed are in the ledger of every published show: they never change."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

from publisher.model import (
    Asset,
    Chapter,
    Element,
    Enclosure,
    Episode,
    Event,
    Instance,
    Ledger,
    Online,
    Person,
    Place,
    Recurrence,
    Session,
    Site,
)
from publisher.settle import settle
from publisher.settle.content import content_hash, show_hash

from .story import SHOW, START, article, episode, event, recording

PICTURE = Asset(key="art/a.jpg", path=Path("a.jpg"), size=3, sha256="a" * 64, type="image/jpeg")
ENCLOSURE = Enclosure(
    source="s",
    sound="t",
    recipe="copy",
    key="media/a.mp3",
    sha256="b" * 64,
    length=3,
    type="audio/mpeg",
    duration=timedelta(seconds=60),
)

PINNED = [
    "49ea018ea96feb62e79d8bbbcc55c442fc058aeae39e3a0adef6afa986825645",
    "49ab78b019e23bc7440a0fb926f4fd0d9c081b7e33c21dc5bb4445d45bf4fc1d",
    "5dd2b3abacd50aed998fadef2a58be5339f85a95aea24eb01574080bd75b180e",
    "51be90602ffd096b3b48dabc800b69fb1a81200873b5cd45c027e9d70dca9e0b",
    "bf1bd42ec339951d43cda267be78c5c1484450bf65752912b48286512acc0b35",
]


def rich_episode() -> Episode:
    """An episode with something in most of its public fields, and a nested value of each sort."""
    return episode(
        "001",
        title="Æ “quoted” \u2028 🎧",
        body="One\n\ttwo \\ three",
        date=datetime(2026, 1, 2, 7, 30, tzinfo=timezone(timedelta(hours=1))),
        image=PICTURE,
        persons=(Person(name="A", role="host"), Person(name="B")),
        tags=("b", "a"),
        assets=(PICTURE,),
        season=0,
        episode=7,
        type="bonus",
        explicit=False,
        block=True,
        podcast=(Element(name="podcast:txt", text="x", attributes=(("purpose", "y"),), key="podcast.txt.0"),),
        chapters=(
            Chapter(start=timedelta(seconds=1.5), title="C", toc=False, place=Place(file="x", line=3)),
            Chapter(start=timedelta(), end=timedelta(seconds=2), art=PICTURE),
        ),
    )


def rich_event() -> Event:
    """An event with something in most of its public fields."""
    return event(
        "café",
        timezone="Europe/Copenhagen",
        online=Online(platform="Zoom", join="https://zoom.example/j/1", public=True),
        organizer=Person(name="O", email="o@example.org"),
        programme=(Session(title="S", start=START, speakers=("A",)),),
        recurrence=Recurrence(
            rule="FREQ=WEEKLY", excluded=(START,), changed=(Instance(original=START, status="cancelled"),)
        ),
    )


def test_hashes_are_those_that_published_ledgers_hold() -> None:
    """Whoever has to change these lines would tell every listener that everything has changed."""
    assert [
        content_hash(rich_episode(), ENCLOSURE),
        content_hash(rich_episode(), replace(ENCLOSURE, sha256="")),
        content_hash(rich_event(), None),
        content_hash(article("read", updated=START, persons=(Person(name="A"),)), None),
        show_hash(SHOW),
    ] == PINNED


def test_only_what_is_public_and_said_is_hashed() -> None:
    plain, said = episode("001"), content_hash(episode("001"), None)
    assert content_hash(replace(plain, path="b", slug="c", guid="d", draft=True, remaster=2), None) == said
    assert content_hash(replace(plain, type="".join(("fu", "ll"))), None) == said
    assert content_hash(replace(plain, season=0), None) != said
    assert content_hash(replace(plain, explicit=False), None) != said


def test_the_same_moment_is_the_same_wherever_the_clock_stands() -> None:
    there = START.astimezone(timezone(timedelta(hours=2)))
    here = START.astimezone(UTC)
    assert content_hash(episode("a", date=there), None) == content_hash(episode("a", date=here), None)


def test_what_was_read_is_what_is_shown_unless_its_recording_adds_to_it() -> None:
    """Nothing is made anew where nothing changes: an archive has ten thousand of them."""
    plain = episode("001", date=START)
    tags = replace(recording("own").tags, chapters=(Chapter(start=timedelta(), title="C"),))
    own = episode("002", date=START, recording=replace(recording("own"), tags=tags))
    read = Site(show=SHOW, episodes=(plain, own))
    first = settle(read, Ledger(), START)
    again = settle(read, first.ledger, START)
    for made in (first, again):
        shown = {one.entry.path: one.entry for one in made.edition.episodes}
        assert shown["001"] is plain
        assert [chapter.title for chapter in shown["002"].chapters] == ["C"]
    assert again.ledger == first.ledger
