"""Things in the words of schema.org, and how they are written into a page (json-ld.org/spec, §Embedding).

Each is a JSON object with a `@type`; what is not known is left out, and nothing is told that the page does
not show (LD-005).
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from datetime import datetime
from zoneinfo import ZoneInfo

from markupsafe import Markup

Thing = dict[str, object]

CONTEXT = "https://schema.org"
NOTHING: tuple[object, ...] = (None, "", [], {})
_ESCAPES = tuple((char, f"\\u{ord(char):04x}") for char in "<>&\u2028\u2029")
_WRITER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def thing(type: str, **members: object) -> Thing:
    """Make a thing of `type`, without the members that say nothing; a list of one is the one."""
    made: Thing = {"@type": type}
    for name, value in members.items():
        told = _shortest(value)
        if told not in NOTHING:
            made[name] = told
    return made


def graph(things: Iterable[Thing]) -> Thing:
    """Make one document of `things`."""
    return {"@context": CONTEXT, "@graph": list(things)}


def ld_json(value: Mapping[str, object]) -> Markup:
    """Write `value` for a script element: the same value is the same text, which never ends it (LD-008).

    JSON may escape any character of a text, and these stand nowhere else in it (RFC 8259 §7).
    """
    text = _WRITER.encode(value)
    for char, escaped in _ESCAPES:
        text = text.replace(char, escaped)
    return Markup(text)  # noqa: S704 - nothing in it means anything to HTML


def moment(value: datetime, zone: str) -> str:
    """Write a moment with the offset of its place (ISO 8601)."""
    return value.astimezone(ZoneInfo(zone)).isoformat(timespec="seconds")


def enumerated(name: str) -> str:
    """Name a member of an enumeration."""
    return f"{CONTEXT}/{name}"


def _shortest(value: object) -> object:
    if isinstance(value, str):
        return value.strip()
    if isinstance(value, list) and len(value) == 1:
        return value[0]
    return value
