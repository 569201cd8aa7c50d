"""How often a publish asks: what a night job pays for, and waits for."""

from __future__ import annotations

import shutil
from collections import Counter

import pytest

from tests.faults import Proxy
from tests.publish.changing import Changing
from tests.publish.conftest import Place, Publishing

MORE = 7


class Asking:
    """A publish, and how often it asks for what."""

    def __init__(self, publish: Publishing, proxy: Proxy) -> None:
        self._publish, self._proxy = publish, proxy

    def __call__(self, *more: str) -> Counter[str]:
        self._proxy.asked.clear()
        ran = self._publish(*more)
        assert ran.code == 0, ran.err
        # Whether the bucket is there may be asked by several threads at once.
        return Counter(asked.method for asked in self._proxy.asked if asked.key or asked.method == "GET")

    @property
    def keys(self) -> list[str]:
        """For what, the last time."""
        return [asked.key.rpartition("/")[2] for asked in self._proxy.asked]


@pytest.fixture
def asked(publish: Publishing, proxy: Proxy) -> Asking:
    return Asking(publish, proxy)


def test_a_publish_that_changes_nothing_is_one_request(asked: Asking, show: Changing) -> None:
    """For the head; and one more for its revision where this machine has neither written nor read that."""
    asked()
    assert asked() == {"GET": 1}
    assert asked.keys == ["head.json"]
    shutil.rmtree(show.folder / ".publisher/cache")
    assert asked() == {"GET": 2}


def test_a_plan_asks_no_more(asked: Asking, place: Place) -> None:
    assert asked("--dry-run") == {"GET": 2}
    assert place.listed() == []
    asked()
    assert asked("--dry-run") == {"GET": 1}


def test_each_small_file_takes_one_write(asked: Asking, show: Changing, place: Place) -> None:
    """The answer says that it has arrived. All else is the same."""
    few = asked()
    show.add_articles(MORE)
    more = asked("--target", f"{place.target}-more")
    assert more - few == {"PUT": MORE}


def test_what_stays_is_not_asked_for(asked: Asking, show: Changing, place: Place) -> None:
    asked()
    show.change()
    few = asked()
    show.add_articles(MORE)
    asked()
    show.change()
    assert asked() == few
    assert not [key for key in asked.keys if "flere" in key]
