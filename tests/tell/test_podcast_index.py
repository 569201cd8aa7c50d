"""Podcast Index is asked to read podcast.xml again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from publisher.tell import podcast_index
from tests.tell.conftest import BASE, NEWS, Telling
from tests.tell.servers import Handler, floods, says, serving


def test_its_address_is_the_documented_one() -> None:
    assert podcast_index.API == "https://api.podcastindex.org/api/1.0/hub/pubnotify"


@pytest.mark.parametrize(
    ("answer", "wrong"),
    [
        (says(200, b'{"status": "true", "description": "Feed marked for immediate update."}'), None),
        (says(200, b'{"status": true}'), None),
        (says(200, b'{"status": "false", "description": "No feed found."}'), "it does not take the feed"),
        (says(200, b'{"status": null}'), "it does not take the feed"),
        (says(200), None),
        (says(200, b"<html>maintenance</html>"), None),
        (says(200, b'"true"'), None),
        (says(200, b"[" * 60_000), None),
        (says(200, b"\xff\xfe"), None),
        (floods, None),
        (says(401), "it answered 401"),
    ],
)
def test_it_is_asked_with_the_feeds_address(
    telling: Telling,
    monkeypatch: pytest.MonkeyPatch,
    answer: Callable[[Handler], None],
    wrong: str | None,
) -> None:
    with serving(answer) as server:
        monkeypatch.setattr(podcast_index, "API", f"{server.url}/api/1.0/hub/pubnotify")
        (told,) = telling(podcast_index=True, pace=1)
    (got,) = server.got
    asked = urlsplit(got.path)
    assert (got.method, asked.path) == ("GET", "/api/1.0/hub/pubnotify")
    assert parse_qs(asked.query) == {"url": [f"{BASE}/podcast.xml"]}
    assert (told.by, told.of, told.wrong) == ("podcast_index", "podcast.xml", wrong)


def test_of_other_feeds_it_is_not_told(telling: Telling) -> None:
    others = tuple(feed for feed in NEWS.feeds if feed.key != "podcast.xml")
    assert telling(podcast_index=True, news=replace(NEWS, feeds=others)) == ()
