"""What a publish changes, for those who look or listen."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

import pytest

from publisher.model import Article, Artifact, Entry, Episode, Event, Ledger, News, Plan, Site
from publisher.news import is_feed, news
from publisher.plan import plan, stored
from publisher.render import render
from tests.artifacts import artifact
from tests.settle.story import SHOW, START, Story, article, episode, event

BASE = SHOW.base_url


def site_of(*entries: Entry) -> Site:
    return Site(
        show=SHOW,
        episodes=tuple(entry for entry in entries if isinstance(entry, Episode)),
        events=tuple(entry for entry in entries if isinstance(entry, Event)),
        articles=tuple(entry for entry in entries if isinstance(entry, Article)),
    )


class Told:
    """Publications in turn, and the news of each."""

    def __init__(self) -> None:
        self.story = Story()
        self.artifacts: tuple[Artifact, ...] = ()

    def publish(self, *entries: Episode | Event | Article) -> News:
        before, old = self.story.ledger, self.artifacts
        self.artifacts = tuple(render(self.story.publish(*entries)))
        made = plan(self.artifacts, map(stored, old), revision=1)
        return news(made, site_of(*entries), before=before, after=self.story.ledger)


@pytest.fixture
def told() -> Told:
    return Told()


def changes(made: News) -> list[tuple[str, str, str | None]]:
    return [(one.change, one.kind, one.title) for one in made.entries]


def test_the_first_publication_is_all_new(told: Told) -> None:
    made = told.publish(episode("one"), event("cafe"), article("case"))
    assert sorted(changes(made), key=str) == [
        ("new", "article", "Title of case"),
        ("new", "episode", "Title of one"),
        ("new", "event", "Title of cafe"),
    ]
    assert (made.guid, made.title, made.base_url, made.revision) == (SHOW.guid, "Retning", BASE, 2)
    assert {"podcast.xml", "feed.xml", "feed.atom", "feed.json", "events.ics", "events.xml"} <= {
        feed.key for feed in made.feeds
    }


def test_a_second_time_there_is_nothing_new(told: Told) -> None:
    told.publish(episode("one"))
    made = told.publish(episode("one"))
    assert (made.feeds, made.entries, made.stale) == ((), (), ())


def test_an_entry_is_told_of_with_its_page(told: Told) -> None:
    told.publish(episode("one"))
    made = told.publish(episode("one"), article("case"))
    (entry,) = made.entries
    assert (entry.change, entry.url) == ("new", f"{BASE}/articles/case.html")
    assert "podcast.xml" not in {feed.key for feed in made.feeds}
    assert [feed.url for feed in made.feeds if feed.key == "feed.json"] == [f"{BASE}/feed.json"]


def test_another_title_is_a_change_and_another_folder_is_none(told: Told) -> None:
    told.publish(episode("one"), episode("two", "other"))
    made = told.publish(episode("one", title="Another"), replace(episode("2", "other"), title="Title of two"))
    assert changes(made) == [("changed", "episode", "Another")]


def test_what_expires_is_removed_once_and_has_a_title(told: Told) -> None:
    short = episode("one", expires=START + timedelta(days=1, hours=12))
    told.publish(short)
    made = told.publish(short)
    assert changes(made) == [("removed", "episode", "Title of one")]
    assert told.publish(short).entries == ()


def test_what_is_retired_is_removed_and_only_an_events_title_is_remembered(told: Told) -> None:
    told.publish(episode("one"), event("cafe"))
    rows = told.story.ledger.entries
    told.story.show = replace(SHOW, retired=tuple(row.guid for row in rows))
    made = told.publish()
    assert sorted(changes(made), key=str) == [
        ("removed", "episode", None),
        ("removed", "event", "Title of cafe"),
    ]


def test_a_new_entry_where_a_retired_one_was_does_not_lend_it_its_title(told: Told) -> None:
    told.publish(episode("one"))
    (row,) = told.story.ledger.entries
    told.story.show = replace(SHOW, retired=(row.guid,))
    made = told.publish(episode("one", "other", slug="another", title="Another", guid="new-guid"))
    assert sorted(changes(made), key=str) == [("new", "episode", "Another"), ("removed", "episode", None)]


def of(plan: Plan) -> News:
    return news(plan, site_of(), before=Ledger(), after=Ledger())


def test_everything_that_caches_may_hold_is_stale() -> None:
    """Old bytes, an answer that there was nothing, and what is gone; what is new and hashed nobody holds."""
    page, feed = artifact("index.html", "x"), artifact("podcast.xml", "y", type="application/rss+xml")
    new = [artifact("episodes/new.html"), artifact("media/new-0.mp3")]
    before = [stored(replace(page, sha256="0")), stored(replace(feed, type="text/xml"))]
    before += map(stored, [artifact("media/gone-0.mp3"), artifact("tags/gone.xml"), artifact("kept.html")])
    made = of(
        plan([page, feed, *new, artifact("kept.html")], before, revision=1, withdrawn={"media/gone-0.mp3"})
    )
    assert made.stale == (
        f"{BASE}/",
        f"{BASE}/episodes/new.html",
        f"{BASE}/index.html",
        f"{BASE}/media/gone-0.mp3",
        f"{BASE}/podcast.xml",
        f"{BASE}/tags/gone.xml",
    )
    assert made.feeds == ()


@pytest.mark.parametrize(
    ("key", "type", "feed"),
    [
        ("podcast.xml", "application/rss+xml; charset=utf-8", True),
        ("feed.atom", "application/atom+xml; charset=utf-8", True),
        ("feed.json", "application/feed+json", True),
        ("events.ics", "text/calendar; charset=utf-8", True),
        ("tags/ledelse.xml", "application/rss+xml; charset=utf-8", True),
        ("events/cafe.ics", "text/calendar; charset=utf-8", False),
        ("archive/podcast-1.xml", "application/rss+xml; charset=utf-8", False),
        ("archive/feed-1.json", "application/feed+json", False),
        ("sitemap.xml", "application/xml", False),
        ("episodes/a/chapters.json", "application/json+chapters", False),
        ("index.html", "text/html; charset=utf-8", False),
    ],
)
def test_a_feed_is_what_people_subscribe_to(key: str, type: str, feed: bool) -> None:
    assert is_feed(key, type) is feed
