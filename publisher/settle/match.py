"""Which published entry each entry is: by guid, then path, then the recording's sound.

A recording that was published under another path goes before a path: when folders are renumbered,
the old names hold other episodes, and only the sound tells which is which.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable

from publisher.model import Entry, Episode, Ledger, LedgerEntry, Show, Site

_Key = tuple[str, str]


def answering(show: Show, ledger: Ledger) -> tuple[LedgerEntry, ...]:
    """The rows that an entry may be: what was taken from listeners for good is none of them."""
    return tuple(row for row in ledger.entries if not row.burnt or row.expired or row.guid in show.retired)


def match(site: Site, rows: tuple[LedgerEntry, ...]) -> dict[str, LedgerEntry]:
    """The ledger's row for each entry's path; each row answers to one entry."""
    # A draft is often a copy of what is published: it takes only what nobody else claims.
    entries = sorted(site.entries, key=lambda entry: entry.draft)
    found: dict[str, LedgerEntry] = {}
    free = {row.guid: row for row in rows}

    def take(of_entry: Callable[[Entry], _Key | None], of_row: Callable[[LedgerEntry], _Key | None]) -> None:
        if not free or len(found) == len(entries):
            return
        waiting = ((entry, of_entry(entry)) for entry in entries if entry.path not in found)
        keys = [(entry, key) for entry, key in waiting if key]
        claims = Counter(key for entry, key in keys if not entry.draft)
        known = _index(free.values(), of_row) if keys else {}
        for entry, key in keys:
            row = known.pop(key, None) if claims[key] < 2 else None
            if row:
                found[entry.path] = free.pop(row.guid)

    take(lambda entry: (entry.guid, entry.kind) if entry.guid else None, lambda row: (row.guid, row.kind))
    take(
        _path_and_sound, lambda row: (row.path, f"{row.kind} {row.enclosure.sound if row.enclosure else ''}")
    )
    take(_sound, lambda row: (row.enclosure.sound, row.kind) if row.enclosure else None)
    take(_pointer, lambda row: (row.enclosure.source, row.kind) if row.enclosure else None)
    take(
        lambda entry: None if entry.guid else (entry.path, entry.kind),
        lambda row: None if row.expired else (row.path, row.kind),
    )
    # What has expired left its path free, unless the entry there says that it is the one.
    take(
        lambda entry: (entry.path, entry.kind) if isinstance(entry, Episode) and entry.expires else None,
        lambda row: (row.path, row.kind) if row.expired else None,
    )
    return found


def _index(
    rows: Iterable[LedgerEntry], of_row: Callable[[LedgerEntry], _Key | None]
) -> dict[_Key, LedgerEntry]:
    """Rows by key; a key that two rows share tells nothing."""
    known: dict[_Key, LedgerEntry] = {}
    shared: set[_Key] = set()
    for row in rows:
        key = of_row(row)
        if key in known:
            shared.add(key)
        elif key:
            known[key] = row
    return {key: row for key, row in known.items() if key not in shared}


def _heard(entry: Entry) -> str | None:
    return entry.recording.sound if isinstance(entry, Episode) and entry.recording else None


def _path_and_sound(entry: Entry) -> _Key | None:
    sound = _heard(entry)
    return (entry.path, f"{entry.kind} {sound}") if sound and not entry.guid else None


def _sound(entry: Entry) -> _Key | None:
    sound = _heard(entry)
    return (sound, entry.kind) if sound and not entry.guid else None


def _pointer(entry: Entry) -> _Key | None:
    """A pointer says which recording lies elsewhere, if it is still the one that was published."""
    pointer = entry.pointer if isinstance(entry, Episode) else None
    return (pointer, entry.kind) if pointer and not entry.guid else None
