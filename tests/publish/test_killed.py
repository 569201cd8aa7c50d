"""A publisher that is killed, before and after the store has done each single thing it asked for.

Whenever it is, listeners have one show or the other, whole; and the next run completes what was begun.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from secrets import token_hex
from threading import Lock

import pytest

from tests.faults import Act, Asked, Exchange, Proxy
from tests.prefork import Ended, Prefork
from tests.publish.changing import Changing
from tests.publish.conftest import Place
from tests.seaweed import Seaweed

KILLED = -9


class Killing:
    """A script that lets one request in at a time, and kills `victim` before the write with that number.

    Then nothing of what was on its way is done: that is just after the write before it, whose answer
    nobody remembers. If `after`, the store has done it, and does all that was on its way. A read changes
    nothing, be it before or after.
    """

    def __init__(self, victim: Callable[[], None], number: int, *, after: bool) -> None:
        self._victim, self._left, self._after = victim, number, after
        self._one = Lock()

    def __call__(self, asked: Asked) -> Act:
        return self._act

    def _act(self, exchange: Exchange) -> None:
        exchange.body()
        with self._one:
            counts = exchange.asked.is_write
            self._left -= counts
            alive = self._left > 0
            if alive or self._after:
                answer = exchange.forward()
            if counts and self._left == 0:
                self._victim()
        if alive:
            exchange.reply(answer)
        else:
            exchange.cut()


class Moments:
    """Every moment to kill at, for several to share: a number, and whether before or after.

    After it is every `stride`th number only.
    """

    def __init__(self, stride: int) -> None:
        self.reached = {False: 0, True: 0}
        self._strides = {False: 1, True: stride}
        self._passed: set[bool] = set()
        self._lock = Lock()

    def __iter__(self) -> Iterator[tuple[int, bool]]:
        return self

    def __next__(self) -> tuple[int, bool]:
        with self._lock:
            left = [after for after in (False, True) if after not in self._passed]
            if not left:
                raise StopIteration
            after = min(left, key=lambda one: self.reached[one])
            self.reached[after] += self._strides[after]
            return self.reached[after], after

    def end(self, after: bool) -> None:
        """There are no more of these: a run came to its end."""
        self._passed.add(after)


class Victim:
    """A publisher of `show` to `place`, as a process that can be killed on its way."""

    def __init__(self, process: Prefork, proxy: Proxy, place: Place, show: Changing) -> None:
        self.place, self.show = place, show
        self._process, self._proxy = process, proxy

    def publish(self, *more: str, endpoint: str | None = None) -> Ended:
        """Run `publisher publish`."""
        return self._process.run(
            *("publish", "-C", self.show.folder, "--target", self.place.target),
            *("--endpoint", endpoint or self.place.server.endpoint, *more),
        )

    def publish_until(self, number: int, *, after: bool) -> bool:
        """Run it until its request with that number; whether it came so far."""
        self._proxy.script = Killing(self._process.kill, number, after=after)
        ended = self.publish(endpoint=self._proxy.endpoint)
        self._proxy.wait()
        assert ended.code in (KILLED, 0), ended.said
        return ended.code == KILLED


Victims = Callable[[object], Victim]
"""The victim at a place of that name."""
Worker = Callable[[Moments, Victims], None]
Both = Callable[[Worker, Moments], None]


@pytest.fixture
def both(seaweed: Seaweed, bucket: str, tmp_path: Path) -> Both:
    """Two workers share all moments; each has a process, a show and places of its own."""

    def start(name: str, worker: Worker, moments: Moments) -> None:
        folder = tmp_path / name
        folder.mkdir()
        show = Changing(folder / "show")
        with Prefork(folder, seaweed.environment) as process, Proxy(seaweed.endpoint) as proxy:

            def victim(where: object) -> Victim:
                prefix = f"{token_hex(4)}/{where}"
                return Victim(process, proxy, Place(seaweed, bucket, prefix), show)

            worker(moments, victim)

    def both(worker: Worker, moments: Moments) -> None:
        with ThreadPoolExecutor(2) as pool:
            list(pool.map(start, ("one", "two"), (worker, worker), (moments, moments)))
        assert min(moments.reached.values()) > 30, moments.reached

    return both


def test_a_first_publication_that_is_killed_anywhere_breaks_nothing_and_is_completed(
    both: Both,
) -> None:
    def worker(moments: Moments, victims: Victims) -> None:
        for number, after in moments:
            victim = victims(number)
            if not victim.publish_until(number, after=after):
                moments.end(after)
            seen = victim.place.hear()
            ended = victim.publish("--take-over", "--no-verify")
            assert ended.code == 0, (number, after, ended.said)
            assert victim.place.manifest().items() >= seen.items(), (number, after)

    both(worker, Moments(8))


def test_a_publication_that_is_killed_anywhere_shows_the_old_show_or_the_new_one_and_is_completed(
    both: Both,
) -> None:
    def worker(moments: Moments, victims: Victims) -> None:
        victim = victims("again")
        assert victim.publish().code == 0
        old = victim.place.manifest()
        for number, after in moments:
            victim.show.change()
            if not victim.publish_until(number, after=after):
                moments.end(after)
            seen, wanted = victim.place.hear(), victim.place.begun()
            for key, sha256 in seen.items():
                assert sha256 in (old.get(key), wanted.get(key)), (number, after, key)
            if number % 2:
                victim.show.change()  # The next run may want something else again.
            ended = victim.publish("--take-over", "--no-verify")
            assert ended.code == 0, (number, after, ended.said)
            new = victim.place.manifest()
            assert new != old
            old = new

    both(worker, Moments(3))
