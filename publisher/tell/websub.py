"""WebSub: the hub that the feeds name is told of each that changed (WS-001, WS-002, WS-004).

How a publisher tells its hub, w3.org/TR/websub §4 leaves open; all hubs keep to what PubSubHubbub 0.3 §7.1
had, some by the newer name of the same parameter.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlencode

from publisher.model import News, Show
from publisher.tell.wire.http import host, request
from publisher.tell.wire.message import Means, Message

PURGES = False
CALENDAR = "text/calendar"


def messages(news: News, show: Show, means: Means) -> Iterator[Message]:
    """One for each changed feed that names the hub; a calendar has no place for it."""
    if show.hub is None or not show.notify.websub:
        return
    for feed in news.feeds:
        if not feed.type.startswith(CALENDAR):
            send = partial(_ping, show.hub, feed.url, news.base_url)
            yield Message(whom=host(show.hub), of=feed.key, send=send)


def _ping(hub: str, url: str, base_url: str) -> None:
    form = urlencode({"hub.mode": "publish", "hub.url": url, "hub.topic": url})
    request(hub, base_url, body=form.encode(), Content_Type="application/x-www-form-urlencoded")
