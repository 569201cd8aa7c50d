"""Podcast Index: asked to read podcast.xml again, as its API documents hub/pubnotify.

podcastindex-org.github.io/docs-api/#get-/hub/pubnotify: no key is needed. It answers
`{"status": "true", "description": …}`, or nothing that says so.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import partial
from urllib.parse import urlencode

from publisher.errors import NoticeError
from publisher.model import PODCAST, News, Show
from publisher.tell.wire.http import host, request
from publisher.tell.wire.message import Means, Message

PURGES = False
API = "https://api.podcastindex.org/api/1.0/hub/pubnotify"


def messages(news: News, show: Show, means: Means) -> Iterator[Message]:
    """One, if podcast.xml changed."""
    if show.notify.podcast_index:
        for feed in news.feeds:
            if feed.key == PODCAST:
                yield Message(whom=host(API), of=feed.key, send=partial(_notify, feed.url, news.base_url))


def _notify(url: str, base_url: str) -> None:
    answer = request(f"{API}?{urlencode({'url': url})}", base_url)
    try:
        status = json.loads(answer)["status"]
    except (ValueError, KeyError, TypeError, RecursionError):
        return
    if str(status).lower() != "true":
        raise NoticeError("it does not take the feed", fix="add it once, at https://podcastindex.org/add")
