"""Several things at a time, by threads that nobody has to wait for.

The standard library's pools are waited for when a program ends: Ctrl-C would wait for an upload.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Sized
from threading import Event, Lock, Thread
from typing import TypeVar

GRACE = 0.3
"""Seconds that are left to what is on its way when somebody interrupts."""

END = object()
T = TypeVar("T")
R = TypeVar("R")


def each(items: Iterable[T], do: Callable[[T], R], at_once: int = 8) -> list[R]:
    """`do` each of `items`, so many at once; what came of them, in order.

    The next item is made when there is a thread for it, and in that thread, one at a time, so that they
    need not all be in memory. After a failure no more are made; it is raised when all have ended. An
    interruption is raised after a moment's grace, whatever is still on its way.
    """
    left, making, stopped = iter(items), Lock(), Event()
    results, failures = list[R | None](), list[BaseException]()

    def one() -> bool:
        """Do the next; whether there was one. What it holds is let go of when it returns."""
        with making:
            if (item := next(left, END)) is END:
                return False
            number = len(results)
            results.append(None)
        results[number] = do(item)  # type: ignore[arg-type]
        return True

    def work() -> None:
        try:
            while not stopped.is_set() and one():
                pass
        except BaseException as error:
            failures.append(error)
            stopped.set()

    most = min(at_once, len(items)) if isinstance(items, Sized) else at_once
    threads = [Thread(target=work, daemon=True) for _ in range(most)]
    try:
        for thread in threads:
            thread.start()
        _join(threads)
    except BaseException:
        stopped.set()
        _join([thread for thread in threads if thread.ident], GRACE)
        raise
    if failures:
        raise failures[0]
    return results  # type: ignore[return-value]


def _join(threads: list[Thread], seconds: float | None = None) -> None:
    """Wait until all have ended, or for so long."""
    end = time.monotonic() + (seconds or 0)
    for thread in threads:
        thread.join(None if seconds is None else max(0, end - time.monotonic()))
