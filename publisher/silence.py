"""Problems → Problems: without the warnings that the producer lives with, and says why.

An error is never left out, and an `ignore` that silences nothing is a warning itself, or it would hide
the next mistake.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Callable, Collection, Iterable, Iterator
from pathlib import PurePosixPath

from publisher.model import Entry, Episode, Ignore, Problem, Rule, Severity, Site

UNKNOWN = Rule("CHECK-001", Severity.WARNING, "What is ignored is the code of a rule")
ERROR = Rule("CHECK-002", Severity.WARNING, "Only warnings are ignored")
IDLE = Rule("CHECK-003", Severity.WARNING, "What is ignored is there to be ignored")

LEDGER = "ID-"
"""Codes of what only the ledger of a target tells: there is nothing to ignore without it."""

_Scope = tuple[str, ...]
"""Files, and folders with a slash at their ends, that something is ignored in; "" is all of them."""


def silence(
    site: Site, problems: Iterable[Problem], rules: Callable[[], Iterable[Rule]]
) -> tuple[Problem, ...]:
    """All but the ignored of `problems`, and what is wrong with how they are ignored.

    `rules` makes the list of all there are; it is asked only where a code silences nothing.
    """
    found, ignores = tuple(problems), tuple(_ignores(site))
    if not ignores:
        return found
    # By code and place, so that not each is held against each: there may be ten thousand of both.
    ignored = {(ignore.code, place) for ignore, scope in ignores for place in scope}
    warned = {told for problem in found if problem.severity is Severity.WARNING for told in _told(problem)}
    kept = tuple(
        problem
        for problem in found
        if problem.severity is not Severity.WARNING or ignored.isdisjoint(_told(problem))
    )
    idle = [one for one in ignores if warned.isdisjoint(_meant(*one))]
    codes = sorted({rule.code for rule in rules()}) if idle else []
    errors = [problem for problem in found if problem.severity is Severity.ERROR]
    wrong = {told for problem in errors for told in _told(problem)}
    return (*kept, *(problem for one in idle for problem in _wrong(one, wrong, codes)))


def _ignores(site: Site) -> Iterator[tuple[Ignore, _Scope]]:
    """Everything that is ignored, with where."""
    for ignore in site.show.ignore:
        yield ignore, ("",)
    for entry in site.entries:
        for ignore in () if entry.draft else entry.ignore:
            yield ignore, _scope(entry)


def _scope(entry: Entry) -> _Scope:
    """Where problems are of `entry`: in its Markdown, its recording, or another file of its folder."""
    file = PurePosixPath(entry.origin.file)
    own = (entry.origin.file, entry.audio if isinstance(entry, Episode) else None)
    folder = f"{file.parent}/" if str(file.parent).endswith(f"/{entry.path}") else f"{file}/"
    return (*filter(None, own), folder)


def _told(problem: Problem) -> Iterator[tuple[str, str]]:
    """The code of `problem` with its file, and with every folder that this is in."""
    parts = problem.place.file.split("/")
    yield problem.code, problem.place.file
    yield from ((problem.code, "".join(f"{part}/" for part in parts[:end])) for end in range(len(parts)))


def _meant(ignore: Ignore, scope: _Scope) -> Iterator[tuple[str, str]]:
    return ((ignore.code, place) for place in scope)


def _wrong(
    one: tuple[Ignore, _Scope], errors: Collection[tuple[str, str]], codes: list[str]
) -> Iterator[Problem]:
    """Why `one` silences nothing. While there are errors, what they hide may be what it is for."""
    ignore, scope = one
    code = re.sub(r"[^\w-]", "?", ignore.code[:40])
    if ignore.code not in codes:
        near = difflib.get_close_matches(code.upper(), codes, n=1)
        fix = f"write {near[0]}" if near else "`publisher check --list-rules` lists them all"
        yield UNKNOWN.at(ignore.place, f"there is no rule {code}", fix)
    elif any(told in errors for told in _meant(ignore, scope)):
        message = f"{code} is an error here: listeners would lose something, so it cannot be ignored"
        yield ERROR.at(ignore.place, message, "mend it, and remove this")
    elif not code.startswith(LEDGER) and not errors:
        yield IDLE.at(ignore.place, f"there is no {code} to ignore any more", "remove it")
