"""publisher.render.feed.content: all that a feed reader shows of an item."""

from __future__ import annotations

from publisher.render.feed.content import content_feed
from publisher.render.stream.news import news
from tests.render.made import artifacts

from ..eventful import EVENTFUL, MOVED, TOLD
from ..sample import FULL
from ..xml import attributes, find, parse, texts

(MADE,) = artifacts(content_feed(EVENTFUL, "x.xml", news(EVENTFUL)))
BODY = MADE.body
assert isinstance(BODY, bytes)
FEED = parse(BODY)
PAGES = "https://example.dk/podcast"


def test_an_item_leads_to_the_others_of_its_thread() -> None:
    """For programs by a link, for people at the end of the text."""
    article, episode, event, *_ = find(FEED, ".//item")
    thread = {
        "event": f"{PAGES}/events/innovationscafe.html",
        "episode": f"{PAGES}/episodes/mod-til-at-lede.html",
        "article": f"{PAGES}/articles/hvad-vi-laerte.html",
    }
    for item, others in ((article, "event episode"), (episode, "event article"), (event, "episode article")):
        links = [one["href"] for one in attributes(item, "atom:link")]
        assert links == [thread[kind] for kind in others.split()]
        (content,) = texts(item, "content:encoded")
        ending = str(content).rpartition("<p>")[2]
        assert all(f'href="{link}"' in ending for link in links)
    assert attributes(article, "atom:link")[1]["title"] == FULL.entry.title


def test_pictures_makers_tags_and_recordings_are_told() -> None:
    """A thumbnail is no enclosure: podcast apps would take it for one."""
    article, episode, event, *_ = find(FEED, ".//item")
    assert [one["url"] for one in attributes(FEED, ".//media:thumbnail")] == [
        f"{PAGES}/art/mod-bbbbbbbbbbbb.png",
        f"{PAGES}/art/cafe-ffffffffffff.png",
    ]
    assert texts(article, "dc:creator") == [TOLD.entry.persons[0].name]
    assert texts(event, "category") == [*MOVED.entry.tags]
    assert len(find(episode, "enclosure")) == 1
