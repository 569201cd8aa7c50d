"""A calendar file's bytes into its calendars and their components, each with the line it begins at.

Lines are unfolded before they are decoded, since folds may split a character (RFC 5545 §3.1). What
the grammar forbids and files have all the same is read as it was meant: LF alone, a byte order mark,
another encoding, text that goes on without being folded.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from publisher.adopt.vevent.property import Property, read_property
from publisher.errors import PublisherError

KINDS = frozenset({"VEVENT", "VTODO", "VJOURNAL", "VFREEBUSY", "VTIMEZONE"})
FLOWING = ("DESCRIPTION", "SUMMARY", "LOCATION", "COMMENT", "X-ALT-DESC")
"""Properties whose text goes on where it was broken without being folded."""

_ENDS = re.compile(rb"\r*\n|\r")
_NAME = re.compile(r"(?:[A-Z][A-Z0-9-]*|[Xx]-[A-Za-z0-9-]+)[;:]")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")


@dataclass(frozen=True, slots=True, kw_only=True)
class Component:
    """A component, and its content lines. Of what is inside it, only a zone's own parts are kept."""

    name: str
    line: int
    lines: list[tuple[int, str]] = field(default_factory=list)

    def properties(self) -> Iterator[Property]:
        """Every property that can be read."""
        made = (read_property(text, number) for number, text in self.lines)
        return (one for one in made if one is not None)


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """A VCALENDAR: its own properties, and its components in order."""

    lines: list[tuple[int, str]] = field(default_factory=list)
    components: list[Component] = field(default_factory=list)

    def properties(self) -> Iterator[Property]:
        """Every property of its own that can be read."""
        return Component(name="VCALENDAR", line=1, lines=self.lines).properties()

    def named(self, name: str) -> Iterator[Component]:
        """Its components called `name`."""
        return (one for one in self.components if one.name == name)


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """The content lines of a file with their 1-based numbers; `foreign` is the first that is no UTF-8."""

    lines: tuple[tuple[int, str], ...]
    foreign: int | None = None


def read_lines(data: bytes) -> Text:
    """Unfold, decode and mend the lines of a file."""
    if data.startswith(_UTF16):
        data = data.decode("utf-16", "replace").encode()
    foreign = None
    lines: list[tuple[int, list[str]]] = []
    for number, raw in _unfolded(data.removeprefix(b"\xef\xbb\xbf")):
        try:
            text = raw.decode()
        except UnicodeDecodeError:
            text, foreign = raw.decode("cp1252", "replace"), foreign or number
        if _NAME.match(text):
            lines.append((number, [text.rstrip()]))
        elif lines and lines[-1][1][0].startswith(FLOWING):
            lines[-1][1].append(text)
    return Text(lines=tuple((number, "\\n".join(parts)) for number, parts in lines), foreign=foreign)


def _unfolded(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Every content line that is not empty, and where it starts."""
    first, parts = 0, list[bytes]()
    for number, raw in enumerate(_ENDS.split(data), 1):
        if raw[:1] in (b" ", b"\t") and parts:
            parts.append(raw[1:])
        elif raw.strip():
            if parts:
                yield first, b"".join(parts)
            first, parts = number, [raw.lstrip()]
    if parts:
        yield first, b"".join(parts)


def read_calendars(text: Text, name: str) -> tuple[Calendar, ...]:
    """The calendars in the file. Raises PublisherError where it ends in the middle of something."""
    calendars: list[Calendar] = []
    inside: list[str] = []
    part: Component | None = None
    for number, line in text.lines:
        word, _, value = line.partition(":")
        value = value.strip().upper()
        if word == "BEGIN" and value == "VCALENDAR":
            calendars.append(Calendar())
            inside, part = [], None
        elif word == "BEGIN" and value in KINDS and calendars:
            # One that was never closed ends where the next begins.
            part, inside = Component(name=value, line=number), [value]
            calendars[-1].components.append(part)
        elif word == "BEGIN":
            inside.append(value)
        if part and (len(inside) == 1 or part.name == "VTIMEZONE"):
            part.lines.append((number, line))
        elif calendars and not inside:
            calendars[-1].lines.append((number, line))
        if word == "END" and value in inside:
            del inside[len(inside) - 1 - inside[::-1].index(value) :]
            part = part if inside else None
    if inside:
        raise PublisherError(
            f"{name} ends in the middle of a calendar: the rest of it is missing",
            fix="export it, or download it, again",
        )
    return tuple(calendars)
