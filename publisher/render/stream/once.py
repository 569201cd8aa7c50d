"""What is made once of an edition, whoever asks: made for each entry, it would take the square of them."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

from publisher.model import Edition

T = TypeVar("T")


class _Same:
    """An edition that is known by being it: to compare all that is in one takes long."""

    __slots__ = ("edition",)

    def __init__(self, edition: Edition) -> None:
        self.edition = edition

    def __hash__(self) -> int:
        return id(self.edition)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and self.edition is other.edition


def once(make: Callable[[Edition], T]) -> Callable[[Edition], T]:
    """Keep what `make` makes, until it is asked of another edition."""

    @lru_cache(maxsize=1)
    def kept(same: _Same) -> T:
        return make(same.edition)

    return lambda edition: kept(_Same(edition))
