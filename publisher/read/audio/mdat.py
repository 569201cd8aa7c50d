"""The sound in an M4A file fed in blocks: what its mdat boxes hold, without the index and the tags."""

from __future__ import annotations

import hashlib

_LONGEST_HEADER = 16


class MdatHash:
    """Hashes the content of every mdat box at the top of a file (ISO/IEC 14496-12 §8.1.1)."""

    def __init__(self) -> None:
        self._digest = hashlib.sha256()
        self._left = 0.0
        """Bytes of the box that are still to come; infinite for one that lasts to the end."""
        self._is_sound = False
        self._head = b""

    def feed(self, block: bytes) -> None:
        """Take the next bytes of the file."""
        at = 0
        while at < len(block):
            if not self._left:
                at = self._open(block, at)
                continue
            end = int(min(len(block), at + self._left))
            if self._is_sound:
                self._digest.update(block[at:end])
            self._left -= end - at
            at = end

    def hexdigest(self) -> str:
        """The sha256 of all of it."""
        return self._digest.hexdigest()

    def _open(self, block: bytes, at: int) -> int:
        """Read the header of the next box, as far as it is in `block`; where its content starts."""
        missing = self._header_size() - len(self._head)
        self._head += block[at : at + missing]
        if len(self._head) < self._header_size():
            return at + missing
        size = int.from_bytes(self._head[:4], "big")
        if size == 1:
            size = int.from_bytes(self._head[8:16], "big")
        self._is_sound = self._head[4:8] == b"mdat"
        # A size that cannot be is garbage to the end, as size 0 is content to the end.
        self._left = float(size - len(self._head)) if size >= len(self._head) else float("inf")
        self._head = b""
        return at + missing

    def _header_size(self) -> int:
        return _LONGEST_HEADER if self._head[:4] == b"\0\0\0\1" else 8
