"""publisher.render.stream.once: what is made of an edition is made once."""

from __future__ import annotations

from dataclasses import replace

from publisher.model import Edition
from publisher.render.stream.once import once


def test_it_is_made_again_only_of_another_edition(edition: Edition) -> None:
    """An equal one is another: to compare them takes as long."""
    asked = []

    @once
    def title(edition: Edition) -> str:
        asked.append(edition)
        return edition.show.title

    equal = replace(edition)
    assert title(edition) == title(edition) == title(equal) == edition.show.title
    assert [one is edition for one in asked] == [True, False]
