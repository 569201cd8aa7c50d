"""`Range`, which media players seek with: RFC 9110 §14.

One range of bytes is answered with itself. Several are answered with everything, as a server may
(§14.2), and so is what cannot be understood.
"""

from __future__ import annotations

import re

_ONE = re.compile(r"bytes=[ \t]*([0-9]{0,30})-([0-9]{0,30})[ \t]*", re.IGNORECASE)


def span(header: str | None, size: int) -> range | None:
    """The bytes that `header` asks for of `size`: None for all of them, an empty range for none there."""
    found = _ONE.fullmatch(header or "")
    first, last = found.groups() if found else ("", "")
    if not (first or last):
        return None
    if not first:
        return range(max(size - int(last), 0), size)
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last), size - 1) + 1 if last else size)
