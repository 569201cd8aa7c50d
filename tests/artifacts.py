"""Artifacts of which only key and bytes matter, and a store that can be watched and can fail."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from pathlib import Path

from publisher.errors import StoreError
from publisher.model import Artifact
from publisher.store.interface import Progress
from publisher.store.memory import MemoryStore


def artifact(key: str, text: str = "", *, type: str = "text/plain", here: bool = True) -> Artifact:
    """An artifact whose bytes are `text`, on this machine or not."""
    data = text.encode()
    return Artifact(
        key=key,
        type=type,
        size=len(data),
        sha256=hashlib.sha256(data).hexdigest(),
        body=data if here else None,
    )


class WatchedStore(MemoryStore):
    """Calls `before` and `after` around every write, which may raise to play a crash."""

    def __init__(self) -> None:
        super().__init__()
        self.writes: list[str] = []
        self.after: Callable[[], None] = lambda: None
        self.lives: int | None = None
        """How many more writes succeed; None is for ever."""
        self.deadly = ""
        """The key whose write fails, and all after it, until `lives` is None again."""

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
        self._spend(key)
        done = super().put(key, body, type=type, cache=cache, sha256=sha256, new=new, progress=progress)
        self.after()
        return done

    def swap(self, key: str, body: bytes, *, type: str, cache: str, sha256: str, tag: str | None) -> str:
        self._spend(key)
        made = super().swap(key, body, type=type, cache=cache, sha256=sha256, tag=tag)
        self.after()
        return made

    def delete(self, key: str) -> None:
        self._spend(f"-{key}")
        super().delete(key)
        self.after()

    def public(self) -> dict[str, bytes]:
        """What the public can read."""
        keys = [known.key for known in self.list() if not known.key.startswith(".publisher/")]
        return {key: self.get(key) or b"" for key in keys}

    def _spend(self, what: str) -> None:
        if what == self.deadly:
            self.lives, self.deadly = 0, ""
        if self.lives == 0:
            raise StoreError("the power is gone")
        if self.lives is not None:
            self.lives -= 1
        self.writes.append(what)


class Silence:
    """A watch that nobody looks at."""

    def sent(self, size: int) -> None:
        pass

    def done(self, key: str) -> None:
        pass
