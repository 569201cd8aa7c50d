"""What was rendered before, found again by what it was made of."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from hashlib import blake2b, sha256
from pathlib import Path
from secrets import token_hex
from typing import Any, cast

import msgspec

from publisher.errors import PublisherError
from publisher.kept.row import Row, rows
from publisher.kept.table import Table
from publisher.model import Artifact, Edition, Entry, Published
from publisher.render.wire.part import NoShelf, Part, shared

PENDING = 8 * 1024 * 1024
"""Bytes that are collected before they are written down."""
FIT = b"fit "
"""What the names of items begin with that are fit as they are."""
WASTE = 2
"""How many times what is used may be kept."""


class Rendered:
    """Parts of an edition: `names` says what was made, `bodies` has the bytes by their sha256.

    What is bound of parts lies in the folder `aside` until this is closed.

    `stamp` stands for all that they depend on besides the show: this program and what it is made of.
    `versions` say which entry is which, by path: what is of one that has none is made anew each time.
    """

    def __init__(
        self,
        names: Table,
        bodies: Table,
        aside: Path,
        edition: Edition,
        versions: Mapping[str, bytes],
        stamp: bytes,
    ) -> None:
        self._names, self._bodies, self._versions, self._aside = names, bodies, versions, aside
        self._shared = blake2b(stamp + _plain(shared(edition)), digest_size=16)
        self._items: dict[int, tuple[bytes | None, Published[Entry]]] = {}
        self._known = names.all()
        self._used: dict[bytes, Sequence[Row]] = {}
        self._new: dict[bytes, bytes] = {}
        self._pending = 0

    def is_fit(self, item: Published[Entry]) -> bool:
        """Whether `item` was found to be fit as it is, as part of this or another edition."""
        told = self._told(item)
        if told is None or FIT + told not in self._known:
            return False
        self._used[FIT + told] = []
        return True

    def note_fit(self, item: Published[Entry]) -> None:
        """Keep that `item` is fit as it is."""
        told = self._told(item)
        if told:
            self._used[FIT + told] = []

    def find(self, part: Part) -> tuple[Artifact, ...] | None:
        """What was made before of the same."""
        name = self._name(part)
        told = self._known.get(name) if name else None
        if name is None or told is None:
            return None
        self._used[name] = found = json.loads(told)
        return self._artifacts(part, found)

    def keep(self, part: Part, made: tuple[Artifact, ...]) -> tuple[Artifact, ...]:
        """What was `made`, as it is from now on: its bytes are read when they are wanted."""
        name = self._name(part)
        if name is None:
            return made
        for one in made:
            body = one.content
            if not isinstance(body, bytes):
                return made
            self._new[bytes.fromhex(one.sha256)] = body
            self._pending += len(body)
        self._used[name] = told = rows(made)
        if self._pending > PENDING:
            self._flush()
        return self._artifacts(part, told)

    def bound(self, key: str, type: str, pieces: Iterable[bytes]) -> Artifact:
        """The artifact of these pieces, in a file that goes when this is closed."""
        try:
            self._aside.mkdir(parents=True, exist_ok=True)
            file = (self._aside / token_hex(8)).open("wb")
        except OSError:
            return NoShelf().bound(key, type, pieces)
        digest, size = sha256(), 0
        try:
            with file:
                for one in pieces:
                    digest.update(one)
                    size += file.write(one)
        except OSError as error:
            raise PublisherError(
                f"{self._aside} cannot be written: {error.strerror or error}",
                fix="make room on that disk, or run with --no-cache",
            ) from error
        return Artifact(key=key, type=type, size=size, sha256=digest.hexdigest(), body=Path(file.name))

    def close(self) -> None:
        """Write down what is new, and let go of what has been of no use."""
        self._flush()
        shutil.rmtree(self._aside, ignore_errors=True)
        new = {
            name: json.dumps(told).encode() for name, told in self._used.items() if name not in self._known
        }
        self._names.put(new.items())
        if len(self._known) + len(new) > WASTE * len(self._used):
            self._names.drop(self._known.keys() - self._used.keys())
            bodies = {bytes.fromhex(row[3]) for told in self._used.values() for row in told}
            self._bodies.drop(self._bodies.names() - bodies)

    def _flush(self) -> None:
        self._bodies.put(self._new.items())
        self._new, self._pending = {}, 0

    def _artifacts(self, part: Part, told: Sequence[Row]) -> tuple[Artifact, ...]:
        return tuple(
            Artifact(
                key=key, type=type, size=size, sha256=sha256, body=partial(self._body, part, number, sha256)
            )
            for number, (key, type, size, sha256) in enumerate(told)
        )

    def _body(self, part: Part, number: int, sha256: str) -> bytes:
        """The bytes, made again where they have been lost."""
        name = bytes.fromhex(sha256)
        body = self._new.get(name) or self._bodies.get(name)
        return cast("bytes", part.make()[number].content) if body is None else body

    def _name(self, part: Part) -> bytes | None:
        digest = self._shared.copy()
        for one in part.of:
            told = self._told(one)
            if told is None:
                return None
            digest.update(told)
        digest.update(_plain((_maker(part), part.name, part.also)))
        return digest.digest()

    def _told(self, item: Published[Entry]) -> bytes | None:
        """A digest of all there is to know of `item`; None where nobody knows which version its entry is."""
        if id(item) not in self._items:
            # An event that the ledger alone remembers has a SEQUENCE of its own, whatever is at its path.
            version = self._versions.get(item.entry.path)
            told = blake2b(version + _plain(_identity(item)), digest_size=16).digest() if version else None
            # The item is kept too, so that no other one gets its id.
            self._items[id(item)] = told, item
        return self._items[id(item)][0]


def _maker(part: Part) -> str:
    """The module that makes the part: two may have found the same name for what they make of the same."""
    return str(getattr(part.make, "func", part.make).__module__)


def _identity(item: Published[Entry]) -> tuple[object, ...]:
    """All but the entry, which its version stands for; chapters may be those that a recording brought."""
    return (
        item.guid,
        item.slug,
        item.published,
        item.updated,
        item.sequence,
        item.revised,
        item.enclosure,
        item.changes,
        item.quiet,
        item.unseen,
        getattr(item.entry, "chapters", ()),
    )


def _plain(value: object) -> bytes:
    """Bytes that are the same for what is equal, and for nothing else."""
    return msgspec.msgpack.encode(value, enc_hook=_told)


def _told(value: Any) -> str:
    if isinstance(value, Path):
        return str(value)
    return repr(value)
