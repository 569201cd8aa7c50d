"""What to mend, and where: problems point into what the producer wrote."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """An error means a listener would lose something that we cannot safely repair."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """Where in what the producer wrote: a path relative to the project, and 1-based positions."""

    file: str
    line: int = 1
    column: int = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Problem:
    """Something to mend: `code` names the rule, `source` is where the rule comes from."""

    code: str
    severity: Severity
    place: Place
    message: str
    fix: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Rule:
    """What a kind of problem is: the catalogue is made of these."""

    code: str
    severity: Severity
    summary: str
    source: str = ""

    def at(self, place: Place, message: str, fix: str) -> Problem:
        """The problem of breaking this rule at `place`; `fix` is an instruction to the producer."""
        return Problem(
            code=self.code, severity=self.severity, place=place, message=message, fix=fix, source=self.source
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The file that a thing was read from, and where in it each key stands."""

    file: str
    marks: tuple[tuple[str, int, int], ...] = ()

    def at(self, *keys: str) -> Place:
        """The place of the first of `keys` that was written, else the top of the file."""
        for key in keys:
            for name, line, column in self.marks:
                if name == key:
                    return Place(file=self.file, line=line, column=column)
        return Place(file=self.file)


@dataclass(frozen=True, slots=True, kw_only=True)
class Ignore:
    """A warning that the producer lives with, and why. `place` is where it is written."""

    code: str
    reason: str
    place: Place
