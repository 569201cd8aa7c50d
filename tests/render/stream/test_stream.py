"""publisher.render.stream: one order for all kinds, and what of them is news."""

from __future__ import annotations

from dataclasses import replace

from publisher.model import Edition, Topic
from publisher.render import Format, atom, content_rss, event_rss, json_feed, podcast_rss, topic_rss
from publisher.render.stream import authors, entries, stream
from tests.render.made import artifacts

from ..eventful import QUIET
from ..sample import ARTICLE, BARE, CAFE, FULL


def test_the_stream_is_newest_first(edition: Edition) -> None:
    """Whatever the kind."""
    assert stream(edition) == (ARTICLE, FULL, CAFE, BARE)


def test_equal_moments_keep_a_fixed_order(edition: Edition) -> None:
    """Episodes, articles, events: the order never depends on chance."""
    cafe, article = replace(CAFE, published=FULL.published), replace(ARTICLE, published=FULL.published)
    made = stream(replace(edition, episodes=(FULL,), events=(cafe,), articles=(article,)))
    assert [item.entry.kind for item in made] == ["episode", "article", "event"]


def test_what_is_quiet_has_a_page_and_is_no_news(edition: Edition) -> None:
    """It was over when it came here."""
    quiet = replace(CAFE, quiet=True)
    made = replace(edition, events=(quiet,))
    assert stream(made) == (ARTICLE, FULL, BARE)
    assert entries(made) == (ARTICLE, FULL, quiet, BARE)


def test_three_hundred_past_events_flood_no_feed(edition: Edition) -> None:
    """No feed tells of one."""
    topics = (Topic(tag=CAFE.entry.tags[0], slug="cafe"),)
    full = replace(
        edition,
        show=replace(edition.show, topics=topics),
        events=(*edition.events, *QUIET),
        calendar=(*edition.calendar, *QUIET),
    )
    formats: tuple[Format, ...] = (atom, content_rss, event_rss, json_feed, podcast_rss, topic_rss)
    feeds = {one.key: one.body for format in formats for one in artifacts(format.render(full))}
    assert set(feeds) == {
        "podcast.xml",
        "feed.xml",
        "feed.atom",
        "feed.json",
        "events.xml",
        "tags/cafe.xml",
    }
    for body in feeds.values():
        assert isinstance(body, bytes)
        assert b"gammel" not in body.lower()


def test_an_event_is_its_organizers() -> None:
    """Speakers do not announce it."""
    assert [person.name for person in authors(CAFE)] == ['CO-PI, "Caféen"']
    assert authors(replace(CAFE, entry=replace(CAFE.entry, organizer=None))) == ()
