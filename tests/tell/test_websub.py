"""The hub is told of each feed that names it."""

from __future__ import annotations

from urllib.parse import parse_qs

from tests.tell.conftest import BASE, Telling
from tests.tell.servers import says, serving


def test_the_hub_is_told_of_each_feed_that_changed_and_of_no_calendar(telling: Telling) -> None:
    """Some hubs know the address as hub.url, some as hub.topic; the hub's own may have a query."""
    with serving(says(204)) as hub:
        told = telling(hub=f"{hub.url}/?a=1&b=2")
    assert [(one.by, one.whom, one.of, one.wrong) for one in told] == [
        ("websub", "127.0.0.1", "feed.json", None),
        ("websub", "127.0.0.1", "podcast.xml", None),
    ]
    assert {(got.method, got.path, got.headers["Content-Type"]) for got in hub.got} == {
        ("POST", "/?a=1&b=2", "application/x-www-form-urlencoded")
    }
    forms = sorted((parse_qs(got.body.decode()) for got in hub.got), key=lambda form: form["hub.url"])
    urls = [f"{BASE}/feed.json", f"{BASE}/podcast.xml"]
    assert forms == [{"hub.mode": ["publish"], "hub.url": [url], "hub.topic": [url]} for url in urls]


def test_a_hub_that_somebody_else_tells_is_left_alone(telling: Telling) -> None:
    assert telling(hub="http://127.0.0.1:9", websub=False) == ()
