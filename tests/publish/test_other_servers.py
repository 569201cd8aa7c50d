"""The same on a second implementation of S3, and on one that cannot keep two publishers apart."""

from __future__ import annotations

import json
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import ExitStack
from datetime import datetime, timedelta
from pathlib import Path
from threading import Barrier

import pytest

from publisher.cli.carry import UNGUARDED
from publisher.model import is_immutable
from publisher.publish import turns
from tests import faults
from tests.faults import Proxy
from tests.moto import Moto
from tests.prefork import Ended, Prefork
from tests.publish.changing import Changing
from tests.publish.conftest import Place, Publishing
from tests.rclone import Rclone
from tests.read.audio.build import mp3

RETIRED = ".publisher/retired.json"
TOLD = "is being published by GitHub run"


@pytest.fixture
def place(request: pytest.FixtureRequest) -> Place:
    """A prefix of a fresh bucket on the server that a test names by its parameter."""
    server: Moto | Rclone = request.getfixturevalue(request.param)
    return Place(server, server.bucket(), "show")


@pytest.fixture
def proxy(place: Place) -> Iterator[Proxy]:
    with Proxy(place.server.endpoint) as proxy:
        yield proxy


@pytest.fixture
def hasty(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody else is there to wait for."""
    monkeypatch.setattr(turns, "WAIT", 0)


both = pytest.mark.parametrize("place", ["moto", "rclone"], indirect=True)


@both
@pytest.mark.usefixtures("hasty")
def test_a_show_is_published_changed_and_left_alone(
    publish: Publishing, place: Place, show: Changing, proxy: Proxy
) -> None:
    """With a recording in parts; the third time there is nothing to do."""
    assert publish().code == 0
    old = place.recorded()
    show.change()
    show.record(mp3(60_000))
    assert publish().code == 0
    new = place.recorded()
    assert new != old
    assert place.uploads() == []
    proxy.asked.clear()
    assert "0 uploaded" in publish().out
    assert not [asked for asked in proxy.asked if asked.is_write]
    assert place.recorded() == new


@both
@pytest.mark.usefixtures("hasty")
def test_a_show_is_published_changed_rolled_back_and_pruned(
    publish: Publishing, place: Place, show: Changing
) -> None:
    """What listeners have comes back, and stays when what nobody needs any more is gone for good."""
    assert publish().code == 0
    old = place.recorded()
    show.change()
    assert publish().code == 0
    assert place.recorded() != old
    ran = publish(command="rollback")
    assert ran.code == 0, ran.err
    back = place.recorded()
    passing = {key for key in old if not is_immutable(key) and "event" not in key}
    assert {key: back[key] for key in passing} == {key: old[key] for key in passing}
    assert publish("--keep", "1", command="prune").code == 0
    outlast(place, days=366)
    ran = publish("--keep", "1", "--force", command="prune")
    assert ran.code == 0, ran.err
    assert [key for key in place.listed() if "/revisions/" in key] == [revision(place)]
    assert place.recorded() == back
    assert publish().code == 0
    assert place.recorded().items() != back.items()


def outlast(place: Place, *, days: int) -> None:
    """Let so much time pass for what is marked."""
    record = json.loads(place.read(RETIRED))
    for mark in record["marks"]:
        mark["since"] = (datetime.fromisoformat(mark["since"]) - timedelta(days=days)).isoformat()
    place.write(RETIRED, json.dumps(record).encode())


def revision(place: Place) -> str:
    """The key of the one that is public."""
    return f".publisher/revisions/{place.head()['name']}.json"


@both
@pytest.mark.usefixtures("hasty", "impatient")
@pytest.mark.parametrize(
    "act",
    [faults.cut_before, faults.cut_after, faults.busy, faults.twice],
    ids=["cut before", "cut after", "busy", "twice"],
)
def test_a_publish_completes_though_everything_it_asks_for_goes_wrong_once(
    act: faults.Act, publish: Publishing, place: Place, show: Changing, proxy: Proxy
) -> None:
    show.record(mp3(60_000))
    proxy.script = faults.each_once(lambda asked: True, act)
    ran = publish()
    assert ran.code == 0, ran.err
    place.recorded()
    assert place.head()["store"] == ("none" if isinstance(place.server, Rclone) else "quoted")


@pytest.mark.parametrize("place", ["rclone"], indirect=True)
@pytest.mark.usefixtures("hasty")
def test_a_store_without_conditions_is_found_out_and_told_of_once_a_publish(
    publish: Publishing, place: Place, show: Changing, proxy: Proxy
) -> None:
    for _ in range(2):
        assert publish().err.count(UNGUARDED) == 1
        show.change()
    assert place.head()["store"] == "none"
    probes = [asked for asked in proxy.asked if "/probe-" in asked.key]
    assert len({asked.key for asked in probes}) == 1
    assert not [key for key in place.listed() if key.startswith((turns.MARKS, ".publisher/probe"))]


@pytest.mark.parametrize("place", ["rclone"], indirect=True)
def test_without_conditions_publishers_take_turns(place: Place, proxy: Proxy, tmp_path: Path) -> None:
    """Four at once: the one that came first, as the listing tells, goes on; the others hear who it is."""
    barrier = Barrier(4, timeout=60)

    def together(exchange: faults.Exchange) -> None:
        exchange.body()
        barrier.wait()
        faults.through(exchange)

    proxy.script = faults.on(lambda asked: asked.method == "PUT" and turns.MARKS in asked.key, together)
    with ExitStack() as stack:
        racers = []
        for number in range(4):
            folder = tmp_path / str(number)
            folder.mkdir()
            show = Changing(folder / "show", author=f"racer {number}")
            racers.append((stack.enter_context(Prefork(folder, place.server.environment)), show))
        pool = stack.enter_context(ThreadPoolExecutor(4))

        def publish(number: int) -> Ended:
            process, show = racers[number]
            show.change()
            words = ("publish", "-C", show.folder, "--target", place.target)
            return process.run(*words, "--endpoint", proxy.endpoint, GITHUB_RUN_ID=f"{number}")

        for round in range(1, 3):
            ended = list(pool.map(publish, range(4)))
            (winner,) = (number for number in range(4) if ended[number].code == 0)
            for loser in set(range(4)) - {winner}:
                assert (ended[loser].code, f"{TOLD} {winner}\n" in ended[loser].said) == (1, True)
            assert place.head()["revision"] == round
            place.recorded()
            assert f"racer {winner}".encode() in place.read("podcast.xml")


@pytest.mark.parametrize("place", ["rclone"], indirect=True)
@pytest.mark.usefixtures("hasty")
def test_a_dead_publisher_s_turn_is_taken_over(
    publish: Publishing, place: Place, show: Changing, proxy: Proxy, tmp_path: Path
) -> None:
    assert publish().code == 0
    show.change()
    proxy.script = hold = faults.Hold(lambda asked: asked.writes("feed.xml"))
    with Prefork(tmp_path, place.server.environment) as process, ThreadPoolExecutor(1) as pool:
        dying = pool.submit(
            process.run, "publish", "-C", show.folder, "--target", place.target, "--endpoint", proxy.endpoint
        )
        hold.wait()
        process.kill()
        assert dying.result(60).code == -9
    hold.forget()
    proxy.script = faults.always(faults.through)
    ran = publish()
    assert (ran.code, "is being published by" in ran.err) == (1, True), ran.err
    ran = publish("--take-over")
    assert ran.code == 0, ran.err
    place.recorded()
