"""What history tells of each revision, and which can come back."""

from __future__ import annotations

from dataclasses import replace

import pytest

from publisher.history import Remains, history
from publisher.model import Head, Past
from publisher.settle.retracted import retract
from publisher.standing import blob_key
from publisher.store.memory import MemoryStore
from tests.channel import Channel, Entry, recording, site
from tests.settle.story import SHOW, article, episode, event


@pytest.fixture
def channel() -> Channel:
    return Channel(MemoryStore())


def told(channel: Channel, *entries: Entry, last: int = 9) -> tuple[Past, ...]:
    """The history of `channel`, where `entries` lie in episodes/ now."""
    found = channel.standing()
    remains = Remains(
        sizes={one.key: one.size for one in channel.store.list()},
        public={one.key: one for one in found.objects},
        ledger=found.ledger,
    )
    return history(channel.revisions(), last, found.head, remains, site(SHOW, *entries))


def changes(past: Past) -> list[tuple[str, str, str | None]]:
    return [(one.change, one.kind, one.title) for one in past.entries]


def test_each_says_what_it_changed(channel: Channel) -> None:
    case, other = article("case", guid="case"), article("other")
    channel.publish(case)
    new = replace(case, title="New")
    channel.publish(new, other)
    channel.show = replace(SHOW, retired=("case",))
    channel.publish(other)
    third, second, first = told(channel, other)
    assert (first.number, first.is_public, changes(first)) == (1, False, [("new", "article", None)])
    assert changes(second) == [("changed", "article", None), ("new", "article", "Title of other")]
    assert changes(third) == [("removed", "article", None)]
    objects, before = ({one.key: one for one in old.objects} for old in channel.revisions()[:2])
    written = [one for key, one in objects.items() if before.get(key) != one]
    assert {"index.html", "feed.xml", "feed.atom", "feed.json"} <= {one.key for one in written}
    assert (third.uploads, third.deletes, third.is_public) == (len(written), 1, True)
    assert third.size == sum(one.size for one in written)
    assert (first.uploads, first.deletes) == (len(channel.revisions()[2].objects), 0)


def test_only_so_many_are_told_and_the_last_is_compared_with_one_more(channel: Channel) -> None:
    for number in range(4):
        channel.publish(article("case", title=f"Title {number}"))
    fourth, third = told(channel, last=2)
    assert (fourth.number, third.number) == (4, 3)
    assert fourth.uploads == third.uploads
    assert third.uploads


def test_what_the_oldest_changed_is_not_known_once_the_one_before_is_gone(channel: Channel) -> None:
    channel.publish(article("case"))
    channel.publish(article("case", title="New"))
    channel.store.delete(f".publisher/revisions/{channel.revisions()[1].name}.json")
    (only,) = told(channel)
    assert (only.uploads, only.deletes, only.size, only.entries) == (None, None, None, ())


def test_the_first_of_an_older_version_is_all_new(channel: Channel) -> None:
    channel.publish(article("case"))
    (revision,) = channel.revisions()
    (past,) = history(
        [replace(revision, before=None)],
        1,
        Head(site="x", name=revision.name),
        Remains(sizes={}, public={}, ledger=revision.ledger),
        site(SHOW),
    )
    assert past.uploads == len(revision.objects)


def test_the_public_one_is_no_way_back_and_no_worse_for_it(channel: Channel) -> None:
    channel.publish(article("case"))
    assert [past.barred for past in told(channel)] == [None]


def test_without_a_copy_or_a_recording_there_is_no_way_back(channel: Channel, tmp_path: object) -> None:
    heard = replace(episode("heard"), recording=recording(tmp_path, "sound"))  # type: ignore[arg-type]
    channel.publish(heard, event("cafe"))
    channel.publish(heard, event("cafe"), article("case"))
    assert [past.barred for past in told(channel)] == [None, None]
    objects = {one.key: one for one in channel.revisions()[1].objects}
    channel.store.delete(blob_key(objects["events.ics"].sha256 or ""))
    assert told(channel)[1].barred is None, "calendars are made anew"
    channel.store.delete(blob_key(objects["feed.xml"].sha256 or ""))
    assert told(channel)[1].barred == "files of it are gone: 1, such as feed.xml"
    (media,) = (key for key in objects if key.startswith("media/"))
    channel.store.put(media, b"other", type="x", cache="x", sha256="x")
    assert "files of it are gone: 1" in (told(channel)[1].barred or "")
    channel.store.put(media, b"longer than that", type="x", cache="x", sha256="x")
    assert "files of it are gone: 2" in (told(channel)[1].barred or "")


def test_to_what_holds_something_taken_back_there_is_no_way(channel: Channel) -> None:
    channel.publish(article("case", guid="case"))
    channel.publish(article("case", guid="case"), article("other"))
    found = channel.standing()
    remains = Remains(
        sizes={one.key: one.size for one in channel.store.list()},
        public={one.key: one for one in found.objects},
        ledger=retract(found.ledger, "case", channel.now),
    )
    past = history(channel.revisions(), 9, found.head, remains, site(SHOW))
    assert past[1].barred == "it holds what was taken back for good: articles/case.html"
