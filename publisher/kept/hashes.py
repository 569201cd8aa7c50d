"""The hashes of what entries say to listeners: the same as long as entry and file are."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from hashlib import blake2b

import msgspec

from publisher.kept.table import Table
from publisher.model import Enclosure, Entry

HASHES = b"hashes"
"""Where all of them are kept at once: they are all asked for."""
Hash = Callable[[Entry, Enclosure | None], str]


class Hashes:
    """Hashes by what they are of.

    `stamp` stands for the program. `versions` say which entry is which, by path.
    """

    def __init__(self, table: Table, versions: Mapping[str, bytes], stamp: bytes) -> None:
        self._table, self._versions, self._stamp = table, versions, stamp
        try:
            self._known = msgspec.msgpack.decode(table.get(HASHES) or b"", type=dict[bytes, str])
        except msgspec.MsgspecError:
            self._known = {}  # Nothing yet, or another version of this program has written it.
        self._used: dict[bytes, str] = {}

    def remembering(self, make: Hash) -> Hash:
        """`make`, which is asked only where the same has not been hashed before."""

        def known(entry: Entry, enclosure: Enclosure | None) -> str:
            version = self._versions.get(entry.path)
            if version is None:
                return make(entry, enclosure)
            file = f"{enclosure.sha256} {enclosure.source}" if enclosure else ""
            name = blake2b(version + file.encode(), key=self._stamp, digest_size=16).digest()
            self._used[name] = told = self._known.get(name) or make(entry, enclosure)
            return told

        return known

    def close(self) -> None:
        """Write down what is new, and forget what was of no use."""
        if self._used and self._used != self._known:
            self._table.put([(HASHES, msgspec.msgpack.encode(self._used))])
