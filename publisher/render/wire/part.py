"""What a format makes piece by piece: each depends on so little that it is the same from run to run.

A format that yields parts instead of artifacts has them made by whoever renders: several at once, or not
at all where they were made before of the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Any, Protocol, cast

from publisher.model import Artifact, Edition, Entry, Published
from publisher.render.wire import artifact
from publisher.render.wire.fit import Known
from publisher.spread import spread


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Part:
    """The artifacts that `make` makes, each time the same.

    It reads `of`, `also` and what all of an edition share, and nothing else. Shared is all but the
    entries: the show, the theme, the icons, which sections there are. `name` tells apart what a
    module makes of the same. `also` is of texts, numbers, moments and tuples.
    """

    name: str
    of: tuple[Published[Entry], ...]
    also: object = None
    make: Callable[[], tuple[Artifact, ...]]


def piece(data: bytes) -> Artifact:
    """What is no artifact by itself, but joined into one."""
    return artifact("", "", data)


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Whole:
    """An artifact that is joined of pieces: what its parts make that has no key of its own."""

    key: str
    type: str
    parts: tuple[Part, ...]
    join: Callable[[Iterable[bytes]], Iterable[bytes]]


class Shelf(Known, Protocol):
    """Where parts are kept from one run to the next."""

    def find(self, part: Part) -> tuple[Artifact, ...] | None:
        """What was made before of the same."""

    def lay(self, part: Part, made: tuple[Artifact, ...]) -> Any:
        """What `keep` needs of what was `made` just now, maybe in a copy of this process."""

    def keep(self, part: Part, laid: Any) -> tuple[Artifact, ...]:
        """What was laid down, as it is from now on."""

    def bound(self, key: str, type: str, pieces: Iterable[bytes]) -> Artifact:
        """The artifact of these pieces, wherever its bytes are put: a long feed is large."""


class NoShelf:
    """Nothing is kept."""

    def is_fit(self, item: Published[Entry]) -> bool:
        """Nobody knows."""
        return False

    def note_fit(self, item: Published[Entry]) -> None:
        """Nobody will."""

    def find(self, part: Part) -> tuple[Artifact, ...] | None:
        """Nothing."""
        return None

    def lay(self, part: Part, made: tuple[Artifact, ...]) -> tuple[Artifact, ...]:
        """All of it."""
        return made

    def keep(self, part: Part, laid: tuple[Artifact, ...]) -> tuple[Artifact, ...]:
        """As it is."""
        return laid

    def bound(self, key: str, type: str, pieces: Iterable[bytes]) -> Artifact:
        """With its bytes in memory."""
        return artifact(key, type, b"".join(pieces))


def shared(edition: Edition) -> tuple[Edition, tuple[bool, ...]]:
    """What parts read of an edition besides their own: all but entries, and of which kinds there are any."""
    every = (*edition.episodes, *edition.events, *edition.articles)
    kinds = (edition.episodes, edition.events, edition.articles, edition.show.persons)
    return _bare(edition), (*map(bool, kinds), any(item.entry.persons for item in every))


def _bare(edition: Edition) -> Edition:
    return replace(
        edition,
        episodes=(),
        events=(),
        articles=(),
        calendar=(),
        upcoming=(),
        expired=(),
        renditions=(),
        social=(),
        gone=(),
    )


def made(told: Iterable[Artifact | Part | Whole], shelf: Shelf) -> Iterator[Artifact]:
    """Every artifact of what was `told`; parts are found on the `shelf` or made now, several at once."""
    told = list(told)
    wholes = [one for one in told if isinstance(one, Whole)]
    parts = {id(one): one for one in told if isinstance(one, Part)}
    parts |= {id(part): part for whole in wholes for part in whole.parts}
    results = {name: found for name, part in parts.items() if (found := shelf.find(part)) is not None}
    absent = [part for name, part in parts.items() if name not in results]
    new = spread(lambda part: shelf.lay(part, part.make()), absent)
    results |= {id(part): shelf.keep(part, one) for part, one in zip(absent, new, strict=True)}
    yield from (one for one in told if isinstance(one, Artifact))
    yield from (one for name in parts for one in results[name] if one.key)
    for whole in wholes:
        pieces = (one.content for part in whole.parts for one in results[id(part)] if not one.key)
        yield shelf.bound(whole.key, whole.type, whole.join(cast("Iterator[bytes]", pieces)))
