"""A publish asks for what it writes as listeners do: recordings before anything points at them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.faults import Asked, Proxy, always, on, refused, through
from tests.publish.changing import BASE, Changing
from tests.publish.conftest import Place, Publishing
from tests.seaweed import Seaweed

FEED = "podcast.xml"


@pytest.fixture
def front(seaweed: Seaweed) -> Iterator[Proxy]:
    """What listeners ask."""
    with Proxy(seaweed.endpoint) as proxy:
        yield proxy


@pytest.fixture
def address(front: Proxy, place: Place, show: Changing) -> str:
    """Where the show says that listeners are."""
    address = f"{front.endpoint}/{place.bucket}/{place.prefix}"
    lead(show, address)
    return address


def lead(show: Changing, address: str) -> None:
    toml = Path(show.folder) / "episodes/show.toml"
    toml.write_text(toml.read_text(encoding="utf-8").replace(BASE, address), encoding="utf-8")


def is_recording(asked: Asked) -> bool:
    return "/media/" in f"/{asked.key}"


def is_home(asked: Asked) -> bool:
    return asked.key.endswith("/index.html")


@pytest.mark.usefixtures("address")
def test_a_publish_asks_at_the_public_address_and_has_nothing_to_say(
    publish: Publishing, front: Proxy, place: Place
) -> None:
    ran = publish()
    assert ran.code == 0
    assert "give out" not in ran.err
    asked = {(one.method, one.key.removeprefix(f"{place.prefix}/").partition("/")[0]) for one in front.asked}
    assert {("HEAD", "media"), ("GET", "media"), ("GET", FEED), ("GET", "index.html")} <= asked


def test_nothing_points_at_a_recording_that_listeners_would_not_get(
    publish: Publishing, front: Proxy, place: Place, show: Changing, address: str
) -> None:
    assert publish().code == 0
    before = place.read(FEED)
    show.change()
    lead(show, address)
    front.script = on(is_recording, refused(403, "AccessDenied"))
    ran = publish()
    assert ran.code == 1
    assert f"not given out at {address}: it is not there, or not for everybody (403)" in ran.err
    assert "listeners have what they had" in ran.err
    assert place.read(FEED) == before
    front.script = always(through)
    assert publish().code == 0
    assert place.read(FEED) != before


def test_what_arrives_otherwise_than_it_was_published_ends_with_3(
    publish: Publishing, front: Proxy, place: Place, show: Changing, address: str
) -> None:
    assert publish().code == 0
    show.change()
    lead(show, address)
    front.script = on(is_home, refused(404, "NoSuchKey"))
    ran = publish()
    assert ran.code == 3
    assert "WRONG index.html: it is not there, or not for everybody (404)" in ran.out


def test_a_publish_can_be_told_to_ask_nobody(publish: Publishing, front: Proxy, address: str) -> None:
    assert publish("--no-verify").code == 0
    assert not front.asked


def test_an_address_that_leads_elsewhere_is_told_once(publish: Publishing, place: Place) -> None:
    ran = publish()
    assert ran.code == 0
    assert ran.err.count(f"warning: {BASE} does not give out what is at {place.target}") == 1
