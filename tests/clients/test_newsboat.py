"""newsboat, a real feed reader: takes each feed, and shows nothing twice as new."""

from __future__ import annotations

import os
import sqlite3
import subprocess
from pathlib import Path

import pytest

from tests.clients.conftest import Show, needs
from tests.clients.served import serve


class Newsboat:
    """newsboat with a home of its own. It keeps one item a guid, across all feeds."""

    def __init__(self, program: str, home: Path) -> None:
        self.program, self.home = program, home

    def reload(self, *urls: str) -> None:
        (self.home / "urls").write_text("".join(f"{url}\n" for url in urls))
        (self.home / "config").write_text("")
        subprocess.run(
            [self.program, "-u", "urls", "-c", "cache.db", "-C", "config", "-x", "reload"],
            cwd=self.home,
            env={"HOME": str(self.home), "PATH": os.environ["PATH"], "LANG": "C.UTF-8"},
            capture_output=True,
            timeout=60,
            check=True,
        )

    def ask(self, query: str) -> list[tuple[object, ...]]:
        with sqlite3.connect(self.home / "cache.db") as cache:
            return cache.execute(query).fetchall()


@pytest.fixture
def newsboat(tmp_path: Path) -> Newsboat:
    (tmp_path / "newsboat").mkdir()
    return Newsboat(needs("newsboat", "newsboat"), tmp_path / "newsboat")


def test_newsboat_shows_every_item_and_then_nothing_as_new(show: Show, newsboat: Newsboat) -> None:
    show.publish(show.server.url)
    feeds = [f"{show.server.url}/{name}" for name in ("podcast.xml", "feed.atom")]
    newsboat.reload(*feeds)
    counts = "SELECT feedurl, count(*) FROM rss_item GROUP BY feedurl"
    assert sorted(newsboat.ask(counts)) == sorted(zip(feeds, (3, 6), strict=True))
    media = newsboat.ask("SELECT enclosure_url FROM rss_item WHERE feedurl LIKE '%podcast.xml'")
    assert len([url for (url,) in media if str(url).startswith(f"{show.server.url}/media/")]) == 3
    newsboat.ask("UPDATE rss_item SET unread = 0")

    show.change_everything_but_identity()
    show.publish(show.server.url)
    newsboat.reload(*feeds)
    assert sorted(newsboat.ask(counts)) == sorted(zip(feeds, (3, 6), strict=True))
    assert newsboat.ask("SELECT title FROM rss_item WHERE unread = 1") == []

    with serve(show.public) as elsewhere:
        show.publish(elsewhere.url)
        newsboat.reload(*feeds)
    assert newsboat.ask("SELECT title FROM rss_item WHERE unread = 1") == []
