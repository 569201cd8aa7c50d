"""News to tell, and nobody between us and loopback."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from publisher.model import ChangedEntry, ChangedFeed, News, Notify, Purge, Show, Told
from publisher.tell import Means, tell

BASE = "https://example.org/show"
NEWS = News(
    guid="a2a60e66-99d7-56f1-b9f4-13e5e2cec1cf",
    title="Et show & <mere>",
    base_url=BASE,
    revision=7,
    feeds=(
        ChangedFeed(key="events.ics", url=f"{BASE}/events.ics", type="text/calendar; charset=utf-8"),
        ChangedFeed(key="feed.json", url=f"{BASE}/feed.json", type="application/feed+json"),
        ChangedFeed(key="podcast.xml", url=f"{BASE}/podcast.xml", type="application/rss+xml; charset=utf-8"),
    ),
    entries=(
        ChangedEntry(
            change="new", kind="episode", guid="g1", title="Æbler", url=f"{BASE}/episodes/aebler.html"
        ),
        ChangedEntry(change="removed", kind="article", guid="g2", url=f"{BASE}/articles/gone.html"),
    ),
    stale=(f"{BASE}/episodes/aebler.html", f"{BASE}/podcast.xml"),
)
MOMENT = datetime(2026, 6, 1, 6, 0, tzinfo=UTC)
SECRET = "a-secret-that-nobody-sees"
Telling = Callable[..., tuple[Told, ...]]


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """A proxy of this machine's is for the world outside."""
    monkeypatch.setenv("NO_PROXY", "127.0.0.1")
    monkeypatch.setenv("no_proxy", "127.0.0.1")


@pytest.fixture
def telling(tmp_path: Path) -> Telling:
    """Tell of NEWS as `[notify]` says, hastily; secrets stand in SECRET."""

    def telling(
        *,
        hub: str | None = None,
        purge: bool = False,
        pace: float = 0.2,
        news: News = NEWS,
        environment: dict[str, str] | None = None,
        keeper: Purge | None = None,
        **notify: Any,
    ) -> tuple[Told, ...]:
        means = Means(
            environment={"SECRET": SECRET} if environment is None else environment,
            moment=MOMENT,
            folder=tmp_path,
        )
        show = replace(Show(), base_url=BASE, hub=hub, notify=Notify(purge=keeper or Purge(), **notify))
        return tell(news, show, means, purge=purge, pace=pace)

    return telling
