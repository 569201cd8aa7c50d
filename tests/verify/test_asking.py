"""Samples that are the same each time, and patience that ends."""

from __future__ import annotations

from collections import Counter

import pytest

from publisher.model import StoredObject
from publisher.verify.asking import Patience, chosen, look_at
from publisher.verify.listener import Listener
from publisher.verify.wanted import Kind, Wanted, wanted
from tests.verify.host import Handler, Host, Page

BASE = "https://example.org/show"


@pytest.mark.parametrize("seconds", [0, 0.5, 1, 10, 300])
def test_patience_is_spent_to_the_end_and_no_further(seconds: float) -> None:
    pauses = list(Patience(seconds=seconds).pauses())
    assert sum(pauses) == pytest.approx(seconds)
    assert all(0 < pause <= 15 for pause in pauses)


def test_a_long_wait_asks_rarely() -> None:
    assert list(Patience(seconds=60).pauses()) == [1, 2, 4, 8, 15, 15, 15]


def never(seconds: float) -> None:
    raise AssertionError(f"waited for {seconds} s")


def show() -> list[Wanted]:
    keys = [f"media/{n}.mp3" for n in range(100)] + [f"episodes/{n}.html" for n in range(100)]
    keys += [f"episodes/{n}/transcript.vtt" for n in range(5)] + ["podcast.xml", "index.html", "events.ics"]
    return [wanted(BASE, StoredObject(key=key, size=1)) for key in keys]


def test_a_sample_has_some_of_each_kind_and_all_without_a_folder() -> None:
    sample = chosen(show(), 10, "1-a")
    assert {one.key for one in sample} >= {"podcast.xml", "index.html", "events.ics"}
    kinds = Counter(one.kind for one in sample if "/" in one.key)
    assert kinds == {Kind.MEDIA: 10, Kind.PAGE: 10, Kind.SIDECAR: 5}
    assert len({one.key for one in sample}) == len(sample)


def test_a_sample_is_the_same_for_the_same_revision_and_another_for_another() -> None:
    first, again, other = (
        {one.key for one in chosen(everything, 10, seed)}
        for everything, seed in ((show(), "1-a"), (show()[::-1], "1-a"), (show(), "2-b"))
    )
    assert first == again != other


def test_all_are_all() -> None:
    assert chosen(show(), None, "1-a") == show()


def lagging(host: Host, times: int) -> Wanted:
    """A feed whose old bytes a cache gives out so many times."""
    old = host.put("feed.xml", "old")
    new = host.put("feed.xml", "new")
    left = [times]

    def stale(handler: Handler) -> None:
        if left[0]:
            left[0] -= 1
            handler.give(Page(b"old", headers={"Age": "9"}))
        else:
            handler.give(handler.host.page("feed.xml"))

    host.instead["/show/feed.xml"] = stale
    return wanted(host.base_url, new, {old.sha256 or "": old.size})


def test_a_cache_that_lags_is_waited_for(host: Host, listener: Listener) -> None:
    waited: list[float] = []
    right = wanted(host.base_url, host.put("a.html", "x"))
    looks = look_at([right, lagging(host, 3)], listener, Patience(wait=waited.append))
    assert [found.right for found in looks] == [True, True]
    assert waited == [1, 2, 4]
    assert host.asked.count("GET /show/a.html") == 1


def test_a_cache_that_never_lets_go_is_told(host: Host, listener: Listener) -> None:
    waited: list[float] = []
    (found,) = look_at([lagging(host, 1000)], listener, Patience(seconds=20, wait=waited.append))
    assert found.findings[0].what == "it is still the old one: a cache has kept it for 9 s"
    assert sum(waited) == 20


def test_without_patience_nobody_waits(host: Host, listener: Listener) -> None:
    (found,) = look_at([lagging(host, 1)], listener, Patience(seconds=0, wait=never))
    assert found.lagging


def test_what_is_simply_wrong_is_not_waited_for(host: Host, listener: Listener) -> None:
    asked = wanted(host.base_url, host.put("a.html", "x"))
    host.page("a.html").body = b"y"
    (found,) = look_at([asked], listener, Patience(wait=never))
    assert not found.right
