"""Problems → Problems: without the warnings that the producer lives with, and says why.

An error is never left out, and an `ignore` that silences nothing is a warning itself, or it would hide
the next mistake.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import PurePosixPath

from publisher.model import Entry, Episode, Ignore, Problem, Rule, Severity, Site

UNKNOWN = Rule("CHECK-001", Severity.WARNING, "What is ignored is the code of a rule")
ERROR = Rule("CHECK-002", Severity.WARNING, "Only warnings are ignored")
IDLE = Rule("CHECK-003", Severity.WARNING, "What is ignored is there to be ignored")

LEDGER = "ID-"
"""Codes of what only the ledger of a target tells: there is nothing to ignore without it."""

_Scope = Callable[[Problem], bool]


def silence(
    site: Site, problems: Iterable[Problem], rules: Callable[[], Iterable[Rule]]
) -> tuple[Problem, ...]:
    """All but the ignored of `problems`, and what is wrong with how they are ignored.

    `rules` makes the list of all there are; it is asked only where a code silences nothing.
    """
    found, ignores = tuple(problems), tuple(_ignores(site))
    kept = tuple(problem for problem in found if not any(_covers(one, problem) for one in ignores))
    idle = [one for one in ignores if not any(_covers(one, problem) for problem in found)]
    codes = sorted({rule.code for rule in rules()}) if idle else []
    return (*kept, *(problem for one in idle for problem in _wrong(one, found, codes)))


def _ignores(site: Site) -> Iterator[tuple[Ignore, _Scope]]:
    """Everything that is ignored, with where."""
    for ignore in site.show.ignore:
        yield ignore, lambda problem: True
    for entry in site.entries:
        for ignore in () if entry.draft else entry.ignore:
            yield ignore, _scope(entry)


def _scope(entry: Entry) -> _Scope:
    """Whether a problem is of `entry`: in its Markdown, its recording, or another file of its folder."""
    file = PurePosixPath(entry.origin.file)
    own = {entry.origin.file, entry.audio if isinstance(entry, Episode) else None}
    folder = f"{file.parent}/" if str(file.parent).endswith(f"/{entry.path}") else f"{file}/"
    return lambda problem: problem.place.file in own or problem.place.file.startswith(folder)


def _covers(one: tuple[Ignore, _Scope], problem: Problem) -> bool:
    ignore, scope = one
    return problem.code == ignore.code and problem.severity is Severity.WARNING and scope(problem)


def _wrong(one: tuple[Ignore, _Scope], found: tuple[Problem, ...], codes: list[str]) -> Iterator[Problem]:
    """Why `one` silences nothing. While there are errors, what they hide may be what it is for."""
    ignore, scope = one
    code = re.sub(r"[^\w-]", "?", ignore.code[:40])
    if ignore.code not in codes:
        near = difflib.get_close_matches(code.upper(), codes, n=1)
        fix = f"write {near[0]}" if near else "`publisher check --list-rules` lists them all"
        yield UNKNOWN.at(ignore.place, f"there is no rule {code}", fix)
    elif any(problem.code == ignore.code and scope(problem) for problem in found):
        message = f"{code} is an error here: listeners would lose something, so it cannot be ignored"
        yield ERROR.at(ignore.place, message, "mend it, and remove this")
    elif not code.startswith(LEDGER) and not any(problem.severity is Severity.ERROR for problem in found):
        yield IDLE.at(ignore.place, f"there is no {code} to ignore any more", "remove it")
