"""A server of one's own: POST of what changed as JSON, signed with a secret that both know.

The signature is HMAC-SHA-256 (RFC 2104) of the body as it was sent, in hexadecimal. The time of sending is
in the body too, where it is signed; the same revision may come twice, if an answer was lost.
"""

from __future__ import annotations

import hashlib
import hmac
import json
from collections.abc import Iterator
from functools import partial

from publisher.model import News, Show, Webhook
from publisher.tell.wire.http import host, request
from publisher.tell.wire.message import Means, Message

PURGES = False
VERSION = 1
"""Of the document; keys may be added to one, none changed or removed."""


def messages(news: News, show: Show, means: Means) -> Iterator[Message]:
    """One for each webhook."""
    for webhook in show.notify.webhooks:
        yield Message(whom=host(webhook.url), send=partial(_post, webhook, news, means))


def _post(webhook: Webhook, news: News, means: Means) -> None:
    secret = means.secret(webhook.secret_env).encode()
    timestamp = int(means.moment.timestamp())
    body = json.dumps(_document(news, timestamp)).encode()
    request(
        webhook.url,
        news.base_url,
        body=body,
        Content_Type="application/json",
        X_Publisher_Timestamp=str(timestamp),
        X_Publisher_Signature=f"sha256={hmac.new(secret, body, hashlib.sha256).hexdigest()}",
    )


def _document(news: News, timestamp: int) -> dict[str, object]:
    return {
        "version": VERSION,
        "timestamp": timestamp,
        "show": {"guid": news.guid, "title": news.title, "url": news.base_url},
        "revision": news.revision,
        "feeds": [feed.url for feed in news.feeds],
        "entries": [
            {
                "change": entry.change,
                "kind": entry.kind,
                "guid": entry.guid,
                "title": entry.title,
                "url": entry.url,
            }
            for entry in news.entries
        ],
    }
