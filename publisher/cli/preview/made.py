"""What there is to show, wherever it comes from."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Protocol

from publisher.model import Artifact, Problem
from publisher.serve import Look


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """What came of one look at the files: `render` makes the artifacts, which are below `root`."""

    root: str
    render: Callable[[], Iterable[Artifact]]
    problems: tuple[Problem, ...] = ()
    notes: tuple[str, ...] = ()
    """What else the producer should know, a line each."""


class Source(Protocol):
    """Where it comes from."""

    def look(self) -> Look:
        """The files as they are now: when they differ, there is something else to show."""

    def make(self) -> Made:
        """What is to be shown of them. May raise anything: what was shown before stays."""
