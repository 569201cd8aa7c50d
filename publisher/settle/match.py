"""Which published entry each entry is: by guid, then path, then the recording's bytes.

A recording that was published under another path goes before a path: when folders are renumbered,
the old names hold other episodes, and only the bytes tell which is which.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from publisher.model import Entry, Episode, LedgerEntry, Site

_Key = tuple[str, str]


def match(site: Site, rows: tuple[LedgerEntry, ...]) -> dict[str, LedgerEntry]:
    """The ledger's row for each entry's path; each row answers to one entry."""
    entries = list(site.entries)
    found: dict[str, LedgerEntry] = {}
    free = {row.guid: row for row in rows}

    def take(of_entry: Callable[[Entry], _Key | None], of_row: Callable[[LedgerEntry], _Key | None]) -> None:
        known = _index(free.values(), of_row)
        for entry in entries:
            key = of_entry(entry)
            row = known.pop(key, None) if key and entry.path not in found else None
            if row:
                found[entry.path] = free.pop(row.guid)

    take(lambda entry: (entry.guid, entry.kind) if entry.guid else None, lambda row: (row.guid, row.kind))
    take(_path_and_source, lambda row: _path(row, row.enclosure.source if row.enclosure else ""))
    take(_source, lambda row: (row.enclosure.source, row.kind) if row.enclosure else None)
    take(
        lambda entry: None if entry.guid else (entry.path, entry.kind),
        lambda row: (row.path, row.kind),
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


def _path(row: LedgerEntry, source: str) -> _Key:
    return row.path, f"{row.kind} {source}"


def _recorded(entry: Entry) -> str | None:
    return entry.recording.sha256 if isinstance(entry, Episode) and entry.recording else None


def _path_and_source(entry: Entry) -> _Key | None:
    source = _recorded(entry)
    return (entry.path, f"{entry.kind} {source}") if source and not entry.guid else None


def _source(entry: Entry) -> _Key | None:
    source = _recorded(entry)
    return (source, entry.kind) if source and not entry.guid else None
