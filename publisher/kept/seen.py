"""Files that were read or written before, and what they held: known without being read again."""

from __future__ import annotations

import os
from functools import cached_property

import msgspec

from publisher.kept.files import Known, is_settled, known
from publisher.kept.table import Table

FILES = b"files"
"""Where all of them are kept at once: of a large build there are tens of thousands, and all are asked for."""
DIGEST = 32
"""Bytes of a sha256: behind what a file was known by, and whether it can only change by being another."""


class Seen:
    """What files held when they were last seen, by their paths."""

    def __init__(self, table: Table, moment: int) -> None:
        self._table, self._moment = table, moment
        self._new: dict[bytes, bytes] = {}

    def sha256(self, path: str, stat: os.stat_result) -> str | None:
        """What the file at `path` held when it was last seen, if it can only be the same."""
        told = self._known.get(os.fsencode(path), b"")
        return told[-DIGEST:].hex() if told[:-DIGEST] == _plain(known(stat), is_sure=True) else None

    def note(self, path: str, stat: os.stat_result, sha256: str, *, ours: bool = False) -> None:
        """Remember what the file at `path` holds, since this run began or because it has made the file."""
        one = known(stat)
        is_sure = ours or is_settled(one, self._moment)
        self._new[os.fsencode(path)] = _plain(one, is_sure=is_sure) + bytes.fromhex(sha256)

    def close(self) -> None:
        """Write down what is new."""
        if self._new:
            self._table.put([(FILES, msgspec.msgpack.encode(self._known | self._new))])

    @cached_property
    def _known(self) -> dict[bytes, bytes]:
        try:
            return msgspec.msgpack.decode(self._table.get(FILES) or b"", type=dict[bytes, bytes])
        except msgspec.MsgspecError:
            return {}  # Nothing yet, or another version of this program has written it.


def _plain(one: Known, *, is_sure: bool) -> bytes:
    return b"%d %d %d %d %d " % (*one, is_sure)
