"""The thread between entries: who follows up an event, and what its recording is.

Producers name the other one by its slug or by its path in episodes/; here it becomes the path. An
event and its recording may name each other, and an article both; then they have to agree.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from publisher.model import Article, Entry, Episode, Event, Problem, Rule, Severity
from publisher.read.near import nearest
from publisher.read.slug import slug
from publisher.read.text import nfc, shown

THREAD = Rule("THREAD-001", Severity.ERROR, "The event or recording that an entry names is there")
AGREED = Rule("THREAD-002", Severity.ERROR, "A recording belongs to the event that is named with it")

KINDS: dict[str, type[Entry]] = {"event": Event, "recording": Episode}
"""What the two keys name."""


def join(
    entries: tuple[Entry, ...], unread: Iterable[str] = ()
) -> tuple[tuple[Entry, ...], tuple[Problem, ...]]:
    """The entries with what they name resolved, and what is wrong with the names.

    `unread` are the paths of those that could not be read, which has been told.
    """
    known = {key: _names(entries, kind) for key, kind in KINDS.items()}
    names = {key: sorted(known[key]) for key in known}
    lost = {name for path in unread for name in (path, slug(path.rpartition("/")[2]))}
    made: list[Entry] = []
    problems: list[Problem] = []
    for entry in entries:
        named = {key: _plain(name) for key, name in _named(entry) if name}
        if not named:
            made.append(entry)
            continue
        for key, name in named.items():
            if name not in known[key]:
                problems += _missing(entry, key, name, names[key], lost)
        made.append(_resolved(entry, {key: known[key].get(name) for key, name in named.items()}))
    return tuple(made), (*problems, *_disagreements(made))


def _named(entry: Entry) -> Iterator[tuple[str, str | None]]:
    """The names that `entry` has for others, by key."""
    if isinstance(entry, Episode | Article):
        yield "event", entry.event
    if isinstance(entry, Event | Article):
        yield "recording", entry.recording


def _resolved(entry: Entry, paths: dict[str, str | None]) -> Entry:
    if isinstance(entry, Episode):
        return replace(entry, event=paths.get("event"))
    if isinstance(entry, Event):
        return replace(entry, recording=paths.get("recording"))
    if isinstance(entry, Article):
        return replace(entry, event=paths.get("event"), recording=paths.get("recording"))
    return entry


def _names(entries: tuple[Entry, ...], kind: type[Entry]) -> dict[str, str]:
    known = [entry for entry in entries if isinstance(entry, kind)]
    return {entry.slug: entry.path for entry in known} | {entry.path: entry.path for entry in known}


def _plain(name: str) -> str:
    """The name as a path in episodes/, however it was written."""
    return nfc(name).removeprefix("./").removeprefix("episodes/").rstrip("/")


def _missing(entry: Entry, key: str, name: str, known: list[str], unread: set[str]) -> list[Problem]:
    if entry.draft or name in unread:
        return []
    kind = KINDS[key].kind
    near = nearest(name[:200], known, 0.6)
    fix = f"write `{key}: {near}`" if near else f"write the name of the {kind}'s folder"
    message = f"{key} names {shown(name)}, and there is no {kind} of that name"
    return [THREAD.at(entry.origin.at(key), message, fix)]


def _disagreements(entries: list[Entry]) -> Iterator[Problem]:
    """Those who name a recording that belongs to another event. What a draft says is not final."""
    final = [entry for entry in entries if not entry.draft]
    episodes = {entry.path: entry for entry in final if isinstance(entry, Episode)}
    events = [entry for entry in final if isinstance(entry, Event)]
    for event in events:
        episode = episodes.get(event.recording or "")
        if episode and episode.event not in (None, event.path):
            message = f"recording names {episode.path}, which says that it follows up {episode.event}"
            fix = f"write `event: {event.path}` in {episode.origin.file}, or name another episode here"
            yield AGREED.at(event.origin.at("recording"), message, fix)
    for article in (entry for entry in final if isinstance(entry, Article)):
        episode = episodes.get(article.recording or "")
        owners = _owners(episode, events) if episode else ()
        if owners and article.event not in (None, *owners):
            message = f"event names {article.event}, and the recording {article.recording} is of {owners[0]}"
            fix = f"write `event: {owners[0]}`, or remove one of the two"
            yield AGREED.at(article.origin.at("event"), message, fix)


def _owners(episode: Episode, events: Iterable[Event]) -> tuple[str, ...]:
    """The paths of the events that `episode` came of: the one it names, and those that name it."""
    named = (event.path for event in events if event.recording == episode.path)
    return tuple(filter(None, (episode.event, *named)))
