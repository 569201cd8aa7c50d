"""paging: the newest at the key that people know, old pages that never change."""

from __future__ import annotations

from publisher.render.site.paging import SIZE, Sheet, sheets

KEY = "episodes/index.html"


def paged(count: int) -> list[Sheet[int]]:
    """So many entries, newest first."""
    return list(sheets(KEY, range(count, 0, -1)))


def test_a_short_list_is_one_page() -> None:
    (sheet,) = paged(2 * SIZE - 1)
    assert (sheet.key, sheet.newer, sheet.older) == (KEY, None, None)


def test_an_empty_list_is_a_page_too() -> None:
    assert [sheet.items for sheet in paged(0)] == [()]


def test_every_entry_is_on_one_page_and_pages_lead_to_each_other() -> None:
    made = {sheet.key: sheet for sheet in paged(5 * SIZE + 3)}
    seen: list[int] = []
    key: str | None = KEY
    newer = None
    while key:
        assert made[key].newer == newer
        seen += made[key].items
        key, newer = made[key].older, key
    assert seen == list(range(5 * SIZE + 3, 0, -1))


def test_pages_are_counted_from_the_oldest() -> None:
    before, after = ({sheet.key: sheet.items for sheet in paged(count)} for count in (3 * SIZE, 4 * SIZE))
    assert sorted(before) == [f"episodes/index.{n}.html" for n in (1, 2)] + [KEY]
    assert all(after[key] == items for key, items in before.items() if key != KEY)
