"""Times that are made as somebody asks for them: of a series without end nobody can have all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from copy import copy
from datetime import datetime
from itertools import tee


class Times(Iterable[datetime]):
    """What `made` gives, as often as it is gone through; each is made once, and kept.

    Not for several threads at once.
    """

    __slots__ = ("_all",)

    def __init__(self, made: Iterator[datetime]) -> None:
        (self._all,) = tee(made, 1)

    def __iter__(self) -> Iterator[datetime]:
        return copy(self._all)
