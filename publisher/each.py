"""Several things at a time, by threads that nobody has to wait for.

The standard library's pools are waited for when a program ends: Ctrl-C would wait for an upload.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable
from threading import Semaphore, Thread
from typing import TypeVar

GRACE = 0.3
"""Seconds that are left to what is on its way when somebody interrupts."""

T = TypeVar("T")
R = TypeVar("R")


def each(items: Iterable[T], do: Callable[[T], R], at_once: int = 8) -> list[R]:
    """`do` each of `items`, so many at once; what came of them, in order.

    The next item is taken when there is a thread for it, so that they need not all be in memory.
    After a failure no more are taken; it is raised when all have ended. An interruption is raised
    after a moment's grace, whatever is still on its way.
    """
    free, threads = Semaphore(at_once), list[Thread]()
    results, failures = dict[int, R](), list[BaseException]()

    def one(number: int, item: T) -> None:
        try:
            results[number] = do(item)
        except BaseException as error:
            failures.append(error)
        finally:
            free.release()

    try:
        free.acquire()
        for number, item in enumerate(items):
            threads.append(Thread(target=one, args=(number, item), daemon=True))
            threads[-1].start()
            free.acquire()
            if failures:
                break
        _join(threads)
    except Exception as error:
        failures.append(error)
        _join(threads)
    except BaseException:
        _join(threads, GRACE)
        raise
    if failures:
        raise failures[0]
    return [results[number] for number in range(len(threads))]


def _join(threads: list[Thread], seconds: float | None = None) -> None:
    """Wait until all have ended, or for so long."""
    end = time.monotonic() + (seconds or 0)
    for thread in threads:
        thread.join(None if seconds is None else max(0, end - time.monotonic()))
