"""What is shown changes under those who wait for that."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor

from publisher.serve import Live, Shown
from tests.artifacts import artifact
from tests.serve.conftest import shown

ONE, TWO = shown(artifact("a", "1")), shown(artifact("a", "2"))


def test_who_has_another_version_waits_for_nothing() -> None:
    assert Live(ONE).wait(TWO.version, 60) == ONE.version


def test_who_has_this_version_waits_until_there_is_another() -> None:
    live = Live(ONE)
    with ThreadPoolExecutor() as pool:
        waiting = [pool.submit(live.wait, ONE.version, 60) for _ in range(3)]
        live.show(TWO)
        assert [one.result(10) for one in waiting] == [TWO.version] * 3
    assert live.shown is TWO


def test_who_waits_gets_the_same_version_when_time_is_up() -> None:
    assert Live(ONE).wait(ONE.version, 0) == ONE.version


def test_nobody_waits_for_what_is_closed() -> None:
    live = Live(Shown())
    with ThreadPoolExecutor() as pool:
        waiting = pool.submit(live.wait, live.shown.version, 60)
        live.close()
        assert waiting.result(10) == live.shown.version
    assert live.closed
