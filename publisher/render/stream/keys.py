"""Where things stand: the keys of pages, chapters, transcripts and single events. They never move."""

from __future__ import annotations

from publisher.model import Edition, Entry, Episode, Event, Published, Transcript


def page(item: Published[Entry]) -> str:
    """Give the key of the page that tells of `item`."""
    return f"{item.entry.kind}s/{item.slug}.html"


def chapters_key(item: Published[Episode]) -> str:
    """Give the key of the JSON chapters of `item`."""
    return f"episodes/{item.slug}/chapters.json"


def transcript_key(item: Published[Episode], transcript: Transcript) -> str:
    """Give the key of `transcript`, with the extension of its type."""
    return f"episodes/{item.slug}/transcript.{'srt' if 'subrip' in transcript.type else 'vtt'}"


def calendar_key(item: Published[Event]) -> str:
    """Give the key of the calendar that holds `item` alone."""
    return f"events/{item.slug}.ics"


def home(edition: Edition) -> str:
    """Give the URL of the show's site: its own, else our index, spelled out for plain buckets."""
    return edition.show.link or edition.url("index.html")
