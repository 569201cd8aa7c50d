"""What a server answered, and how its headers are read (RFC 9110, RFC 9111)."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass, field

ABSENT = (401, 403, 404, 410)
"""Answers that give nobody anything. A bucket that may not be listed calls the absent forbidden."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """The last of a chain of answers: `url` is where it came from after so many `hops`.

    The names of `headers` are in lower case. `whole` is False where `body` was cut.
    """

    url: str
    status: int
    headers: Mapping[str, str] = field(default_factory=dict)
    body: bytes = b""
    whole: bool = True
    hops: int = 0

    @property
    def sha256(self) -> str:
        """Of the body."""
        return hashlib.sha256(self.body).hexdigest()

    @property
    def length(self) -> int | None:
        """What Content-Length says, in bytes."""
        return _number(self.headers.get("content-length", ""))

    @property
    def total(self) -> int | None:
        """The size of the whole by Content-Range (RFC 9110 §14.4), in bytes."""
        found = re.fullmatch(r"bytes \d+-\d+/(\d+)", self.headers.get("content-range", "").strip())
        return int(found[1]) if found else None

    @property
    def age(self) -> int:
        """For how many seconds a cache has kept it (RFC 9111 §5.1); 0 where none says so."""
        return _number(self.headers.get("age", "")) or 0


def media_type(text: str) -> tuple[str, frozenset[str]]:
    """A Content-Type as what can be compared: the type, and its parameters (RFC 9110 §8.3.1)."""
    type, *parameters = (part.strip().lower() for part in text.split(";"))
    return type, frozenset(part.replace('"', "") for part in parameters if part)


def directives(text: str) -> dict[str, str]:
    """A Cache-Control as its directives and their values (RFC 9111 §5.2)."""
    pairs = (part.strip().lower().partition("=") for part in text.split(","))
    return {name.strip(): value.strip(' "') for name, _, value in pairs if name.strip()}


def _number(text: str) -> int | None:
    return int(text) if re.fullmatch(r"\d{1,18}", text.strip(), re.ASCII) else None
