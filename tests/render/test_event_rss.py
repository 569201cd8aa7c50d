"""events.xml: when and where, in the event's own time, and each change as news of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import feedparser
import pytest

from publisher.model import Edition
from publisher.render.event_rss import render
from tests.render.made import artifacts

from .eventful import EVENTFUL, MOVED, QUIET, SERIES
from .sample import CAFE, EDITION, EMPTY
from .xml import parse, texts


def document(edition: Edition) -> bytes:
    """The feed of `edition`."""
    (artifact,) = artifacts(render(edition))
    assert isinstance(artifact.body, bytes)
    return artifact.body


def test_events_xml_is_as_its_golden(golden: Callable[[str], None]) -> None:
    """The whole document, for people to read."""
    golden("events.xml")


def test_an_event_is_known_by_its_uid_and_told_in_its_own_time(body: Callable[[str], bytes]) -> None:
    """EV-001: the offset is the event's, not that of whoever rendered it."""
    feed = parse(body("events.xml"))
    assert texts(feed, ".//item/guid") == [CAFE.guid]
    assert texts(feed, ".//ev:startdate") == ["2023-03-31T09:00:00+02:00"]
    assert texts(feed, ".//ev:enddate") == ["2023-03-31T10:00:00+02:00"]


def test_each_change_is_an_item_of_its_own_newest_first() -> None:
    """CAL-002: a reader shows an item once; its number never changes."""
    feed: Any = feedparser.parse(document(EVENTFUL))
    assert not feed.bozo
    numbered = [f"{MOVED.guid}#{number}" for number in (5, 4, 3, 2, 1)]
    assert [entry.id for entry in feed.entries] == [*numbered, MOVED.guid, SERIES.guid]
    assert [entry.title for entry in feed.entries] == [
        "Aflyst: Café",
        "Ny tid: Café – søndag den 7. maj 2023 kl. 09.00–10.00 (CEST)",
        "Udsat: Café",
        "Nyt sted: Café – Rådhuset, København",
        "Ny tid: Café – fredag den 7. april 2023 kl. 09.00–10.00 (CEST)",
        f"Aflyst: {CAFE.entry.title}",
        "Fast café",
    ]
    assert feed.entries[0].published == "Sat, 11 Mar 2023 00:00:00 +0000"
    assert {entry.link for entry in feed.entries[:6]} == {
        "https://example.dk/podcast/events/innovationscafe.html"
    }


def test_a_change_tells_when_and_where_as_it_was_changed_to() -> None:
    """Later changes do not rewrite earlier items."""
    feed = parse(document(EVENTFUL))
    assert texts(feed, ".//ev:startdate")[:5] == [
        *["2023-05-07T09:00:00+02:00"] * 2,
        *["2023-04-07T09:00:00+02:00"] * 3,
    ]
    assert texts(feed, ".//ev:location")[3:6] == ["Rådhuset, København", "Zoom", "Zoom"]


@pytest.mark.parametrize("item", [CAFE, MOVED, QUIET[0]], ids=["kept", "changed", "quiet"])
def test_what_is_not_in_the_calendar_or_no_news_is_not_told(item: Any) -> None:
    """Neither its announcement nor its changes."""
    quiet = replace(item, quiet=True)
    assert b"<item>" not in document(replace(EDITION, events=(item,), calendar=()))
    assert b"<item>" not in document(replace(EDITION, events=(quiet,), calendar=(quiet,)))


def test_the_feed_is_as_new_as_its_newest_change() -> None:
    """RSS-019: and as old as the show where there is none."""
    (change, *_) = MOVED.changes
    late = replace(MOVED, changes=(replace(change, moment=change.moment.replace(year=2024)),))
    built = [
        texts(parse(document(one)), "channel/lastBuildDate")
        for one in (replace(EVENTFUL, calendar=(late,)), EMPTY)
    ]
    assert built == [["Thu, 07 Mar 2024 00:00:00 +0000"], ["Mon, 01 May 2023 12:30:00 +0000"]]
