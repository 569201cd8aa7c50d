"""Where things stand: the keys of pages, chapters, transcripts, single events and topics. They never move."""

from __future__ import annotations

from publisher.model import Edition, Entry, Episode, Event, Published, Topic


def page(item: Published[Entry]) -> str:
    """Give the key of the page that tells of `item`."""
    return f"{item.entry.kind}s/{item.slug}.html"


def chapters_key(item: Published[Episode]) -> str:
    """Give the key of the JSON chapters of `item`."""
    return f"episodes/{item.slug}/chapters.json"


def transcript_key(item: Published[Episode], extension: str, language: str | None) -> str:
    """Give the key of a transcript of `item`; `language` is None for the show's own."""
    name = f"transcript.{language}" if language else "transcript"
    return f"episodes/{item.slug}/{name}.{extension}"


def calendar_key(item: Published[Event]) -> str:
    """Give the key of the calendar that holds `item` alone."""
    return f"events/{item.slug}.ics"


def topic_key(topic: Topic) -> str:
    """Give the key of the feed of `topic`."""
    return f"tags/{topic.slug}.xml"


def home(edition: Edition) -> str:
    """Give the URL of the show's site: its own, else our index, spelled out for plain buckets."""
    return edition.show.link or edition.url("index.html")
