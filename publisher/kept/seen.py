"""Files that were read or written before, and what they held: known without being read again."""

from __future__ import annotations

import os
from functools import cached_property

import msgspec

from publisher.kept.files import Known, is_settled, known
from publisher.kept.table import Table

FILES = b"files"
"""Where all of them are kept at once: of a large build there are tens of thousands, and all are asked for."""
Files = dict[bytes, tuple[Known, bool, str]]
"""What each was known by, whether it can only change by being another `Known`, and its sha256; by path."""


class Seen:
    """What files held when they were last seen, by their paths."""

    def __init__(self, table: Table, moment: int) -> None:
        self._table, self._moment = table, moment
        self._new: Files = {}

    def sha256(self, path: str, stat: os.stat_result) -> str | None:
        """What the file at `path` held when it was last seen, if it can only be the same."""
        told = self._known.get(os.fsencode(path))
        return told[2] if told and told[1] and told[0] == known(stat) else None

    def note(self, path: str, stat: os.stat_result, sha256: str, *, ours: bool = False) -> None:
        """Remember what the file at `path` holds, since this run began or because it has made the file."""
        one = known(stat)
        self._new[os.fsencode(path)] = one, ours or is_settled(one, self._moment), sha256

    def close(self) -> None:
        """Write down what is new."""
        if self._new:
            self._table.put([(FILES, msgspec.msgpack.encode(self._known | self._new))])

    @cached_property
    def _known(self) -> Files:
        try:
            return msgspec.msgpack.decode(self._table.get(FILES) or b"", type=Files)
        except msgspec.MsgspecError:
            return {}  # Nothing yet, or another version of this program has written it.
