"""Whoever is told, and whatever they answer: nothing fails, nothing hangs, nothing leaks."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from publisher.model import Podping, Purge, Webhook
from publisher.tell import kinds
from tests.tell.conftest import NEWS, SECRET, Telling
from tests.tell.servers import Handler, drips, hangs, hangs_up, says, serving


def to(*urls: str) -> tuple[Webhook, ...]:
    """Webhooks there."""
    return tuple(Webhook(url=url, secret_env="SECRET") for url in urls)


def test_every_kind_is_a_file_with_a_twin() -> None:
    assert kinds() == ("cloudfront", "command", "podcast_index", "podping", "webhook", "websub")
    assert all((Path(__file__).parent / f"test_{name}.py").is_file() for name in kinds())


def test_nobody_is_told_who_is_not_configured(telling: Telling) -> None:
    assert telling() == telling(purge=True) == ()


def test_nobody_is_told_where_nothing_changed_that_they_would_care_for(telling: Telling) -> None:
    """But a webhook, which is told of every revision."""
    quiet = replace(NEWS, feeds=(), entries=(), stale=())
    everybody = {
        "hub": "http://127.0.0.1:9",
        "podcast_index": True,
        "podping": Podping(token_env="SECRET"),
        "keeper": Purge(cloudfront="E1ABCDEF2GHIJK", command=("false",)),
    }
    assert telling(news=quiet, **everybody) == telling(news=quiet, purge=True, **everybody) == ()


def test_copies_are_purged_apart_from_the_telling(telling: Telling) -> None:
    with serving(says(204)) as server:
        asked = {"webhooks": to(server.url), "keeper": Purge(command=("true",))}
        assert [(one.by, one.wrong) for one in telling(purge=True, **asked)] == [("command", None)]
        assert server.got == []
        assert [(one.by, one.wrong) for one in telling(**asked)] == [("webhook", None)]


@pytest.mark.parametrize("answer", [hangs, drips])
def test_who_keeps_us_waiting_is_left(telling: Telling, answer: Callable[[Handler], None]) -> None:
    """Also who always sends something, but never all."""
    with serving(answer) as server:
        begun = time.monotonic()
        (told,) = telling(pace=0.05, webhooks=to(server.url))
        assert time.monotonic() - begun < 5
        assert told.wrong == "it did not answer in time"
        assert len(server.got) == 2


def test_a_hundred_messages_are_waited_for_no_longer_than_one(telling: Telling) -> None:
    with serving(hangs) as server:
        begun = time.monotonic()
        told = telling(pace=0.05, webhooks=to(server.url) * 100)
        assert time.monotonic() - begun < 5
    assert [one.wrong for one in told] == ["it did not answer in time"] * 100


def test_what_fails_in_passing_is_tried_again_once(telling: Telling) -> None:
    with serving(says(503), says(200)) as server:
        assert [one.wrong for one in telling(webhooks=to(server.url))] == [None]
        assert len(server.got) == 2
    with serving(hangs_up, hangs_up, says(200)) as server:
        assert [one.wrong for one in telling(webhooks=to(server.url))] == ["it cannot be reached"]
        assert len(server.got) == 2
    with serving(says(404), says(200)) as server:
        assert [one.wrong for one in telling(webhooks=to(server.url))] == ["it answered 404"]
        assert len(server.got) == 1


def test_one_who_fails_keeps_nobody_else_from_being_told(telling: Telling) -> None:
    with serving(hangs) as slow, serving(says(204)) as hub, serving(says(500)) as ill:
        told = telling(hub=hub.url, webhooks=to(slow.url, ill.url))
    assert [(one.by, one.of, one.wrong) for one in told] == [
        ("webhook", "", "it did not answer in time"),
        ("webhook", "", "it answered 500"),
        ("websub", "feed.json", None),
        ("websub", "podcast.xml", None),
    ]


@pytest.mark.parametrize("secret", [SECRET, "two\nlines", "tab\x00zero", "kæder-🔑"])
def test_no_secret_is_ever_told(telling: Telling, secret: str) -> None:
    """Neither what is in the environment nor what is in an address."""
    with serving(says(500)) as server:
        told = telling(
            environment={"SECRET": secret},
            podping=Podping(url=f"{server.url}/{SECRET}", token_env="SECRET"),
            webhooks=to(f"{server.url}/{SECRET}?key={SECRET}"),
        )
    assert all(one.wrong for one in told)
    assert SECRET not in str(told)
    assert secret not in str(told)


def test_a_fault_of_our_own_fails_nothing(telling: Telling, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("publisher.tell.webhook.request", lambda *_, **__: 1 / 0)
    (told,) = telling(webhooks=to("http://127.0.0.1"))
    assert told.wrong == "this should not have happened: ZeroDivisionError"
