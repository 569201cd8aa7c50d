"""publisher.adopt.folders: a folder for every draft that is not there already."""

from __future__ import annotations

from datetime import UTC, date, datetime

from publisher.adopt import Draft
from publisher.adopt.folders import Shelved, shelve
from publisher.model import Event, Origin
from publisher.read.slug import slug

START = datetime(2026, 6, 1, 9, tzinfo=UTC)


def draft(title: str = "Café", uid: str | None = None, start: datetime = START) -> Draft:
    return Draft(kind="event", title=title, day=date(2026, 6, 1), start=start, uid=uid, text=title)


def event(path: str, uid: str | None = None, start: datetime = START) -> Event:
    return Event(
        path=path, slug=path, guid=uid, title="", start=start, origin=Origin(file=f"{path}/event.md")
    )


def shelved(*drafts: Draft, events: tuple[Event, ...] = (), taken: tuple[str, ...] = ()) -> Shelved:
    known = {one.guid or one.path: one for one in events}
    return shelve(drafts, known, {*taken, *(one.path for one in events)}, slug)


def test_a_folder_is_called_by_day_and_title() -> None:
    assert list(shelved(draft("Æbler & pærer!")).new) == ["2026-06-01-aebler-paerer"]


def test_folders_of_one_name_are_numbered() -> None:
    made = shelved(draft(), draft(uid="x"), draft(), taken=("2026-06-01-cafe-2",))
    assert list(made.new) == ["2026-06-01-cafe", "2026-06-01-cafe-3", "2026-06-01-cafe-4"]


def test_a_long_title_ends_with_a_word_and_leaves_room_for_a_number() -> None:
    names = list(shelved(*[draft("many words " * 20)] * 12).new)
    assert names[0] == "2026-06-01-many-words-many-words-many-words-many-words-many-words-many-words"
    assert all(slug(name) == name for name in names)
    assert len(set(names)) == 12


def test_an_event_with_the_same_uid_is_known_wherever_it_is() -> None:
    there = event("old/place", uid="one", start=datetime(2025, 1, 1, tzinfo=UTC))
    made = shelved(draft(uid="one"), draft(uid="two"), events=(there,))
    assert (list(made.new), made.known) == (["2026-06-01-cafe"], (there,))


def test_an_event_without_uid_is_known_by_its_folder_and_start() -> None:
    there = event("2026-06-01-cafe")
    assert shelved(draft(), events=(there,)).known == (there,)
    late = datetime(2026, 6, 1, 19, tzinfo=UTC)
    assert list(shelved(draft(start=late), events=(there,)).new) == ["2026-06-01-cafe-2"]


def test_of_events_that_are_alike_each_is_known_once() -> None:
    there = event("2026-06-01-cafe"), event("2026-06-01-cafe-2")
    made = shelved(draft(), draft(), draft(), events=there)
    assert (list(made.new), made.known) == (["2026-06-01-cafe-3"], there)
