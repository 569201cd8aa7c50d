"""Work on many things of a kind, on every processor that there is.

Processes that are copies of this one do a share each, and hand over what they made through a pipe. This
one does what is done with that meanwhile. A share that one of them could not finish is done here, so that
an error is raised as it ever was.
"""

from __future__ import annotations

import os
import pickle
import signal
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from itertools import zip_longest
from typing import Any, BinaryIO, TypeVar

T = TypeVar("T")
R = TypeVar("R")

LEAST = 500
"""Things for which one more process gives more than it costs."""
FIRST = 8
"""Things done before there are copies, so that they all have what is imported on the way."""
BATCH = 16
"""Results that are handed over at once. Who has them waits until they are taken."""
NOTHING: Any = object()
"""Where the shares are not of one length."""


@dataclass(frozen=True, slots=True)
class _Helper:
    """A copy of this process, and the pipe that it writes its results to."""

    process: int
    results: BinaryIO


def spread(work: Callable[[T], R], things: Sequence[T], *, helpers: int | None = None) -> Iterator[R]:
    """What `work` makes of each of `things`, in their order. Raises what it raises.

    It must not change anything that others look at: it may do so in a copy. What it makes must be fit
    for pickle. `helpers` are the processes besides this one; the default is what the machine can do.
    """
    count = _helpers(len(things)) if helpers is None else helpers
    first, rest = (things[:FIRST], things[FIRST:]) if count else (things, things[:0])
    yield from map(work, first)
    shares = [rest[number::count] for number in range(count)]
    running: list[_Helper | None] = []
    try:
        running += (_start(work, share) for share in shares)
        handed = [_results(helper, work, share) for helper, share in zip(running, shares, strict=True)]
        for turn in zip_longest(*handed, fillvalue=NOTHING):
            yield from (one for one in turn if one is not NOTHING)
    finally:
        for helper in filter(None, running):
            _end(helper)


def _helpers(things: int) -> int:
    """How many processes are of use. Copies are safe on Linux, where no other thread runs."""
    if things < LEAST or sys.platform != "linux" or threading.active_count() > 1:
        return 0
    count = min(len(os.sched_getaffinity(0)), things // LEAST + 1)
    return count if count > 1 else 0


def _start(work: Callable[[T], R], share: Sequence[T]) -> _Helper | None:
    """A helper that does the share; None where the machine has no process left to give."""
    reading, writing = os.pipe()
    try:
        process = os.fork()
    except OSError:
        os.close(reading)
        os.close(writing)
        return None
    if process:
        os.close(writing)
        return _Helper(process, os.fdopen(reading, "rb"))
    # From here on this is the copy: it must end here, say nothing, and run nothing of who called.
    try:
        os.close(reading)
        with os.fdopen(writing, "wb") as results:
            for start in range(0, len(share), BATCH):
                made = [work(one) for one in share[start : start + BATCH]]
                pickle.dump(made, results, pickle.HIGHEST_PROTOCOL)
                results.flush()
    finally:
        os._exit(0)


def _results(helper: _Helper | None, work: Callable[[T], R], share: Sequence[T]) -> Iterator[R]:
    """What the helper made of its share, and, of what it did not hand over, what is made here."""
    count = 0
    for batch in _batches(helper.results) if helper else ():
        yield from batch
        count += len(batch)
    yield from map(work, share[count:])


def _batches(results: BinaryIO) -> Iterator[list[Any]]:
    while True:
        try:
            yield pickle.load(results)  # noqa: S301  # our own copy wrote it
        except (EOFError, pickle.UnpicklingError):
            return


def _end(helper: _Helper) -> None:
    helper.results.close()
    with suppress(ProcessLookupError):
        os.kill(helper.process, signal.SIGKILL)
    with suppress(ChildProcessError):
        os.waitpid(helper.process, 0)
