"""Other people's files → drafts of what episodes/ is to hold. Pure: bytes in, texts out.

An importer is one module here, found by its name and chosen by what the file says, never by what it
is called; packages hold what importers share and are none.
"""

from __future__ import annotations

import pkgutil
import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, datetime
from importlib import import_module
from typing import Protocol, cast
from zoneinfo import ZoneInfo

from publisher.errors import PublisherError
from publisher.model import Problem, Show

ZIP = b"PK\x03\x04"
_PAGE = re.compile(rb"\s*<(?:!doctype html|html|head|body|!--)", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file to import into `show`. `name` is what messages call it; it holds no secret address.

    `rule` tells what our own reader makes of an RRULE, in a zone, for whole days or not: its value, or
    ValueError with the reason why it is none for us.
    """

    data: bytes
    name: str
    show: Show
    now: datetime
    rule: Callable[[str, ZoneInfo, bool], str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Draft:
    """An entry to be: `text` is the whole of its Markdown file, `<kind>.md`.

    `day` and `title` give its folder a name. By `uid`, else by its folder and `start`, it is known
    again when the same file is imported once more. `start` is aware.
    """

    kind: str
    title: str
    day: date
    start: datetime
    uid: str | None = None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Adoption:
    """What a file gave. `title` is what it calls itself; a problem's place is in that file.

    An error means that something was left out, a warning that something is not as it was there.
    """

    drafts: tuple[Draft, ...] = ()
    problems: tuple[Problem, ...] = ()
    title: str | None = None


class Importer(Protocol):
    """What a module in this package must have."""

    def recognises(self, data: bytes) -> bool:
        """Tell whether a file is of the importer's kind, by its content."""

    def adopt(self, source: Source) -> Adoption:
        """Make drafts of the file. Raises PublisherError where nothing can be made of it."""


def importers() -> tuple[str, ...]:
    """Name every importer, sorted."""
    return tuple(sorted(found.name for found in pkgutil.iter_modules(__path__) if not found.ispkg))


def adopt(source: Source) -> Adoption:
    """Make drafts of a file of any kind that we know. Raises PublisherError for any other."""
    for name in importers():
        importer = cast(Importer, import_module(f"{__name__}.{name}"))
        if importer.recognises(source.data):
            return importer.adopt(source)
    raise _stranger(source)


def _stranger(source: Source) -> PublisherError:
    """What is wrong with a file that nobody recognises."""
    if not source.data.strip():
        return PublisherError(f"{source.name} is empty", fix="export it, or download it, again")
    if source.data.startswith(ZIP):
        return PublisherError(
            f"{source.name} is a ZIP file", fix="unpack it, and import each calendar (.ics) that is in it"
        )
    if _PAGE.match(source.data[:1000].removeprefix(b"\xef\xbb\xbf")):
        return PublisherError(
            f"{source.name} is a web page, not a calendar",
            fix="copy the address of the calendar itself, which mostly ends in .ics; "
            "or, where one must log in, download the file and import that",
        )
    return PublisherError(
        f"{source.name} is no calendar", fix="choose an iCalendar file: its first line is BEGIN:VCALENDAR"
    )
