"""Splitting a long feed: nothing is lost or moved, and archives never change."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from publisher.render.stream.archive import documents

COUNTS = st.integers(0, 200)
SIZES = st.integers(10, 60)


def newest_first(count: int) -> list[int]:
    return list(range(count, 0, -1))


def test_without_a_page_size_there_is_one_document() -> None:
    (only,) = documents(newest_first(5000), None)
    assert (len(only.items), only.older) == (5000, None)


@settings(derandomize=True)
@given(COUNTS, SIZES)
def test_every_item_is_in_one_document_in_order(count: int, size: int) -> None:
    current, *archives = documents(newest_first(count), size)
    assert [item for part in (current, *reversed(archives)) for item in part.items] == newest_first(count)
    assert all(len(part.items) == size for part in archives)
    assert len(current.items) >= min(size, count)


@settings(derandomize=True)
@given(COUNTS, SIZES)
def test_an_archive_never_changes_when_an_item_is_added(count: int, size: int) -> None:
    before = {part.number: part.items for part in documents(newest_first(count), size)[1:]}
    after = {part.number: part.items for part in documents(newest_first(count + 1), size)[1:]}
    assert before.items() <= after.items()


@settings(derandomize=True)
@given(COUNTS, SIZES)
def test_following_prev_archive_from_the_subscription_reaches_every_document(count: int, size: int) -> None:
    parts = {part.number: part for part in documents(newest_first(count), size)}
    seen, number = [None], parts[None].older
    while number is not None:
        seen.append(number)  # type: ignore[arg-type]
        assert parts[number].newer in (*seen, None)
        number = parts[number].older
    assert set(seen) == set(parts)


def test_archives_stand_beside_each_other_and_never_move() -> None:
    """Whatever the format, and below a folder too."""
    parts = documents(newest_first(40), 10)
    assert [part.at("podcast.xml") for part in parts] == [
        "podcast.xml",
        "archive/podcast-1.xml",
        "archive/podcast-2.xml",
        "archive/podcast-3.xml",
    ]
    assert [
        part.at(key) for key, part in zip(("feed.json", "feed.atom", "tags/a.xml"), parts, strict=False)
    ] == [
        "feed.json",
        "archive/feed-1.atom",
        "archive/tags/a-2.xml",
    ]


def test_a_document_leads_to_its_neighbours_and_an_archive_to_what_people_subscribe_to() -> None:
    """PAGE-002; PAGE-006: the oldest has no older, the newest no newer."""
    newest, *archives = (part.links("feed.atom") for part in documents(newest_first(40), 10))
    assert newest == {"prev-archive": "archive/feed-3.atom"}
    assert archives == [
        {"current": "feed.atom", "next-archive": "archive/feed-2.atom"},
        {
            "current": "feed.atom",
            "prev-archive": "archive/feed-1.atom",
            "next-archive": "archive/feed-3.atom",
        },
        {"current": "feed.atom", "prev-archive": "archive/feed-2.atom"},
    ]
    (only,) = documents(newest_first(40), None)
    assert only.links("feed.atom") == {}
