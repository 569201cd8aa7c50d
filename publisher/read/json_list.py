"""The list in a JSON document, each item with its place, which Python's json does not tell."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from publisher.model import Place

_BLANKS = re.compile(r"[ \t\n\r]*")


@dataclass(frozen=True, slots=True)
class Item:
    """One item of the list, and where it starts."""

    value: Any
    place: Place


class NoListError(ValueError):
    """The text is no JSON object with such a list: what is wrong, and where."""

    def __init__(self, message: str, place: Place) -> None:
        super().__init__(message)
        self.place = place


def items(text: str, key: str, file: str) -> tuple[Item, ...]:
    """The items of the list at `key` of the object that `text` is. Raises NoListError."""
    try:
        document = json.loads(text)
        values = document.get(key) if isinstance(document, dict) else None
        if not isinstance(values, list):
            raise NoListError(f'it has no list of "{key}"', Place(file=file))
        return tuple(map(Item, values, _places(text, list(_starts(text, key))[-len(values) :], file)))
    except json.JSONDecodeError as error:
        place = Place(file=file, line=error.lineno, column=error.colno)
        raise NoListError(f"it is no JSON from here on: {error.msg.lower()}", place) from error
    except (RecursionError, NoListError) as error:
        raise error if isinstance(error, NoListError) else _too_deep(file) from error
    except ValueError as error:  # a number of more digits than Python takes
        raise NoListError("it has a number of far too many digits", Place(file=file)) from error


def _too_deep(file: str) -> NoListError:
    return NoListError("it is nested too deeply", Place(file=file))


def _starts(text: str, key: str) -> Iterator[int]:
    """Where the items of the lists at `key` start; `text` is an object known to be sound."""
    decode = json.JSONDecoder().raw_decode
    at = _skip(text, _skip(text, 0) + 1)
    while text[at] == '"':
        name, at = decode(text, at)
        at = _skip(text, _skip(text, at) + 1)
        if name == key and text[at] == "[":
            at = _skip(text, at + 1)
            while text[at] != "]":
                yield at
                at = _next(text, decode(text, at)[1])
            at += 1
        else:
            at = decode(text, at)[1]
        at = _next(text, at)


def _next(text: str, at: int) -> int:
    """Behind the blanks and the comma at `at`."""
    at = _skip(text, at)
    return _skip(text, at + 1) if text[at] == "," else at


def _skip(text: str, at: int) -> int:
    match = _BLANKS.match(text, at)
    return match.end() if match else at


def _places(text: str, starts: list[int], file: str) -> Iterator[Place]:
    line, line_start, before = 1, 0, 0
    for start in starts:
        line += text.count("\n", before, start)
        line_start = max(line_start, text.rfind("\n", before, start) + 1)
        before = start
        yield Place(file=file, line=line, column=start - line_start + 1)
