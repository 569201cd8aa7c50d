"""Whom is asked, how often, and for how long: samples, caches that lag, several questions at a time."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from typing import TypeVar

from publisher.verify.listener import Listener
from publisher.verify.look import Look, look
from publisher.verify.wanted import Kind, Wanted

WORKERS = 8
FRESH = 300
"""Seconds for which a cache may keep what is overwritten in place."""
FIRST, LONGEST = 1.0, 15.0
"""Seconds between two questions whether a cache has let go, at first and at most."""

T = TypeVar("T")
R = TypeVar("R")


@dataclass(frozen=True, slots=True, kw_only=True)
class Patience:
    """For how many seconds in all caches are waited for; `wait` is how."""

    seconds: float = FRESH
    wait: Callable[[float], None] = time.sleep

    def pauses(self) -> Iterator[float]:
        """Seconds until each further question."""
        left, pause = self.seconds, FIRST
        while left > 0:
            yield min(pause, left)
            left, pause = left - pause, min(pause * 2, LONGEST)


def chosen(everything: Iterable[Wanted], sample: int | None, seed: str) -> list[Wanted]:
    """What is asked for: all without a folder, and of the rest `sample` of each kind, by `seed`."""
    everything = list(everything)
    if sample is None:
        return everything
    always = [one for one in everything if one.key and "/" not in one.key]
    rest = [one for one in everything if not one.key or "/" in one.key]
    rest.sort(key=lambda one: hashlib.sha256(f"{seed} {one.url}".encode()).digest())
    for kind in Kind:
        always += [one for one in rest if one.kind is kind][:sample]
    return always


def look_at(asked: list[Wanted], listener: Listener, patience: Patience) -> list[Look]:
    """Look at each, and again at what caches may let go of, as long as patience lasts."""
    looks = _each(asked, lambda one: look(one, listener))
    for pause in patience.pauses():
        late = [number for number, found in enumerate(looks) if found.lagging]
        if not late:
            break
        patience.wait(pause)
        again = _each([asked[number] for number in late], lambda one: look(one, listener))
        for number, found in zip(late, again, strict=True):
            looks[number] = found
    return looks


def _each(items: list[T], do: Callable[[T], R]) -> list[R]:
    with ThreadPoolExecutor(WORKERS) as pool:
        return list(pool.map(do, items))
