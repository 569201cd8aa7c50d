"""Work on many things at once is the same as one after the other."""

from __future__ import annotations

import os
import signal
import threading
from collections.abc import Callable

import pytest

from publisher.spread import BATCH, FIRST, LEAST, _helpers, spread

HERE = os.getpid()
MANY = range(FIRST + 3 * BATCH + 7)


@pytest.mark.parametrize("helpers", [0, 1, 2, 3])
@pytest.mark.parametrize("count", [0, 1, FIRST, FIRST + 1, FIRST + 2, FIRST + 5, len(MANY)])
def test_results_are_in_the_order_of_the_things(helpers: int, count: int) -> None:
    assert list(spread(str, MANY[:count], helpers=helpers)) == [str(one) for one in MANY[:count]]


def test_copies_do_their_share_and_end() -> None:
    """The first things are done here, so that copies have what is imported on the way."""
    made = list(spread(lambda _: os.getpid(), MANY, helpers=2))
    assert set(made[:FIRST]) == {HERE}
    assert len(set(made)) == 3
    for process in set(made) - {HERE}:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_an_error_in_a_copy_is_raised_here() -> None:
    """The rest of its share is done by this process, which comes upon it too."""

    def work(one: int) -> int:
        return 1 // (one - FIRST - 1)

    with pytest.raises(ZeroDivisionError):
        list(spread(work, MANY, helpers=1))


@pytest.mark.parametrize("end", [lambda: os._exit(1), lambda: os.kill(os.getpid(), signal.SIGKILL)])
def test_what_a_copy_that_died_owes_is_made_here(end: Callable[[], None]) -> None:
    def work(one: int) -> int:
        if os.getpid() != HERE and one > 2 * BATCH:
            end()
        return one

    assert list(spread(work, MANY, helpers=2)) == list(MANY)


def test_what_cannot_be_handed_over_is_made_here() -> None:
    def keep(one: int) -> Callable[[], int]:
        return lambda: one

    made = list(spread(keep, MANY, helpers=1))
    assert [one() for one in made] == list(MANY)


def test_where_no_process_can_be_had_one_does_it_all(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse() -> int:
        raise BlockingIOError(11, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refuse)
    assert list(spread(str, MANY, helpers=2)) == [str(one) for one in MANY]


def test_who_interrupts_leaves_no_copy_behind(monkeypatch: pytest.MonkeyPatch) -> None:
    def work(one: int) -> int:
        if one >= 2 * FIRST:
            signal.pause()
        return one

    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    copies: list[int] = []
    before = signal.signal(signal.SIGALRM, interrupt)
    fork = os.fork

    def count() -> int:
        process = fork()
        copies.append(process)
        return process

    monkeypatch.setattr(os, "fork", count)
    made = spread(work, MANY, helpers=2)
    assert [next(made) for _ in range(FIRST)] == list(MANY[:FIRST])
    signal.setitimer(signal.ITIMER_REAL, 0.1)
    with pytest.raises(KeyboardInterrupt):
        next(made)
    signal.signal(signal.SIGALRM, before)
    assert len(copies) == 2
    for process in copies:
        # Others that this process may have, as the servers of other tests, are not meant.
        with pytest.raises(ChildProcessError):
            os.waitpid(process, os.WNOHANG)


def test_few_things_and_threads_need_no_copy(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(threading, "active_count", lambda: 1)
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(4)))
    assert [_helpers(count) for count in (LEAST - 1, LEAST, 2 * LEAST, 100 * LEAST)] == [0, 2, 3, 4]
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: {0})
    assert not _helpers(100 * LEAST)
    monkeypatch.setattr(threading, "active_count", lambda: 2)
    assert not _helpers(100 * LEAST)
