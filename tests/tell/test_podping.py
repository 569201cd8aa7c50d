"""A node of podping gets the address, the reason and the medium, and the token as it is."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

from publisher.model import Podping
from tests.tell.conftest import BASE, NEWS, SECRET, Telling
from tests.tell.servers import says, serving


def test_the_node_is_asked_as_it_documents(telling: Telling) -> None:
    with serving(says(200, b"Success!")) as node:
        (told,) = telling(podping=Podping(url=f"{node.url}/", token_env="SECRET"))
    (got,) = node.got
    assert (got.method, urlsplit(got.path).path, got.headers["Authorization"]) == ("GET", "/", SECRET)
    assert parse_qs(urlsplit(got.path).query) == {
        "url": [f"{BASE}/podcast.xml"],
        "reason": ["update"],
        "medium": ["podcast"],
    }
    assert (told.by, told.of, told.wrong) == ("podping", "podcast.xml", None)


def test_without_a_token_nothing_is_sent(telling: Telling) -> None:
    with serving(says(200)) as node:
        (told,) = telling(podping=Podping(url=node.url, token_env="SECRET"), environment={})
        assert node.got == []
    assert told.wrong == "the environment variable SECRET is not set"


def test_of_other_feeds_it_is_not_told(telling: Telling) -> None:
    others = tuple(feed for feed in NEWS.feeds if feed.key != "podcast.xml")
    assert telling(podping=Podping(token_env="SECRET"), news=replace(NEWS, feeds=others)) == ()
