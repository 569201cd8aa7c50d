"""publisher.model.podcasting.taxonomy: the lists of the namespace."""

from __future__ import annotations

import pytest

from publisher.model.podcasting import taxonomy


@pytest.mark.parametrize(
    ("role", "expected"),
    [("audio editor", "Audio Post-Production"), ("Host", None), ("Editor", None), ("vært", None)],
)
def test_a_role_tells_its_group_unless_it_is_the_default_or_one_of_two(
    role: str, expected: str | None
) -> None:
    """PN-015: cast is assumed, and an editor may be of writing or of video."""
    assert taxonomy.group_of(role) == expected


def test_every_medium_has_its_list() -> None:
    """PN-028."""
    assert {name.removesuffix("L") for name in taxonomy.LISTS} == {*taxonomy.MEDIUMS} - {*taxonomy.LISTS} | {
        "mixed"
    }


def test_great_britain_is_no_united_kingdom() -> None:
    """PN-016."""
    assert ("GB" in taxonomy.COUNTRIES, "UK" in taxonomy.COUNTRIES) == (True, False)
