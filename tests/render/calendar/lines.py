"""RFC 5545 §3.1 read by the letter: octets into lines, lines into properties, properties into components."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

WIDTH = 75
"""Octets of a physical line at most, without its CRLF (ICS-002)."""
_CONTROL = re.compile("[\x00-\x08\x0a-\x1f\x7f]")
_NAME = re.compile(r"[A-Za-z0-9-]+")
_VALUE = re.compile(r'"([^"]*)"|([^";:,]*)')
_CARET = re.compile(r"\^(.?)")


class Unreadable(Exception):  # noqa: N818 - what it is, not what it does
    """What is wrong, after the code of the rule that it breaks."""


@dataclass(frozen=True, slots=True)
class Property:
    """A content line; `value` is as written, parameters are without quotes and carets."""

    name: str
    params: dict[str, list[str]]
    value: str

    @property
    def tzid(self) -> str | None:
        return self.params["TZID"][0] if "TZID" in self.params else None

    @property
    def type(self) -> str | None:
        return self.params["VALUE"][0] if "VALUE" in self.params else None


@dataclass(slots=True)
class Component:
    """What stands between BEGIN and END."""

    name: str
    properties: list[Property] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)

    def all(self, name: str) -> list[Property]:
        return [each for each in self.properties if each.name == name]

    def one(self, name: str) -> Property:
        (found,) = self.all(name)
        return found

    def value(self, name: str) -> str | None:
        found = self.all(name)
        return found[0].value if found else None

    def named(self, name: str) -> list[Component]:
        return [each for each in self.components if each.name == name]


def unfolded(body: bytes) -> Iterator[str]:
    """The content lines of `body`; raises Unreadable where one is not as the grammar has it."""
    if not body.endswith(b"\r\n"):
        raise Unreadable("ICS-001: the last line does not end in CRLF")
    line = ""
    for number, octets in enumerate(body.removesuffix(b"\r\n").split(b"\r\n"), 1):
        if len(octets) > WIDTH:
            raise Unreadable(f"ICS-002: line {number} has {len(octets)} octets")
        try:
            # Each by itself, so that no fold parts a character.
            text = octets.decode()
        except UnicodeDecodeError:
            raise Unreadable(f"ICS-002: line {number} parts a character, or is no UTF-8") from None
        if "\r" in text or "\n" in text:
            raise Unreadable(f"ICS-001: line {number} holds half an end of line")
        if _CONTROL.search(text) or text.startswith("\ufeff"):
            raise Unreadable(f"ICS-003: line {number} holds a control character or a BOM")
        if text[:1] in (" ", "\t"):
            line += text[1:]
            continue
        if line:
            yield line
        line = text
        if not line:
            raise Unreadable(f"ICS-001: line {number} is empty")
    yield line


def parsed(line: str) -> Property:
    """The property that `line` writes."""
    name = _NAME.match(line)
    if not name:
        raise Unreadable(f"ICS-001: no name: {line}")
    place, params = name.end(), dict[str, list[str]]()
    while line[place : place + 1] == ";":
        key = _NAME.match(line, place + 1)
        if not key or line[key.end() : key.end() + 1] != "=":
            raise Unreadable(f"ICS-013: no parameter: {line}")
        place, values = key.end(), list[str]()
        while line[place : place + 1] in ("=", ",") and (not values or line[place] == ","):
            value = _VALUE.match(line, place + 1)
            assert value
            values.append(_uncareted(value[1] if value[1] is not None else value[2]))
            place = value.end()
        if key[0] in params:
            raise Unreadable(f"ICS-013: {key[0]} twice: {line}")
        params[key[0]] = values
    if line[place : place + 1] != ":":
        raise Unreadable(f"ICS-013: parameters end in no colon: {line}")
    return Property(name[0], params, line[place + 1 :])


def read(body: bytes) -> Component:
    """The one component that `body` is."""
    stack = [Component("")]
    for line in unfolded(body):
        each = parsed(line)
        if each.name == "BEGIN":
            stack.append(Component(each.value))
        elif each.name == "END":
            done = stack.pop()
            if done.name != each.value or not stack:
                raise Unreadable(f"ICS-004: {each.value} ends, {done.name} began")
            stack[-1].components.append(done)
        else:
            stack[-1].properties.append(each)
    root = stack.pop()
    if stack or root.properties or [each.name for each in root.components] != ["VCALENDAR"]:
        raise Unreadable("ICS-004: it is not one VCALENDAR")
    return root.components[0]


def text(value: str) -> str:
    """What a TEXT says (§3.3.11)."""
    return re.sub(r"\\(.)", lambda found: "\n" if found[1] in "nN" else found[1], value)


def _uncareted(value: str) -> str:
    """RFC 6868 §3: every caret of ours stands before one of three."""
    if any(found[1] not in ("n", "^", "'") for found in _CARET.finditer(value)):
        raise Unreadable(f"ICS-013: a caret that means nothing: {value}")
    return _CARET.sub(lambda found: {"n": "\n", "^": "^", "'": '"'}[found[1]], value)
