"""A target in two places: what the public sees in one, the record of it, `.publisher/`, in another.

So the record can be where nobody but publishers may read, as in a private bucket, whatever the host of
the public one can keep from whom.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from publisher.model import StoredObject, Version
from publisher.store.carrying import carry
from publisher.store.interface import Conditions, Progress, Store

RECORD = ".publisher/"
"""How the keys begin that are kept apart. What has such a key in the public place is never looked at."""


class SplitStore:
    """Keys below `.publisher/` in `state`, all others in `public`, each under the key that it would have.

    Conditions are those of `state`, where the head is that keeps two publishers apart. Only if both are
    `alike`, that is on one server, what is found out of one holds for the other. Else a bucket that is
    public is told no conditions at all: what is spelt wrongly would be refused for ever.
    """

    def __init__(self, public: Store, state: Store, *, alike: bool = False) -> None:
        self._public, self._state, self._alike = public, state, alike
        if not alike:
            public.adapt("none")

    @property
    def name(self) -> str:
        """The public place: that is the target."""
        return self._public.name

    @property
    def record(self) -> str:
        """The other one."""
        return self._state.name

    def get(self, key: str) -> bytes | None:
        """The bytes at `key`, or None."""
        return self._at(key).get(key)

    def read(self, key: str) -> Version | None:
        """What stands at `key`, with the mark and by the clock of the place where it is, or None."""
        return self._at(key).read(key)

    def tag(self, key: str) -> str | None:
        """The mark of the version at `key`, or None."""
        return self._at(key).tag(key)

    def head(self, key: str) -> StoredObject | None:
        """What is known of the object at `key`, or None."""
        return self._at(key).head(key)

    def put(
        self,
        key: str,
        body: bytes | Path,
        *,
        type: str,
        cache: str,
        sha256: str,
        new: bool = False,
        progress: Progress = lambda sent: None,
    ) -> bool:
        """Write `body` where `key` belongs."""
        return self._at(key).put(key, body, type=type, cache=cache, sha256=sha256, new=new, progress=progress)

    def swap(self, key: str, body: bytes, *, type: str, cache: str, sha256: str, tag: str | None) -> str:
        """Write `body` over the version `tag` where `key` belongs, as far as conditions are told there."""
        return self._at(key).swap(key, body, type=type, cache=cache, sha256=sha256, tag=tag)

    def copy(self, key: str, target: str, *, type: str, cache: str, sha256: str) -> str | None:
        """Within one place, or from one to the other by way of this machine."""
        source, place = self._at(key), self._at(target)
        if source is place:
            return source.copy(key, target, type=type, cache=cache, sha256=sha256)
        return carry(source, key, place, target, type=type, cache=cache, sha256=sha256)

    @property
    def conditions(self) -> Conditions:
        """Those of the place of the record."""
        return self._state.conditions

    def adapt(self, conditions: Conditions) -> None:
        """Tell conditions in that way to the place of the record, and to the public one if it is alike."""
        self._state.adapt(conditions)
        if self._alike:
            self._public.adapt(conditions)

    def probe(self, key: str) -> Conditions:
        """Find it out at the place of the record."""
        self.adapt(self._state.probe(key))
        return self.conditions

    def delete(self, key: str) -> None:
        """Remove the object from where `key` belongs."""
        self._at(key).delete(key)

    def list(self, prefix: str = "") -> Iterator[StoredObject]:
        """Objects of both places, of each only what belongs there."""
        if prefix.startswith(RECORD):
            yield from self._state.list(prefix)
            return
        for known in self._public.list(prefix):
            if not known.key.startswith(RECORD):
                yield known
        if RECORD.startswith(prefix):
            yield from self._state.list(RECORD)

    def sweep(self) -> None:
        """Of both places."""
        self._public.sweep()
        self._state.sweep()

    def _at(self, key: str) -> Store:
        return self._state if key.startswith(RECORD) else self._public
