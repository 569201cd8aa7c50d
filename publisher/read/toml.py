"""TOML into nodes. The standard library parses; where a key stands is found by looking for it.

https://toml.io/en/v1.0.0
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time

from publisher.model import Place, Problem, Rule, Severity
from publisher.read.node import Mapping, Node, Scalar, Sequence
from publisher.read.slip import Slip, mended
from publisher.read.toml_slip import explain

DEEPEST = 20
"""Deeper than anything a producer means."""
LONGEST = 100_000
"""Characters: longer than any show.toml."""

SYNTAX = Rule("READ-003", Severity.ERROR, "show.toml is valid TOML", "https://toml.io/en/v1.0.0")

_HEADER = re.compile(r"\s*(\[\[?)([^\]]+)\]\]?")
_KEY = re.compile(r"""\s*((?:[\w-]+|"[^"]*"|'[^']*')(?:\s*\.\s*(?:[\w-]+|"[^"]*"|'[^']*'))*)\s*=""")
_STRINGS = re.compile(r'"(?:\\.|[^"\\])*"|\'[^\']*\'|#.*')
_WHERE = re.compile(r"\(at line (\d+), column (\d+)\)")
_Path = tuple[str | int, ...]


def parse(text: str, file: str) -> tuple[Mapping, tuple[Problem, ...]]:
    """The mapping that `text` is, with what is wrong with it."""
    top = Place(file=file)
    if len(text) > LONGEST:
        return Mapping((), top), (SYNTAX.at(top, "show.toml is far too long", "put texts into articles"),)
    made, slips = mended(text, lambda lines: _read("\n".join(lines), file))
    told = (
        SYNTAX.at(Place(file=file, line=slip.line, column=slip.column), slip.message, slip.fix)
        for slip in slips
    )
    return made or Mapping((), top), tuple(told)


def _read(text: str, file: str) -> Mapping | Slip:
    """The mapping that `text` is, or the first slip in it."""
    top = Place(file=file)
    try:
        node = _node(tomllib.loads(text, parse_float=str), (), dict(_keys(text, file)), top)
    except tomllib.TOMLDecodeError as error:
        where, lines = _WHERE.search(str(error)), text.split("\n")
        line, column = (int(where[1]), int(where[2])) if where else (len(lines), 1)
        return explain(lines, line, column, str(error))
    except RecursionError:
        return Slip(1, 1, "show.toml is nested too deeply", "write it flatter")
    except ValueError:
        # Python refuses to read numbers of more than 4,300 digits.
        return Slip(1, 1, "a number in show.toml is far too long", "put it in quotes, if it is text")
    return node if isinstance(node, Mapping) else Mapping((), top)


def _node(value: object, path: _Path, places: dict[_Path, Place], parent: Place) -> Node:
    place = places.get(path, parent)
    if len(path) > DEEPEST:
        raise RecursionError
    if isinstance(value, dict):
        pairs = ((key, (*path, key), child) for key, child in value.items())
        return Mapping(
            tuple(
                (Scalar(key, places.get(at, place)), _node(child, at, places, place))
                for key, at, child in pairs
            ),
            place,
        )
    if isinstance(value, list):
        return Sequence(tuple(_node(item, (*path, n), places, place) for n, item in enumerate(value)), place)
    return Scalar(_text(value), place)


def _text(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | datetime | time):
        return value.isoformat()
    return str(value)


def _keys(text: str, file: str) -> Iterator[tuple[_Path, Place]]:
    """Where each key stands that has a line of its own; what is inside a value has its key's place."""
    table: _Path = ()
    arrays: dict[_Path, int] = {}
    quote, depth = "", 0
    for number, line in enumerate(text.split("\n"), 1):
        if not quote and depth <= 0:
            if header := _HEADER.match(line):
                table = _names(header[2])
                if header[1] == "[[":
                    arrays[table] = arrays.get(table, -1) + 1
                place = Place(file=file, line=number, column=header.start(1) + 1)
                if arrays.get(table) == 0:
                    yield table, place
                table = tuple(_indexed(table, arrays))
                yield table, place
                continue
            if key := _KEY.match(line):
                names = _names(key[1])
                for end in range(1, len(names) + 1):
                    yield table + names[:end], Place(file=file, line=number, column=key.start(1) + 1)
        quote, depth = _continues(line, quote, max(depth, 0))


def _names(dotted: str) -> tuple[str, ...]:
    return tuple(part.strip().strip("\"'") for part in re.findall(r""""[^"]*"|'[^']*'|[^.]+""", dotted))


def _indexed(table: _Path, arrays: dict[_Path, int]) -> Iterator[str | int]:
    for end in range(1, len(table) + 1):
        yield table[end - 1]
        if table[:end] in arrays:
            yield arrays[table[:end]]


def _continues(line: str, quote: str, depth: int) -> tuple[str, int]:
    """Whether the line after `line` is inside a multi-line string or a bracket."""
    while line:
        if quote:
            _, found, line = line.partition(quote)
            if not found:
                return quote, depth
            quote = ""
        opening = min(((line.find(q), q) for q in ('"""', "'''") if q in line), default=(-1, ""))
        here = _STRINGS.sub("", line if opening[0] < 0 else line[: opening[0]])
        depth += here.count("[") + here.count("{") - here.count("]") - here.count("}")
        if opening[0] < 0:
            break
        quote, line = opening[1], line[opening[0] + 3 :]
    return quote, depth
