"""Bytes by name in a file of their own: found as they were put there, or not at all."""

from __future__ import annotations

import sqlite3
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager, suppress
from hashlib import sha256
from pathlib import Path
from threading import Lock

LAYOUT = 2
"""Of the file: what another version of this program has kept in its own way is let go."""
PATIENCE = 2
"""Seconds that another run may take to write before we do without."""
ELSEWHERE = ""
"""A database that is SQLite's own, and gone when it is closed."""


class Table:
    """Values by name in the SQLite database at `file`. Threads may share it.

    Whatever goes wrong with the file, it is as if nothing had been kept.
    """

    def __init__(self, file: Path) -> None:
        self._file, self._lock = file, Lock()
        self._database = self._open()

    def names(self) -> set[bytes]:
        """The names of all that is kept."""
        with self._asking() as database:
            return {name for (name,) in database.execute("SELECT name FROM kept")}
        return set()

    def all(self) -> dict[bytes, bytes]:
        """Everything that is kept."""
        with self._asking() as database:
            rows = database.execute("SELECT name, value, digest FROM kept")
            return {name: value for name, value, digest in rows if _is_whole(value, digest)}
        return {}

    def page(self, name: bytes, count: int) -> dict[bytes, bytes]:
        """So many of what is kept, in the order of their names, from `name` on."""
        with self._asking() as database:
            rows = database.execute(
                "SELECT name, value, digest FROM kept WHERE name >= ? ORDER BY name LIMIT ?", (name, count)
            )
            return {name: value for name, value, digest in rows if _is_whole(value, digest)}
        return {}

    def get(self, name: bytes) -> bytes | None:
        """The value called `name`."""
        with self._asking() as database:
            row = database.execute("SELECT value, digest FROM kept WHERE name = ?", (name,)).fetchone()
            if row and _is_whole(*row):
                value: bytes = row[0]
                return value
        return None

    def put(self, values: Iterable[tuple[bytes, bytes]]) -> None:
        """Keep these, in place of others of the same names."""
        with self._asking() as database, database:
            rows = ((name, value, _digest(value)) for name, value in values)
            database.executemany("INSERT OR REPLACE INTO kept VALUES (?, ?, ?)", rows)

    def drop(self, names: Collection[bytes]) -> None:
        """Keep these no longer."""
        with self._asking() as database, database:
            database.executemany("DELETE FROM kept WHERE name = ?", ((name,) for name in names))

    def close(self) -> None:
        """Let go of the file."""
        with self._lock, suppress(sqlite3.Error):
            self._database.close()

    @contextmanager
    def _asking(self) -> Iterator[sqlite3.Connection]:
        """Have the database for oneself; one that is no good is done without from then on."""
        with self._lock:
            try:
                yield self._database
            except sqlite3.Error:
                with suppress(sqlite3.Error):
                    self._database.close()
                self._database = _fresh(ELSEWHERE)

    def _open(self) -> sqlite3.Connection:
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            return _fresh(self._file)
        except sqlite3.OperationalError:
            pass  # It is read-only, or another run has it.
        except sqlite3.DatabaseError:
            with suppress(OSError, sqlite3.Error):
                self._file.unlink()
                return _fresh(self._file)
        except OSError:
            pass
        return _fresh(ELSEWHERE)


def _fresh(place: str | Path) -> sqlite3.Connection:
    database = sqlite3.connect(place, timeout=PATIENCE, check_same_thread=False)
    # What is lost with the power is made again.
    database.execute("PRAGMA synchronous = OFF")
    database.execute("PRAGMA journal_mode = MEMORY")
    (layout,) = database.execute("PRAGMA user_version").fetchone()
    if layout != LAYOUT:
        if database.execute("SELECT * FROM sqlite_master").fetchone():
            database.close()
            raise sqlite3.DatabaseError("another layout")
        database.execute(f"PRAGMA user_version = {LAYOUT}")
    database.execute("CREATE TABLE IF NOT EXISTS kept (name BLOB PRIMARY KEY, value BLOB, digest BLOB)")
    return database


def _digest(value: bytes) -> bytes:
    return sha256(value).digest()


def _is_whole(value: object, digest: object) -> bool:
    return isinstance(value, bytes) and _digest(value) == digest
