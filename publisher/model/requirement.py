"""What a target needs before it can serve listeners, and how far it is from that."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class State(StrEnum):
    """How something that is needed is. `cannot`: the server does not know it, or the key may not."""

    OK = "ok"
    MISSING = "missing"
    DIFFERS = "differs"
    CANNOT = "cannot"


@dataclass(frozen=True, slots=True, kw_only=True)
class Requirement:
    """One thing that a target needs: how it is, what will be done, and what only a person can do."""

    name: str
    state: State
    what: str
    will: str = ""
    fix: str = ""
    needed: bool = True
    """Whether listeners or the bill suffer without it."""

    @property
    def open(self) -> bool:
        """Whether it is needed, could be had, and is not there."""
        return self.needed and self.state in (State.MISSING, State.DIFFERS)
