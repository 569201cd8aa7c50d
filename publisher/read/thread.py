"""The thread between entries: an episode follows up an event, an event has a recording.

Producers name the other one by its slug or by its path in episodes/; here it becomes the path.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches

from publisher.model import Entry, Episode, Event, Problem, Rule, Severity
from publisher.read.slug import slug
from publisher.read.text import nfc, shown

THREAD = Rule("THREAD-001", Severity.ERROR, "The event or recording that an entry names is there")


def join(
    entries: tuple[Entry, ...], unread: Iterable[str] = ()
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries with what they name resolved, and the names that nothing answers to.

    `unread` are the paths of those that could not be read, which has been told.
    """
    episodes, events = _names(entries, Episode), _names(entries, Event)
    known = {name for path in unread for name in (path, slug(path.rpartition("/")[2]))}
    made: list[Entry] = []
    problems: list[Problem] = []
    for entry in entries:
        if isinstance(entry, Episode) and entry.event:
            problems += _missing(entry, "event", _plain(entry.event), events, known)
            made.append(replace(entry, event=events.get(_plain(entry.event))))
        elif isinstance(entry, Event) and entry.recording:
            problems += _missing(entry, "recording", _plain(entry.recording), episodes, known)
            made.append(replace(entry, recording=episodes.get(_plain(entry.recording))))
        else:
            made.append(entry)
    return tuple(made), tuple(problems)


def _names(entries: tuple[Entry, ...], kind: type[Entry]) -> dict[str, str]:
    known = [entry for entry in entries if isinstance(entry, kind)]
    return {entry.slug: entry.path for entry in known} | {entry.path: entry.path for entry in known}


def _plain(name: str) -> str:
    """The name as a path in episodes/, however it was written."""
    return nfc(name).removeprefix("./").removeprefix("episodes/").rstrip("/")


def _missing(entry: Entry, key: str, name: str, known: dict[str, str], unread: set[str]) -> list[Problem]:
    if entry.draft or name in known or name in unread:
        return []
    kind = "event" if key == "event" else "episode"
    near = get_close_matches(name[:200], known, n=1)
    fix = f"write `{key}: {near[0]}`" if near else f"write the name of the {kind}'s folder"
    message = f"{key} names {shown(name)}, and there is no {kind} of that name"
    return [THREAD.at(entry.origin.at(key), message, fix)]
