"""What goes over the wire: artifacts of text, cut to the size directories take."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256

from publisher.model import Artifact

DESCRIPTION = 4000
"""UTF-8 bytes of description that Apple takes (APPLE-021, APPLE-069)."""


def artifact(key: str, type: str, body: bytes) -> Artifact:
    """Make the artifact that holds `body`."""
    return Artifact(key=key, type=type, size=len(body), sha256=sha256(body).hexdigest(), body=body)


@lru_cache(maxsize=64)
def cut(text: str, size: int = DESCRIPTION) -> str:
    """Cut `text` after a word, marked with an ellipsis, if it is over `size` UTF-8 bytes."""
    text = text.strip()
    octets = text.encode()
    if len(octets) <= size:
        return text
    head = octets[: size - len("…".encode())].decode(errors="ignore")
    whole = re.match(r".*\S(?=\s)", text[: len(head) + 1], re.DOTALL)
    return (whole[0] if whole else head) + "…"
