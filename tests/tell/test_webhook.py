"""A webhook gets what changed, and can tell that it is from us."""

from __future__ import annotations

import hashlib
import hmac
import json
import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from publisher.model import Webhook
from tests.tell.conftest import BASE, MOMENT, SECRET, Telling
from tests.tell.servers import Got, says, serving

PAGE = Path(__file__).parents[2] / "docs/notify.md"


@pytest.fixture
def delivery(telling: Telling) -> Got:
    """What a webhook got."""
    with serving(says(200)) as server:
        telling(webhooks=(Webhook(url=f"{server.url}/hook?x=1", secret_env="SECRET"),))
    (got,) = server.got
    return got


def test_a_webhook_gets_what_changed(delivery: Got) -> None:
    assert (delivery.method, delivery.path) == ("POST", "/hook?x=1")
    assert delivery.headers["Content-Type"] == "application/json"
    assert json.loads(delivery.body) == {
        "version": 1,
        "timestamp": int(MOMENT.timestamp()),
        "show": {"guid": "a2a60e66-99d7-56f1-b9f4-13e5e2cec1cf", "title": "Et show & <mere>", "url": BASE},
        "revision": 7,
        "feeds": [f"{BASE}/events.ics", f"{BASE}/feed.json", f"{BASE}/podcast.xml"],
        "entries": [
            {
                "change": "new",
                "kind": "episode",
                "guid": "g1",
                "title": "Æbler",
                "url": f"{BASE}/episodes/aebler.html",
            },
            {
                "change": "removed",
                "kind": "article",
                "guid": "g2",
                "title": None,
                "url": f"{BASE}/articles/gone.html",
            },
        ],
    }


def test_the_signature_is_that_of_the_body_by_the_secret(delivery: Got) -> None:
    digest = hmac.new(SECRET.encode(), delivery.body, hashlib.sha256).hexdigest()
    assert delivery.headers["X-Publisher-Signature"] == f"sha256={digest}"
    assert delivery.headers["X-Publisher-Timestamp"] == str(json.loads(delivery.body)["timestamp"])


def receiver() -> Any:
    """The receiver that docs/notify.md shows."""
    (code,) = re.findall(r"```python\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    names: dict[str, Any] = {}
    exec(code, names)  # noqa: S102
    return SimpleNamespace(**names)


def test_the_documented_receiver_knows_ours_from_others(delivery: Got) -> None:
    opened = receiver().opened
    at, headers = MOMENT.timestamp(), delivery.headers
    assert opened(delivery.body, headers, SECRET, at)["revision"] == 7
    for body, secret, moment in (
        (delivery.body.replace(b"7", b"8"), SECRET, at),
        (delivery.body, "another", at),
        (delivery.body, SECRET, at + 3600),
    ):
        with pytest.raises(ValueError, match=r"not from us|too old"):
            opened(body, headers, secret, moment)
    with pytest.raises(ValueError, match="not from us"):
        opened(delivery.body, {}, SECRET, at)


def test_the_documented_body_has_every_key_of_a_real_one(delivery: Got) -> None:
    (shown,) = re.findall(r"```json\n(.*?)```", PAGE.read_text(encoding="utf-8"), re.DOTALL)
    real, told = json.loads(delivery.body), json.loads(shown)
    assert list(told) == list(real)
    assert list(told["show"]) == list(real["show"])
    assert list(told["entries"][0]) == list(real["entries"][0])


def test_without_a_secret_nothing_is_sent(telling: Telling) -> None:
    with serving(says(200)) as server:
        (told,) = telling(webhooks=(Webhook(url=server.url, secret_env="SECRET"),), environment={})
        assert server.got == []
    assert told.wrong == "the environment variable SECRET is not set"
