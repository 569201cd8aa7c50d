"""Site → Problems: every public function of every module here is one rule, found by being there.

A rule takes the Site and yields problems. Pure: no file, clock or network.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from importlib import import_module
from inspect import getmembers, isfunction
from pkgutil import iter_modules

from publisher.model import Entry, Episode, Event, Origin, Problem, Severity, Site

Check = Callable[[Site], Iterator[Problem]]

UNREAD = ("READ-001", "READ-002", "READ-003", "READ-012", "AUDIO-")
"""Problems of a file that is not read to its end, so that nothing in it is known to be missing."""
UNKNOWN_KEY = "READ-005"

SHOWN = 60
"""Characters of a producer's text that a message repeats."""

_quoted = json.JSONEncoder(ensure_ascii=False).encode
_PLAIN = re.compile(r"[^\W\d_][\w ,.!?()-]*|…")
"""Text that YAML takes for itself without quotes."""


def check(site: Site) -> tuple[Problem, ...]:
    """Everything wrong with `site` that can be known without its ledger, in no promised order."""
    return (*site.problems, *(problem for rule in checks() for problem in rule(site)))


def checks() -> Iterator[Check]:
    """Every rule."""
    for module in iter_modules(__path__, f"{__name__}."):
        for name, function in getmembers(import_module(module.name), isfunction):
            if function.__module__ == module.name and not name.startswith("_"):
                yield function


def waiting(site: Site) -> Iterator[Entry]:
    """Entries that are or will be published: drafts are checked for syntax only."""
    return (entry for entry in site.entries if not entry.draft)


def waiting_episodes(site: Site) -> Iterator[Episode]:
    """Episodes that are or will be published."""
    return (episode for episode in site.episodes if not episode.draft)


def waiting_events(site: Site) -> Iterator[Event]:
    """Events that are or will be published."""
    return (event for event in site.events if not event.draft)


def is_told(site: Site, origin: Origin, key: str) -> bool:
    """Whether reading has said already why there is no `key`: one mistake is one problem."""
    errors = _errors(_Same(site.problems)).get(origin.file)
    if not errors:
        return False
    place = origin.at(key)
    is_written = any(name == key for name, _, _ in origin.marks)
    return any(
        problem.code.startswith(UNREAD)
        or (problem.code == UNKNOWN_KEY and problem.fix == f"write {key}")
        or (is_written and problem.place == place)
        for problem in errors
    )


class _Same:
    """The very same problems: comparing all of them takes longer than what is asked about them."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        self.problems = problems

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.problems is self.problems

    def __hash__(self) -> int:
        return id(self.problems)


@lru_cache(maxsize=1)
def _errors(same: _Same) -> dict[str, list[Problem]]:
    """The errors by file, so that no entry goes through those of all the others."""
    found: dict[str, list[Problem]] = {}
    for problem in same.problems:
        if problem.severity is Severity.ERROR:
            found.setdefault(problem.place.file, []).append(problem)
    return found


def shown(text: str) -> str:
    """`text` in quotes as a message can show it: on one line, and not too long."""
    return repr(text if len(text) <= SHOWN else text[: SHOWN - 1] + "…")


def line(origin: Origin, key: str, text: str) -> str:
    """The instruction to write `text` for `key`, in the notation of the file; recordings have tags."""
    if origin.file.endswith(".toml"):
        return f"write `{key} = {_quoted(text)}`"
    if origin.file.lower().endswith(".md"):
        return f"write `{key}: {text if _PLAIN.fullmatch(text) else _quoted(text)}`"
    return f"set the {key} tag of the file to {_quoted(text)}"
