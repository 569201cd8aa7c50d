"""The thread between entries: an episode follows up an event, an event has a recording.

Producers name the other one by its slug or by its path in episodes/; here it becomes the path.
"""

from __future__ import annotations

from dataclasses import replace

from publisher.model import Entry, Episode, Event, Problem, Rule, Severity

THREAD = Rule("THREAD-001", Severity.ERROR, "The event or recording that an entry names is there")


def join(entries: tuple[Entry, ...]) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries with what they name resolved, and the names that nothing answers to."""
    episodes = _names(entries, Episode)
    events = _names(entries, Event)
    made: list[Entry] = []
    problems: list[Problem] = []
    for entry in entries:
        if isinstance(entry, Episode) and entry.event:
            problems += _missing(entry, "event", entry.event, events)
            made.append(replace(entry, event=events.get(entry.event)))
        elif isinstance(entry, Event) and entry.recording:
            problems += _missing(entry, "recording", entry.recording, episodes)
            made.append(replace(entry, recording=episodes.get(entry.recording)))
        else:
            made.append(entry)
    return tuple(made), tuple(problems)


def _names(entries: tuple[Entry, ...], kind: type[Entry]) -> dict[str, str]:
    known = [entry for entry in entries if isinstance(entry, kind)]
    return {entry.slug: entry.path for entry in known} | {entry.path: entry.path for entry in known}


def _missing(entry: Entry, key: str, name: str, known: dict[str, str]) -> list[Problem]:
    if name in known:
        return []
    return [
        THREAD.at(
            entry.origin.at(key),
            f"{key} names {name}, and there is no {'event' if key == 'event' else 'episode'} of that name",
            f"write the name of its folder{': ' + ', '.join(sorted(known.values())[:5]) if known else ''}",
        )
    ]
