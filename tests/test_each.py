"""Several things at a time: in order, no more than so many, and nobody waits for what was interrupted."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from threading import Barrier, Event, Lock

import pytest

from publisher.each import each

ROOT = Path(__file__).parents[1]


def test_results_are_in_the_order_of_items_whoever_is_first() -> None:
    late = Event()

    def do(number: int) -> int:
        if number:
            late.set()
        else:
            assert late.wait(10)
        return -number

    assert each(range(3), do) == [0, -1, -2]
    assert each([], do) == []


def test_so_many_are_done_at_once_and_no_more() -> None:
    together, lock, now, most = Barrier(3, timeout=10), Lock(), [0], [0]

    def do(number: int) -> None:
        with lock:
            now[0] += 1
            most[0] = max(most[0], now[0])
        together.wait()
        with lock:
            now[0] -= 1

    each(range(6), do, 3)
    assert most == [3]


def test_an_item_is_made_when_there_is_a_thread_for_it() -> None:
    """They may be large: no more are in memory than are on their way."""
    made, done = [0], [0]

    def items() -> Iterator[int]:
        for number in range(20):
            made[0] += 1
            assert made[0] - done[0] <= 2
            yield number

    def do(number: int) -> None:
        done[0] += 1

    each(items(), do, 2)
    assert done == [20]


def test_after_a_failure_what_was_begun_is_ended_and_nothing_else_begun() -> None:
    ended: list[int] = []
    failed = Event()

    def do(number: int) -> None:
        if number == 1:
            failed.set()
            raise ValueError("one")
        assert failed.wait(10)
        ended.append(number)

    with pytest.raises(ValueError, match="one"):
        each(range(100), do, 2)
    assert 0 in ended
    assert len(ended) < 5


def test_items_that_cannot_be_made_are_a_failure_too() -> None:
    ended: list[int] = []

    def items() -> Iterator[int]:
        yield 1
        raise ValueError("no more")

    with pytest.raises(ValueError, match="no more"):
        each(items(), ended.append)
    assert ended == [1]


def test_a_program_that_is_interrupted_ends_without_what_hangs() -> None:
    """Also when it is the interpreter that waits for its threads."""
    code = (
        "import signal, threading\n"
        "from publisher.each import each\n"
        "def do(number):\n"
        "    if number: signal.pthread_kill(threading.main_thread().ident, signal.SIGINT)\n"
        "    threading.Event().wait()\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)\n"
        "each(range(2), do)\n"
    )
    begun = time.monotonic()
    ran = subprocess.run(
        [sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, timeout=60, check=False
    )
    assert "KeyboardInterrupt" in ran.stderr
    assert time.monotonic() - begun < 10
