"""The feeds of a show, as pages lead readers and apps to them (DISC-001; html.spec.whatwg.org, "alternate").

Each title is another, or people could not choose.
"""

from __future__ import annotations

from dataclasses import dataclass

from publisher.model import Event, Published, Topic
from publisher.render.stream.keys import calendar_key, topic_key
from publisher.render.words import Words

PODCAST = "podcast.xml"
NEWS = "feed.xml"
CALENDAR = "events.ics"
RSS = "application/rss+xml"
ICALENDAR = "text/calendar"


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: its key, its media type, and what it has in it."""

    key: str
    type: str
    name: str


def podcast(w: Words) -> Feed:
    """The feed that podcast apps subscribe to."""
    return Feed(PODCAST, RSS, w.text("Podcast"))


def calendar(w: Words) -> Feed:
    """The calendar to subscribe to."""
    return Feed(CALENDAR, ICALENDAR, w.text("Calendar"))


def news(w: Words) -> tuple[Feed, ...]:
    """Everything new, in each format; events once more by themselves, for readers that know no calendar."""
    everything, events = w.text("Everything new"), w.text("Events")
    return (
        Feed(NEWS, RSS, f"{everything} (RSS)"),
        Feed("feed.atom", "application/atom+xml", f"{everything} (Atom)"),
        Feed("feed.json", "application/feed+json", f"{everything} (JSON)"),
        Feed("events.xml", RSS, f"{events} (RSS)"),
    )


def topic(topic: Topic, w: Words) -> Feed:
    """What is new on `topic`."""
    return Feed(topic_key(topic), RSS, w.text("Topic: {title}", title=topic.title or topic.tag))


def single(item: Published[Event], w: Words) -> Feed:
    """The calendar that holds `item` alone."""
    return Feed(calendar_key(item), ICALENDAR, w.text("Only this event: {title}", title=item.entry.title))
