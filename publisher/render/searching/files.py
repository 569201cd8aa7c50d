"""The files of an index: small enough to be fetched by whoever types, and few of them new with each entry.

Entries are in one block a year, so that an entry leaves the blocks of other years as they are. In a
block, terms are in shards, each from where its own terms start to where the next one's do.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from hashlib import sha256

from publisher.model import Artifact
from publisher.render.searching.entry import Found
from publisher.render.wire import artifact
from publisher.render.wire.part import Part, Whole, piece

FOLDER = "search"
TYPE = "application/json"
MANIFEST = f"{FOLDER}/index.json"
SHARD = 24_000
"""Bytes of terms in a shard, about."""
_DIGITS = "0123456789abcdefghijklmnopqrstuvwxyz"


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """An entry as it is listed when it is found."""

    key: str
    title: str
    facts: str
    excerpt: str


def block(name: str, entries: Iterable[tuple[Document, Found]]) -> tuple[Artifact, ...]:
    """Make the files of the block `name`, and the piece of the manifest that says which there are.

    `entries` are the oldest first, so that their numbers stay. `version` is of all files together:
    asked for by it, no cache answers with one of them from before.
    """
    listed = list(entries)
    parts = list(_shards(_index(found for _, found in listed)))
    documents = [[one.key, one.title, one.facts, one.excerpt] for one, _ in listed]
    made = [_file(f"{FOLDER}/{name}.json", documents)]
    made += [_file(f"{FOLDER}/{name}-{number}.json", part) for number, (_, part) in enumerate(parts)]
    version = sha256("".join(one.sha256 for one in made).encode()).hexdigest()[:8]
    told = {"version": version, "starts": [start for start, _ in parts]}
    return (*made, piece(f"{_json(name)}:{_json(told)}".encode()))


def manifest(blocks: tuple[Part, ...]) -> Whole:
    """Tell how the file is made that says which blocks there are."""
    return Whole(key=MANIFEST, type=TYPE, parts=blocks, join=_object)


def _object(members: Iterable[bytes]) -> Iterator[bytes]:
    yield b"{" + b",".join(members) + b"}\n"


def _index(every: Iterable[Found]) -> dict[str, str]:
    """Write by each term the entries that have it: `90 23.1e4` is number 0 by weight 9, number 3 by 2.

    After the dot is the second at which it is heard; numbers and seconds are to base 36.
    """
    lists: dict[str, list[str]] = {}
    for number, found in enumerate(every):
        name = _base36(number)
        for term, (weight, start) in found.items():
            heard = "" if start is None else f".{_base36(start)}"
            lists.setdefault(term, []).append(f"{weight}{name}{heard}")
    return {term: " ".join(lists[term]) for term in sorted(lists, key=_as_browsers_sort)}


def _shards(index: dict[str, str]) -> Iterator[tuple[str, dict[str, str]]]:
    """Divide `index`; each part comes with the term that it starts at."""
    part: dict[str, str] = {}
    start, size = "", 0
    for term, postings in index.items():
        if size >= SHARD:
            yield start, part
            part, start, size = {}, term, 0
        part[term] = postings
        size += len(term.encode()) + len(postings) + len('"":"",')
    if part:
        yield start, part


def _as_browsers_sort(term: str) -> bytes:
    """By UTF-16, in which JavaScript compares texts."""
    return term.encode("utf-16-be")


@cache
def _base36(number: int) -> str:
    digits = ""
    while True:
        number, last = divmod(number, len(_DIGITS))
        digits = _DIGITS[last] + digits
        if not number:
            return digits


def _file(key: str, value: object) -> Artifact:
    return artifact(key, TYPE, f"{_json(value)}\n".encode())


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))
