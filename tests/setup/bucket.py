"""A bucket in memory: it keeps what it is told, except what it cannot or may not."""

from __future__ import annotations

import copy

from publisher.errors import UnableError
from publisher.store.bucket import Document, Setting, Spot
from publisher.store.memory import MemoryStore


class MemoryBucket(MemoryStore):
    """`unknown` are settings that the server does not know, `forbidden` those that the key may not see."""

    def __init__(self, spot: Spot | None = None, *, there: bool = True) -> None:
        super().__init__()
        self.spot = spot or Spot(bucket="b", prefix="show/")
        self.there = there
        self.settings: dict[Setting, Document] = {}
        self.unknown: set[Setting] = set()
        self.unsettable: set[Setting] = set()
        self.forbidden: set[Setting] = set()
        self.written: list[Setting] = []

    @property
    def endpoint(self) -> str:
        return "memory"

    def exists(self) -> bool:
        return self.there

    def create(self) -> None:
        self.there = True

    def look_up(self, setting: Setting) -> Document | None:
        assert self.there
        self._raise_if_unable(setting)
        return copy.deepcopy(self.settings.get(setting))

    def set_up(self, setting: Setting, document: Document) -> None:
        assert self.there
        self._raise_if_unable(setting)
        if setting in self.unsettable:
            raise UnableError("the server does not know it")
        self.written.append(setting)
        self.settings[setting] = copy.deepcopy(document)

    def _raise_if_unable(self, setting: Setting) -> None:
        if setting in self.unknown:
            raise UnableError("the server does not know it")
        if setting in self.forbidden:
            raise UnableError("the key may not do that", fix="Allow it.")
