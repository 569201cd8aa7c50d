"""podping: a node writes, for everybody to see, that podcast.xml changed.

github.com/Podcastindex-org/podping.cloud: GET with `url`, `reason` and `medium`, and the token that the
node gave out as it is in Authorization.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlencode

from publisher.model import PODCAST, News, Podping, Show
from publisher.tell.wire.http import host, request
from publisher.tell.wire.message import Means, Message

PURGES = False


def messages(news: News, show: Show, means: Means) -> Iterator[Message]:
    """One, if podcast.xml changed."""
    node = show.notify.podping
    if node:
        for feed in news.feeds:
            if feed.key == PODCAST:
                send = partial(_ping, node, feed.url, show.medium, news.base_url, means)
                yield Message(whom=host(node.url), of=feed.key, send=send)


def _ping(node: Podping, url: str, medium: str, base_url: str, means: Means) -> None:
    query = urlencode({"url": url, "reason": "update", "medium": medium})
    request(f"{node.url.rstrip('/')}/?{query}", base_url, Authorization=means.secret(node.token_env))
