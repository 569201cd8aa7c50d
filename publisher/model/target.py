"""What is published: artifacts, the objects of a target, and the way from one to the other."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from publisher.model.identity import Ledger
from publisher.model.news import Told

IMMUTABLE_FOLDERS = ("media/", "art/", "assets/")
"""Keys below these name their own bytes; everything else is overwritten in place."""


def is_immutable(key: str) -> bool:
    """Whether `key` names its own bytes, so that it is never overwritten."""
    return key.startswith(IMMUTABLE_FOLDERS)


@dataclass(frozen=True, slots=True, kw_only=True)
class Artifact:
    """One object to be: its key, bytes and media type.

    `body` is None when this machine lacks the bytes and the target is known to have them; it may be what
    reads or makes them when they are wanted.
    """

    key: str
    type: str
    size: int
    sha256: str
    body: bytes | Path | Callable[[], bytes] | None

    @property
    def content(self) -> bytes | Path | None:
        """The bytes, or the file that has them."""
        return self.body() if callable(self.body) else self.body

    @property
    def cache(self) -> str:
        """Its Cache-Control (S3-003)."""
        return "public, max-age=31536000, immutable" if is_immutable(self.key) else "public, max-age=300"


@dataclass(frozen=True, slots=True, kw_only=True)
class StoredObject:
    """An object as a store or a revision knows it. A plain folder keeps no type, cache or sha256."""

    key: str
    size: int
    sha256: str | None = None
    type: str | None = None
    cache: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """What stands at a key: its bytes, the store's mark of them, and when they were written there.

    `written` and `age` are by the store's own clock, so that machines whose clocks differ agree on them.
    """

    data: bytes
    tag: str
    written: datetime
    age: timedelta


@dataclass(frozen=True, slots=True, kw_only=True)
class Revision:
    """One published state, immutable: the ledger as of it and every public object of it."""

    version: int = 1
    number: int
    name: str
    """`<number>-<token>`; it stands at `.publisher/revisions/<name>.json`."""
    before: str | None = None
    """The name of the revision that was public until then; None in records of older versions."""
    moment: datetime
    ledger: Ledger
    objects: tuple[StoredObject, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The one mutable pointer of a target: which revision is public, and who is changing it.

    While `state` is busy, `revision` and `name` are still the last whole revision's, `next` names
    the one being written, and `touching` lists the mutable keys that may hold either one's bytes.
    """

    version: int = 1
    site: str
    revision: int = 0
    name: str | None = None
    state: str = "done"
    owner: str = ""
    token: str = ""
    since: datetime | None = None
    until: datetime | None = None
    """From `since` until then it is held, counted from when the store got this; None is by nobody."""
    next: str | None = None
    touching: tuple[str, ...] = ()
    store: str = ""
    """How the target takes conditions, found out once: quoted, bare or none."""
    target: str = ""
    """The name of what was last published to, where this is kept in another place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Upload:
    """An artifact to be written; `why` is new, changed, retyped or unknown."""

    artifact: Artifact
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What it takes to make a target equal to the artifacts, sorted by key."""

    revision: int
    """The revision this plan makes: the target's, when there is nothing to do."""
    upload: tuple[Upload, ...] = ()
    delete: tuple[str, ...] = ()
    keep: int = 0

    @property
    def empty(self) -> bool:
        """Whether the target is equal already."""
        return not (self.upload or self.delete)


@dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """What a publish did. `wrong` are the keys that verification found unequal, with the reason."""

    revision: int
    uploaded: int = 0
    sent: int = 0
    """Bytes."""
    deleted: int = 0
    kept: int = 0
    wrong: tuple[tuple[str, str], ...] = ()
    told: tuple[Told, ...] = ()
    """Who was told of it, and who could not be."""
    vouched: frozenset[str] = frozenset()
    """Keys whose bytes the target has itself said, by a digest, that it holds."""
