"""Files that were read or written before, and what they held: known without being read again."""

from __future__ import annotations

import json
import os

from publisher.kept.files import is_settled, known
from publisher.kept.table import Table


class Seen:
    """What files held when they were last seen, by their paths."""

    def __init__(self, table: Table, moment: int) -> None:
        self._table, self._moment = table, moment
        self._known = table.all()
        self._new: dict[bytes, bytes] = {}

    def sha256(self, path: str, stat: os.stat_result) -> str | None:
        """What the file at `path` held when it was last seen, if it can only be the same."""
        told = self._known.get(os.fsencode(path))
        if told is None:
            return None
        *before, is_sure, sha256 = json.loads(told)
        return sha256 if (*before,) == known(stat) and is_sure else None

    def note(self, path: str, stat: os.stat_result, sha256: str, *, ours: bool = False) -> None:
        """Remember what the file at `path` holds, since this run began or because it has made the file."""
        is_sure = ours or is_settled(known(stat), self._moment)
        self._new[os.fsencode(path)] = json.dumps([*known(stat), is_sure, sha256]).encode()

    def close(self) -> None:
        """Write down what is new."""
        self._table.put(self._new.items())
