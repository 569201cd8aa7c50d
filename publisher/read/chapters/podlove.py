"""Podlove Simple Chapters into chapters, alone or in whatever XML they stand (CH-010).

https://podlove.org/simple-chapters. Entities and everything from elsewhere are refused.
"""

from __future__ import annotations

from xml.parsers import expat

from publisher.model import Chapter, Place, Problem
from publisher.read.chapters.faults import FILE, TIME
from publisher.read.moment import position
from publisher.read.slip import MOST
from publisher.read.text import clean, shown

URI = "http://podlove.org/simple-chapters"
_SEPARATOR = " "
_NAMES = frozenset(("chapter", f"{URI}{_SEPARATOR}chapter"))


def is_podlove(text: str) -> bool:
    """Whether it starts like XML."""
    return text[:1000].lstrip().startswith("<")


def read_podlove(text: str, file: str) -> tuple[tuple[Chapter, ...], tuple[Problem, ...]]:
    """The chapters of an XML document."""
    reader = _Reader(file)
    try:
        reader.parser.Parse(text.encode(), True)
    except expat.ExpatError as error:
        place = Place(file=file, line=error.lineno, column=error.offset + 1)
        message = f"this is no sound XML: {expat.ErrorString(error.code)}"
        return (), (FILE.at(place, message, "export the chapters again"),)
    except _DoctypeError:
        message = "the XML declares a document type, which chapters have no use for"
        return (), (FILE.at(reader.place(), message, "remove <!DOCTYPE …>"),)
    if not reader.chapters and not reader.problems:
        message = f"there is no chapter of {URI} in it"
        return (), (FILE.at(Place(file=file), message, "export the chapters again"),)
    return tuple(reader.chapters), tuple(reader.problems)


class _DoctypeError(Exception):
    pass


class _Reader:
    def __init__(self, file: str) -> None:
        self.file = file
        self.chapters: list[Chapter] = []
        self.problems: list[Problem] = []
        self.parser = expat.ParserCreate(namespace_separator=_SEPARATOR)
        self.parser.StartElementHandler = self.start
        self.parser.StartDoctypeDeclHandler = self.refuse

    def place(self) -> Place:
        line, column = self.parser.CurrentLineNumber, self.parser.CurrentColumnNumber
        return Place(file=self.file, line=line, column=column + 1)

    def refuse(self, *_: object) -> None:
        """Where there is no document type, there are no entities and no files to fetch."""
        raise _DoctypeError

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name not in _NAMES:
            return
        start = position(attributes.get("start", ""))
        if start is not None:
            told = {key: " ".join(clean(value).split()) or None for key, value in attributes.items()}
            self.chapters.append(
                Chapter(
                    start=start,
                    title=told.get("title"),
                    url=told.get("href"),
                    img=told.get("image"),
                    place=self.place(),
                )
            )
        elif len(self.problems) < MOST:
            message = f"this chapter starts at {shown(attributes.get('start', ''))}, which is no time"
            self.problems.append(TIME.at(self.place(), message, 'write start="00:01:30.000"'))
