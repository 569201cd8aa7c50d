"""The items of a feed in pieces, counted from the oldest: a new item changes the newest piece alone."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import partial

from publisher.model import Artifact, Edition
from publisher.render.stream import related
from publisher.render.stream.news import Told
from publisher.render.wire.part import Part, piece

SIZE = 32
"""Items in a full piece; the newest has as many as are left."""


def pieces(
    edition: Edition, name: str, told: Iterable[Told], write: Callable[[Told], bytes], between: bytes = b""
) -> tuple[Part, ...]:
    """Tell how the items of feeds of the kind `name` are written, with `between` each two of a piece."""

    def made(some: tuple[Told, ...]) -> tuple[Artifact, ...]:
        return (piece(between.join(map(write, some))),)

    def part(some: tuple[Told, ...]) -> Part:
        of = tuple(item for one in some for item in (one.item, *related(edition, one.item)))
        # An event is told once more with each change: which of them it is, the guid says.
        return Part(name=name, of=of, also=tuple(one.guid for one in some), make=partial(made, some))

    return tuple(map(part, _divided(tuple(told))))


def _divided(told: tuple[Told, ...]) -> Iterator[tuple[Told, ...]]:
    newest = len(told) % SIZE
    if newest:
        yield told[:newest]
    for start in range(newest, len(told), SIZE):
        yield told[start : start + SIZE]
