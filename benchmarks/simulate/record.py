"""What a revision takes: bytes, seconds and memory, as it is and in parts."""

from __future__ import annotations

import gc
import gzip
import time
import tracemalloc
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import TypeVar

from benchmarks.simulate.imagined import FIRST
from publisher.model import Artifact, Ledger, LedgerEntry, Revision
from publisher.plan import plan, stored
from publisher.state import decode, encode

T = TypeVar("T")
TOGETHER = 128
"""Episodes in a part, about."""
SITE = -1
"""The part of what belongs to no episode."""
LINE = 90
"""Bytes in which a revision would name a part."""


@dataclass(frozen=True, slots=True)
class Cost:
    """Of doing something once."""

    seconds: float
    memory: int
    """Bytes at the peak, beyond what was there before."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """A revision in figures; sizes are bytes."""

    objects: int
    size: int
    ledger: int
    packed: int
    """With gzip, level 6."""
    pack: float
    """Seconds that takes."""
    encode: Cost
    decode: Cost
    plan: Cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Parts:
    """The same in parts that are named by their bytes, each of some episodes; sizes are bytes."""

    count: int
    largest: int
    top: int
    """The revision, which would only name them."""
    sent: int
    """After a change to one episode: its part, that of the site, and the revision."""


def measure(artifacts: tuple[Artifact, ...], ledger: Ledger) -> Record:
    """What the revision of `artifacts` takes, and the plan that finds it unchanged."""
    revision = _revision(artifacts, ledger)
    data, encoding = _cost(lambda: encode(revision))
    known, decoding = _cost(lambda: decode(data, Revision, "revision"))
    _, planning = _cost(lambda: plan(artifacts, known.objects, revision=1))
    before = time.perf_counter()
    packed = len(gzip.compress(data, 6))
    return Record(
        objects=len(revision.objects),
        size=len(data),
        ledger=len(encode(ledger)),
        packed=packed,
        pack=time.perf_counter() - before,
        encode=encoding,
        decode=decoding,
        plan=planning,
    )


def parts(artifacts: tuple[Artifact, ...], ledger: Ledger) -> Parts:
    """The same revision split by slug: an episode's objects and its row are in one part."""
    # A power of two, so that parts split rarely, and then all in two.
    count = 1 << (len(ledger.entries) // TOGETHER).bit_length()
    home = {row.slug: zlib.crc32(row.slug.encode()) % count for row in ledger.entries}
    split: dict[int, list[Artifact]] = defaultdict(list)
    rows: dict[int, list[LedgerEntry]] = defaultdict(list)
    for one in artifacts:
        split[home.get(_slug(one), SITE)].append(one)
    for row in ledger.entries:
        rows[home[row.slug]].append(row)
    sizes = {
        number: len(encode(_revision(some, replace(ledger, entries=tuple(rows[number])))))
        for number, some in split.items()
    }
    site, top = sizes.pop(SITE), LINE * len(sizes)
    largest = max(sizes.values())
    return Parts(count=len(sizes) + 1, largest=largest, top=top, sent=top + site + largest)


def _slug(one: Artifact) -> str:
    """Of the episode that it belongs to, if it does."""
    name = one.key.split("/")[1] if "/" in one.key else ""
    return name.rpartition("-")[0] if one.key.startswith("media/") else name.removesuffix(".html")


def _revision(artifacts: Iterable[Artifact], ledger: Ledger) -> Revision:
    objects = tuple(stored(one) for one in artifacts)
    return Revision(number=1, name="1-0", moment=FIRST, ledger=ledger, objects=objects)


def _cost(do: Callable[[], T]) -> tuple[T, Cost]:
    """What `do` made, and what it took: counting memory takes time, so it is done twice."""
    gc.collect()
    before = time.process_time()
    made = do()
    seconds = time.process_time() - before
    del made
    tracemalloc.start()
    made = do()
    peak = tracemalloc.get_traced_memory()[1]
    tracemalloc.stop()
    return made, Cost(seconds, peak)
