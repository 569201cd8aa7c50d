"""Several publishers at once, and others who write where we do: one gets through, and is not hurt."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor, as_completed
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from threading import Barrier, Event, Lock

import pytest

from tests import faults
from tests.faults import Act, Asked, Exchange, Proxy
from tests.prefork import Ended, Prefork
from tests.publish.changing import Changing
from tests.publish.conftest import Place, Publishing
from tests.publish.listening import FEEDS
from tests.seaweed import Seaweed

RACERS = 4
ROUNDS = 10
HEAD = "/.publisher/head.json"


class Start:
    """A script that lets the claims of all racers go at once, and what comes after when `told` is set."""

    def __init__(self) -> None:
        self.told = Event()
        self._barrier, self._lock = Barrier(RACERS, timeout=60), Lock()
        self._claims = 0

    def __call__(self, asked: Asked) -> Act:
        return self._head if asked.writes(HEAD) else self._other

    def _head(self, exchange: Exchange) -> None:
        exchange.body()
        with self._lock:
            self._claims += 1
            is_claim = self._claims <= RACERS
        if is_claim:
            self._barrier.wait()
            faults.through(exchange)
        else:
            self._other(exchange)

    def _other(self, exchange: Exchange) -> None:
        exchange.body()
        if self._claims >= RACERS and exchange.asked.is_write:
            assert self.told.wait(60)
        faults.through(exchange)


@pytest.fixture
def racers(seaweed: Seaweed, tmp_path: Path) -> Iterator[list[tuple[Prefork, Changing]]]:
    """Processes, each with a show of its own under the same guid."""
    with ExitStack() as stack:
        made = []
        for number in range(RACERS):
            folder = tmp_path / str(number)
            folder.mkdir()
            show = Changing(folder / "show", author=f"racer {number}")
            made.append((stack.enter_context(Prefork(folder, seaweed.environment)), show))
        yield made


def test_of_four_who_publish_at_once_one_wins_and_the_others_hear_who(
    racers: list[tuple[Prefork, Changing]], place: Place, proxy: Proxy
) -> None:
    """Ten rounds; what is there then is the winner's show, whole."""

    def publish(number: int) -> Ended:
        process, show = racers[number]
        show.change()
        return process.run(
            *("publish", "-C", show.folder, "--target", place.target, "--endpoint", proxy.endpoint),
            GITHUB_RUN_ID=f"{number}",
        )

    with ThreadPoolExecutor(RACERS) as pool:
        for round in range(1, ROUNDS + 1):
            proxy.script = start = Start()
            racing = [pool.submit(publish, number) for number in range(RACERS)]
            # The winner goes on when the losers have ended, to be still there when they look.
            for _ in islice(as_completed(racing, timeout=60), RACERS - 1):
                pass
            start.told.set()
            ended = [racer.result() for racer in racing]
            (winner,) = (number for number in range(RACERS) if ended[number].code == 0)
            for loser in set(range(RACERS)) - {winner}:
                assert ended[loser].code == 1
                assert f"is being published by GitHub run {winner}\n" in ended[loser].said
            assert place.head()["revision"] == round
            place.manifest()
            with place.listening() as listening:
                assert f"racer {winner}".encode() in (listening.get("podcast.xml") or b"")


CLAIM, RECORD, FENCE, COMMIT = 1, 2, 3, 4
"""The writes of the head, in turn."""


def head(number: int) -> Callable[[Asked], bool]:
    """Chooses the write of the head with that number."""
    return faults.nth(number, lambda asked: asked.writes(HEAD))


def meddling(meddle: Callable[[], None]) -> Act:
    """Something happens just before the request arrives."""

    def act(exchange: Exchange) -> None:
        exchange.body()
        meddle()
        faults.through(exchange)

    return act


@pytest.fixture
def foreign(place: Place) -> Callable[[], None]:
    """Another run takes the target."""

    def claim() -> None:
        held = {"state": "busy", "owner": "GitHub run 9", "token": "theirs"}
        times = {"since": "2026-01-01T06:00:00Z", "until": "2026-01-01T06:15:00Z"}
        place.write(HEAD.lstrip("/"), json.dumps({**place.head(), **held, **times}).encode())

    return claim


def test_a_head_that_is_swapped_between_plan_and_claim_stops_everything(
    publish: Publishing, proxy: Proxy, place: Place, show: Changing, foreign: Callable[[], None]
) -> None:
    assert publish().code == 0
    before = place.listed()
    show.change()
    proxy.script = faults.on(head(CLAIM), meddling(foreign))
    ran = publish()
    assert (ran.code, "is being published by GitHub run 9" in ran.err) == (1, True), ran.err
    assert place.listed() == before
    assert place.head()["token"] == "theirs"


def test_a_head_that_is_done_again_since_the_plan_says_so(
    publish: Publishing, proxy: Proxy, place: Place, show: Changing
) -> None:
    assert publish().code == 0
    show.change()
    done = {**place.head(), "token": "theirs"}
    proxy.script = faults.on(
        head(CLAIM), meddling(lambda: place.write(HEAD.lstrip("/"), json.dumps(done).encode()))
    )
    ran = publish()
    assert (ran.code, "was published by another run while" in ran.err) == (1, True), ran.err
    assert publish().code == 0


@pytest.mark.parametrize("moment", [RECORD, FENCE])
def test_a_head_that_is_swapped_between_claim_and_feeds_leaves_every_feed_alone(
    moment: int,
    publish: Publishing,
    proxy: Proxy,
    place: Place,
    show: Changing,
    foreign: Callable[[], None],
) -> None:
    assert publish().code == 0
    before = feeds(place)
    show.change()
    proxy.script = faults.on(head(moment), meddling(foreign))
    ran = publish()
    assert (ran.code, "another run has taken over" in ran.err) == (1, True), ran.err
    assert feeds(place) == before
    assert place.head()["token"] == "theirs"


def test_a_feed_that_is_swapped_under_our_feet_is_not_overwritten(
    publish: Publishing, proxy: Proxy, place: Place, show: Changing
) -> None:
    """By somebody who does not keep to the protocol; what others point at, podcast.xml, is left too."""
    assert publish().code == 0
    before = feeds(place)
    show.change()
    proxy.script = faults.once(
        lambda asked: asked.writes("/feed.xml"), meddling(lambda: place.write("feed.xml", b"<theirs/>"))
    )
    ran = publish()
    assert (ran.code, "somebody else is writing" in ran.err) == (1, True), ran.err
    after = feeds(place)
    assert after["feed.xml"] == b"<theirs/>"
    assert after["podcast.xml"] == before["podcast.xml"]


@pytest.fixture
def sleeper(place: Place, show: Changing, proxy: Proxy, tmp_path: Path) -> Iterator[Callable[[], Ended]]:
    """A publisher as a process of its own, by the proxy."""
    (tmp_path / "sleeper").mkdir()
    with Prefork(tmp_path / "sleeper", place.server.environment) as process:
        yield lambda: process.run(
            "publish", "-C", show.folder, "--target", place.target, "--endpoint", proxy.endpoint
        )


@pytest.mark.parametrize("moment", ["fence", "feeds", "last"])
def test_who_wakes_up_after_it_was_taken_over_writes_no_feed(
    moment: str,
    publish: Publishing,
    sleeper: Callable[[], Ended],
    proxy: Proxy,
    place: Place,
    show: Changing,
) -> None:
    """Be it before its last look at the claim, or behind it."""
    chosen = {
        "fence": head(FENCE),
        "feeds": lambda asked: asked.writes(tuple(f"/{feed}" for feed in FEEDS)),
        "last": lambda asked: asked.writes("podcast.xml"),
    }[moment]
    assert publish().code == 0
    show.change()
    proxy.script = hold = faults.Hold(chosen)
    with ThreadPoolExecutor(1) as pool:
        sleeping = pool.submit(sleeper)
        hold.wait()
        show.change()
        assert publish("--take-over", endpoint=place.server.endpoint).code == 0
        after = place.manifest()
        hold.go()
        ended = sleeping.result(60)
    assert ended.code == 1, ended.said
    assert "another run has taken over" in ended.said or "somebody else is writing" in ended.said
    assert place.manifest() == after


def test_what_the_next_run_has_changed_already_is_not_called_wrong(
    publish: Publishing, sleeper: Callable[[], Ended], proxy: Proxy, place: Place, show: Changing
) -> None:
    """Who looks whether all has arrived may be followed by another run; it neither complains nor meddles."""
    assert publish().code == 0
    show.change()
    committed = Event()

    def reads_back(asked: Asked) -> bool:
        if asked.writes(HEAD) and fourth(asked):
            committed.set()
        return committed.is_set() and asked.method == "HEAD"

    fourth = head(COMMIT)
    proxy.script = hold = faults.Hold(reads_back)
    with ThreadPoolExecutor(1) as pool:
        reading = pool.submit(sleeper)
        hold.wait()
        show.change()
        assert publish(endpoint=place.server.endpoint).code == 0
        after = place.manifest()
        hold.go()
        ended = reading.result(60)
    assert ended.code == 0, ended.said
    assert place.manifest() == after


def feeds(place: Place) -> dict[str, bytes]:
    """What stands at the key of each."""
    return {feed: place.read(feed) for feed in FEEDS}
