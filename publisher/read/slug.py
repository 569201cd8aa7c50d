"""The name of a thing in URLs and keys: ASCII, and the same on every machine.

The transliterator is pinned in pyproject.toml, since another version could mean other slugs.
"""

from __future__ import annotations

import hashlib
import re
import unicodedata

LONGEST = 80
_NORDIC = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa"})


def slug(name: str) -> str:
    """`name` in `[a-z0-9-]`, at most 80 characters and never empty."""
    composed = unicodedata.normalize("NFC", name)
    plain = composed.lower() if composed.isascii() else _transliterated(composed)
    words = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:LONGEST].rstrip("-")
    return words or "x-" + hashlib.sha256(composed.encode("utf-8", "surrogatepass")).hexdigest()[:12]


def _transliterated(name: str) -> str:
    from anyascii import anyascii

    plain: str = anyascii(name.casefold().translate(_NORDIC)).casefold()
    return plain
