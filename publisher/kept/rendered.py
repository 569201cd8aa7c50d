"""What was rendered before, found again by what it was made of."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Mapping
from functools import partial
from hashlib import blake2b, sha256
from io import FileIO
from pathlib import Path
from secrets import token_hex
from typing import Any, NamedTuple, cast

import msgspec

from publisher.kept.packs import Packs, Place
from publisher.kept.row import Row, rows
from publisher.kept.table import Table
from publisher.model import Artifact, Edition, Entry, Published
from publisher.render.wire.part import NoShelf, Part, shared

FIT = b"fit "
"""What the names of items begin with that are fit as they are."""
WASTE = 2
"""How many times what is used may be kept."""


class Laid(NamedTuple):
    """What was made of a part: the artifacts, whose bytes lie one after the other in a pack."""

    place: Place
    rows: tuple[Row, ...]

    @property
    def size(self) -> int:
        """Bytes of them all."""
        return sum(size for _, _, size, _ in self.rows)


class Rendered:
    """Parts of an edition: `names` says what was made, and where in the `packs` its bytes are.

    What is bound of parts lies in the folder `aside` until this is closed.

    `stamp` stands for all that they depend on besides the show: this program and what it is made of.
    `versions` say which entry is which, by path: what is of one that has none is made anew each time.
    """

    def __init__(
        self,
        names: Table,
        packs: Packs,
        aside: Path,
        edition: Edition,
        versions: Mapping[str, bytes],
        stamp: bytes,
    ) -> None:
        self._names, self._packs, self._versions, self._aside = names, packs, versions, aside
        self._shared = blake2b(stamp + _plain(shared(edition)), digest_size=16)
        self._items: dict[int, tuple[bytes | None, Published[Entry]]] = {}
        self._known = names.all()
        self._there = packs.sizes().keys()
        self._used: dict[bytes, Laid | None] = {}
        self._absent: dict[Part, bytes | None] = {}

    def is_fit(self, item: Published[Entry]) -> bool:
        """Whether `item` was found to be fit as it is, as part of this or another edition."""
        told = self._told(item)
        if told is None or FIT + told not in self._known:
            return False
        self._used[FIT + told] = None
        return True

    def note_fit(self, item: Published[Entry]) -> None:
        """Keep that `item` is fit as it is."""
        told = self._told(item)
        if told:
            self._used[FIT + told] = None

    def find(self, part: Part) -> tuple[Artifact, ...] | None:
        """What was made before of the same."""
        name = self._name(part)
        told = self._known.get(name) if name else None
        laid = msgspec.msgpack.decode(told, type=Laid) if told else None
        if name is None or laid is None or laid.place.pack not in self._there:
            self._absent[part] = name
            return None
        self._used[name] = laid
        return self._artifacts(part, laid)

    def lay(self, part: Part, made: tuple[Artifact, ...]) -> Laid | tuple[Artifact, ...]:
        """What was `made`, without the bytes, wherever there is room for those."""
        bodies = [one.body for one in made if isinstance(one.body, bytes)]
        place = self._packs.put(bodies) if len(bodies) == len(made) else None
        return made if place is None else Laid(place, rows(made))

    def keep(self, part: Part, laid: Laid | tuple[Artifact, ...]) -> tuple[Artifact, ...]:
        """What was laid down, as it is from now on: its bytes are read when they are wanted."""
        name = self._absent.pop(part)
        if not isinstance(laid, Laid):
            return laid
        if name:
            self._used[name] = laid
        return self._artifacts(part, laid)

    def bound(self, key: str, type: str, pieces: Iterable[bytes]) -> Artifact:
        """The artifact of these pieces, in a file that goes when this is closed, while there is room."""
        path = self._aside / token_hex(8)
        try:
            self._aside.mkdir(parents=True, exist_ok=True)
            file = path.open("wb", buffering=0)
        except OSError:
            return NoShelf().bound(key, type, pieces)
        left, digest, size = iter(pieces), sha256(), 0
        with file:
            for one in left:
                if not _written(file, one):
                    before = path.read_bytes()[:size]
                    path.unlink()
                    return NoShelf().bound(key, type, (before, one, *left))
                digest.update(one)
                size += len(one)
        return Artifact(key=key, type=type, size=size, sha256=digest.hexdigest(), body=path)

    def close(self) -> None:
        """Write down what is new, and let go of what has been of no use."""
        shutil.rmtree(self._aside, ignore_errors=True)
        new = {name: laid for name, laid in self._used.items() if self._is_new(name, laid)}
        self._names.put((name, _row(laid)) for name, laid in new.items())
        sizes = self._packs.sizes()
        used = sum(laid.size for laid in self._used.values() if laid)
        if len(self._known.keys() | new) > WASTE * len(self._used) or sum(sizes.values()) > WASTE * used:
            self._clear()
        self._packs.close()

    def _is_new(self, name: bytes, laid: Laid | None) -> bool:
        return name not in self._known or (laid is not None and self._packs.is_ours(laid.place))

    def _clear(self) -> None:
        """Have what is used together in a pack, and nothing else."""
        self._names.drop(self._known.keys() - self._used.keys())
        gathered = {name: self._again(laid) for name, laid in self._used.items() if laid}
        self._names.put((name, _row(laid)) for name, laid in gathered.items() if laid)
        self._names.drop([name for name, laid in gathered.items() if laid is None])
        self._packs.keep_only({laid.place.pack for laid in gathered.values() if laid})

    def _again(self, laid: Laid) -> Laid | None:
        """The same as it is put down now; None where it has been lost."""
        data = self._packs.get(laid.place, laid.size)
        place = None if data is None else self._packs.put((data,))
        return laid._replace(place=place) if place else None

    def _artifacts(self, part: Part, laid: Laid) -> tuple[Artifact, ...]:
        return tuple(
            Artifact(
                key=key, type=type, size=size, sha256=digest, body=partial(self._body, part, number, laid)
            )
            for number, (key, type, size, digest) in enumerate(laid.rows)
        )

    def _body(self, part: Part, number: int, laid: Laid) -> bytes:
        """The bytes, made again where they have been lost."""
        before = sum(size for _, _, size, _ in laid.rows[:number])
        _, _, size, digest = laid.rows[number]
        body = self._packs.get(laid.place._replace(start=laid.place.start + before), size)
        if body is None or not (self._packs.is_ours(laid.place) or sha256(body).hexdigest() == digest):
            return cast("bytes", part.make()[number].content)
        return body

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


def _written(file: FileIO, data: bytes) -> bool:
    """Write all of `data`; whether there was room."""
    left = memoryview(data)
    try:
        while left:
            left = left[file.write(left) :]
    except OSError:
        return False
    return True


def _row(laid: Laid | None) -> bytes:
    return msgspec.msgpack.encode(laid)


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
